public import Calendar

/// Counts as a test takes them: whole periods in which something was watched, complete and mature, of acts whose dates
/// are no wider than a period.
public struct TestedCounts: Equatable, Sendable {
  /// Months in a period.
  public let months: Int
  /// The periods, one after the other without a gap; empty where several were merged into one.
  public let periods: [Period]
  /// How many acts lie in each.
  public var counts: [Int]

  /// Counts of periods of so many months.
  public init(months: Int, periods: [Period] = [], counts: [Int]) {
    (self.months, self.periods, self.counts) = (months, periods, counts)
  }

  /// Periods in a year.
  public var perYear: Double { 12 / Double(months) }
  /// Acts in all.
  public var events: Int { counts.reduce(0, +) }
  /// Acts that are left without the period that has most.
  public var withoutFullest: Int { events - (counts.max() ?? 0) }
  /// Years from the first to the last day.
  public var years: Double { Double(counts.count * months) / 12 }
  /// What a period is called.
  public var periodName: String {
    switch months {
    case 1: "month"
    case 3: "quarter"
    case 6: "half-year"
    default: "year"
    }
  }
}

extension PeriodKind {
  /// Months in a period.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}
