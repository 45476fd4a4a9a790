public import Calendar

/// A date as a text writes it: the parts it names, and where.
public struct WrittenDate: Hashable, Sendable {
  /// The year, if it is written.
  public var year: Int?
  /// The month, 1 to 12, if it is written.
  public var month: Int?
  /// The day, 1 to 31, if it is written.
  public var day: Int?
  /// The last day of a range such as `13-14 June`.
  public var lastDay: Int?
  /// Byte offsets in the text.
  public var span: Range<Int>

  /// A date of the given parts.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, lastDay: Int? = nil, span: Range<Int>) {
    self.year = year
    self.month = month
    self.day = day
    self.lastDay = lastDay
    self.span = span
  }

  /// The date in full. A year that is not written is the one that brings the date nearest to `reference`, a
  /// month that is not written is that of the last such day before it; without a reference the date stays open.
  public func resolved(near reference: Day?) -> EDTF? {
    if let year { return edtf(year: year, month: month) }
    guard let reference else { return nil }
    guard let month else {
      guard let day else { return nil }
      // "24日": this month's, or last month's where this month's has not come yet.
      let isPast = day <= reference.day
      let before = reference.month == 1 ? (reference.year - 1, 12) : (reference.year, reference.month - 1)
      return isPast
        ? edtf(year: reference.year, month: reference.month) : edtf(year: before.0, month: before.1)
    }
    let years = [reference.year, reference.year - 1, reference.year + 1]
    let best = years.compactMap { year in
      Day(year: year, month: month, day: min(day ?? 15, 28)).map { (year, abs($0.distance(to: reference))) }
    }.min { $0.1 < $1.1 }
    return best.flatMap { edtf(year: $0.0, month: month) }
  }

  private func edtf(year: Int, month: Int?) -> EDTF? {
    var text = Self.padded(year, 4)
    if let month {
      text += "-" + Self.padded(month, 2)
      if let day {
        let start = text + "-" + Self.padded(day, 2)
        text = lastDay.map { "\(start)/\(text)-\(Self.padded($0, 2))" } ?? start
      }
    }
    return try? EDTF(text)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
