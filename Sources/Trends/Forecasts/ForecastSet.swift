public import Calendar
public import SQLite
public import TimeSeries

/// The forecasts of one table: of all acts and of each code.
public struct ForecastSet: Sendable {
  /// One a series and period; none where ``withheld`` says why.
  public let forecasts: [Forecast]
  /// Why there are none.
  public let withheld: String?

  /// The dimensions that can be forecast: those whose codes are a vocabulary.
  public static let dimensions: [Dimension] = [.mechanism, .sector, .flow]

  /// Forecasts the next periods, in one state of the file.
  ///
  /// - Parameters:
  ///   - dimension: one of ``dimensions``.
  ///   - kind: the length of the periods.
  ///   - ahead: how many periods after that of the day.
  ///   - day: the day it is made as of.
  ///   - connection: the file.
  /// - Returns: the forecasts, or why there are none.
  /// - Throws: `QuestionError` or `SQLiteError`.
  public static func make(
    by dimension: Dimension, per kind: PeriodKind, ahead: Int, asOf day: Day, in connection: Connection
  ) throws -> ForecastSet {
    try connection.snapshot {
      let coverage = try Coverage.read(from: connection)
      guard coverage.isWatched else {
        return ForecastSet(
          forecasts: [], withheld: "No forecast: no source is on record as watched. \(coverage.line)")
      }
      let series = try MatureSeries.read([dimension], per: kind, asOf: day, coverage, from: connection)
      if let reason = reason(series, kind, day) { return ForecastSet(forecasts: [], withheld: reason) }
      return ForecastSet(
        forecasts: series.strata.flatMap { all(of: $0, series, kind, ahead, day) }, withheld: nil)
    }
  }

  private static func reason(_ series: MatureSeries, _ kind: PeriodKind, _ day: Day) -> String? {
    let least = ForecastLaws.windows(kind).least
    guard let last = series.periods.last, series.periods.count >= least else {
      return
        "No forecast: \(series.periods.count) whole \(kind.rawValue)s were watched and are mature; \(least) are needed."
    }
    // What was learned long ago says nothing of the months to come.
    let months = (day.year - last.last.year) * 12 + day.month - last.last.month
    return months > 12
      ? "No forecast: the last \(kind.rawValue) that was watched and is mature is \(last)." : nil
  }

  private static func all(
    of stratum: MatureSeries.Stratum, _ series: MatureSeries, _ kind: PeriodKind, _ ahead: Int, _ day: Day
  ) -> [Forecast] {
    guard let laws = ForecastLaws(stratum.counts, per: kind), let last = series.periods.last else {
      return []
    }
    var period = Period(containing: day, kind: kind)
    return (1...ahead).map { step in
      period = period.next
      return Forecast(
        dimension: stratum.dimension, code: stratum.code,
        name: stratum.dimension == nil ? "All acts" : stratum.label, period: period, ahead: step,
        law: laws.law, naive: laws.naive,
        learned: (series.periods[series.periods.count - laws.window].label, last.label),
        method: laws.method(kind), label: series.label)
    }
  }
}
