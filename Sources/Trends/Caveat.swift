public import Calendar
internal import TimeSeries

/// What a reader has to know before reading a table as a trend.
public enum Caveat: Equatable, Sendable {
  /// The as-of day, or the end of what was looked at, lies inside the last bin.
  case lastPeriodIncomplete(Period, to: Day)
  /// More than one in ten counted observations has a date wider than a bin.
  case manyNotPlaced(Int, of: Int, PeriodKind)

  /// The caveat in words.
  public var sentence: String {
    switch self {
    case .lastPeriodIncomplete(let period, let day):
      "Last period incomplete: \(period) is counted to \(day) only."
    case .manyNotPlaced(let count, let total, let kind):
      "\(count) of \(total) counted observations are dated more widely than a \(kind.rawValue) and stand in no column."
    }
  }

  static func all(for table: SeriesTable, _ coverage: Coverage) -> [Caveat] {
    var out: [Caveat] = []
    let end = min(table.question.asOf, end(of: coverage) ?? table.question.asOf)
    // On its last day a bin is complete: as of a day means its end.
    if let last = table.periods.last, last.first <= end, end < last.last {
      out.append(.lastPeriodIncomplete(last, to: end))
    }
    if let counted = table.blocks.first(where: { $0.series == .counted })?.total,
      counted.notPlaced * 10 > counted.total
    {
      out.append(.manyNotPlaced(counted.notPlaced, of: counted.total, table.question.kind))
    }
    return out
  }

  /// The last day that any source was looked at; nil while one goes on, or with none on record.
  private static func end(of coverage: Coverage) -> Day? {
    let ends = coverage.sources.map { $0.ends.flatMap { Day($0) } }
    return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
  }
}
