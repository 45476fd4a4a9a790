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
  /// The variance of a month's count over the mean, at least 1.
  let dispersion: Double
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
    guard let told, let rhythm = try? NegativeBinomialBound(window: window) else { return nil }
    (self.last, self.told, self.length, self.window) = (last, told, length, window.count)
    (mean, dispersion) = (rhythm.mean, rhythm.dispersion)
  }

  /// The probability that within a year a silence would have become long enough to tell had the rate been so many times
  /// as high: that of as many months in a row without anything, taken as independent.
  func power(times ratio: Double) -> Double? {
    let law = CountDistribution.quasiPoisson(mean: mean * ratio, dispersion: dispersion)
    guard let empty = ratio > 0 ? law.atMost(0) : 1 else { return nil }
    // By the months without anything so far; the last place is a silence that was told.
    var runs = [1] + [Double](repeating: 0, count: told)
    for _ in 0..<12 {
      let speaks = runs.dropLast().reduce(0, +) * (1 - empty)
      let told = runs[runs.count - 1] + runs[runs.count - 2] * empty
      runs = [speaks] + runs.dropLast(2).map { $0 * empty } + [told]
    }
    return runs.last
  }

  /// How often one like it is false, and what it finds: a rate that halves.
  func chance(rate: Double, alpha: Double, of looked: Int) -> Alarm.Chance {
    Alarm.Chance(
      rate: rate, power: power(times: 0.5),
      method:
        "negative binomial rhythm of \(window) months entered live; alpha \(TrendNumber.small(alpha)) a month for each of \(looked); power within a year had the rate halved; a stop is told after \(Self.months(told))"
    )
  }

  private static func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }

  /// `3 months, where there were 2.1 a month`.
  var words: String {
    "\(Self.months(length)) without one, where the \(window) months before had \(TrendNumber.ratio(mean)) a month"
  }
}
