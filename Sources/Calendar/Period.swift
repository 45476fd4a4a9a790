/// The length of the bins that a time series is counted in.
public enum PeriodKind: String, CaseIterable, Hashable, Sendable {
  /// A calendar month.
  case month
  /// Three calendar months, beginning in January, April, July or October.
  case quarter
  /// A calendar year.
  case year

  var monthCount: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}

/// One bin of the calendar: a month, a quarter or a year.
public struct Period: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// The length of the bin.
  public let kind: PeriodKind
  /// How many bins of this kind lie between the start of the year 0 and this one.
  private let index: Int

  private init(kind: PeriodKind, index: Int) {
    self.kind = kind
    self.index = index
  }

  /// The bin that `day` falls in.
  public init(containing day: Day, kind: PeriodKind) {
    let months = day.year * 12 + day.month - 1
    self.init(kind: kind, index: months.flooredQuotient(kind.monthCount))
  }

  /// The first day of the bin.
  public var first: Day {
    let months = index * kind.monthCount
    return Day(validYear: months.flooredQuotient(12), month: months.flooredRemainder(12) + 1, day: 1)
  }

  /// The last day of the bin.
  public var last: Day {
    let months = index * kind.monthCount + kind.monthCount - 1
    let (year, month) = (months.flooredQuotient(12), months.flooredRemainder(12) + 1)
    return Day(validYear: year, month: month, day: Day.daysInMonth(year: year, month: month))
  }

  /// `2019-06`, `2019-Q2` or `2019`.
  public var label: String {
    let year = Day.text(ofYear: first.year)
    return switch kind {
    case .month: "\(year)-\(first.month.padded(2))"
    case .quarter: "\(year)-Q\((first.month + 2) / 3)"
    case .year: year
    }
  }

  /// The label.
  public var description: String { label }

  /// The bin of the same kind that follows.
  public var next: Period { Period(kind: kind, index: index + 1) }

  /// All bins from the one `start` falls in to the one `end` falls in; none when `end` is in an earlier one.
  public static func range(from start: Day, to end: Day, kind: PeriodKind) -> [Period] {
    let first = Period(containing: start, kind: kind).index
    let last = Period(containing: end, kind: kind).index
    return first > last ? [] : (first...last).map { Period(kind: kind, index: $0) }
  }

  /// The one bin that both days fall in, or nil: a date wider than the bin is not placed in any.
  public static func containing(earliest: Day, latest: Day, kind: PeriodKind) -> Period? {
    let period = Period(containing: earliest, kind: kind)
    return period == Period(containing: latest, kind: kind) ? period : nil
  }

  /// Whether the left bin begins before the right one; of two that begin together the shorter is first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
