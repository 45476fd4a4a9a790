internal import Statistics

/// A run of months without anything at the end of a series, held against the rhythm before it.
struct Silence: Equatable {
  /// The place of the last month that had something.
  let last: Int
  /// After so many months without anything it was long enough to tell.
  let told: Int
  /// Months without anything so far.
  let length: Int
  /// The mean of the rhythm, a month.
  let mean: Double
  /// Months that the rhythm was learned from.
  let window: Int

  /// Months that the rhythm is learned from, at most and at least.
  static let windows = (most: 24, least: 12)

  /// The silence at the end, if by the rhythm one as long would begin in a month with a probability of `alpha` at most.
  ///
  /// The rhythm is that of the live entries before the last month that had something: that month itself is known to have
  /// had something, and would make the rhythm look livelier than it is.
  ///
  /// - Parameters:
  ///   - counts: all that is known, by month.
  ///   - live: what of it was entered live.
  ///   - alpha: the probability.
  init?(counts: [Int], live: [Int], alpha: Double) {
    guard let last = counts.lastIndex(where: { $0 > 0 }), last < counts.count - 1 else { return nil }
    let window = Array(live[max(0, last - Self.windows.most)..<last])
    guard window.count >= Self.windows.least, window.contains(where: { $0 > 0 }) else { return nil }
    let length = counts.count - 1 - last
    let told = (1...length).first { months in
      let law = try? CountForecast.overdispersed(window: window, periods: months)
      return (law?.atMost(0) ?? 1) <= alpha
    }
    guard let told else { return nil }
    (self.last, self.told, self.length, self.window) = (last, told, length, window.count)
    mean = Double(window.reduce(0, +)) / Double(window.count)
  }

  /// What it is measured by.
  func method(alpha: Double, of looked: Int) -> String {
    "negative binomial rhythm of \(window) months entered live; alpha \(TrendNumber.small(alpha)) a month for each of \(looked)"
  }

  /// `3 months, where there were 2.1 a month`.
  var words: String {
    "\(length) \(length == 1 ? "month" : "months") without one, where the \(window) months before had \(TrendNumber.ratio(mean)) a month"
  }
}
