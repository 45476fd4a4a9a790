internal import Calendar
public import Records
internal import SQLite
internal import TimeSeries

/// Forecasts as the file keeps them: as they were made, never changed afterwards.
public enum ForecastTable {
  /// Stores what is not stored yet; the same forecast again is the same.
  /// - Returns: how many were stored.
  /// - Throws: `SQLiteError`; nothing is stored then.
  @discardableResult
  public static func store(_ forecasts: [Forecast], in file: EntenteFile, at desk: Desk) throws -> Int {
    let connection = file.connection
    let stored = try all(in: connection).map(\.forecast)
    let new = forecasts.filter { !stored.contains($0) }
    guard !new.isEmpty else { return 0 }
    let state = try connection.value("SELECT coalesce(max(id), 0) FROM change", as: Int.self) ?? 0
    try file.write(desk, why: "forecast: \(new.count) stored", beginning: Batch(kind: .live)) { change in
      for forecast in new { try insert(forecast, state, desk, change, connection) }
    }
    return new.count
  }

  private static func insert(
    _ forecast: Forecast, _ state: Int, _ desk: Desk, _ change: Change, _ connection: Connection
  ) throws {
    guard let own = forecast.law.ranges, let naive = forecast.naive.ranges else { return }
    let (series, learned) = (forecast.series, forecast.learned)
    try connection.execute(
      """
      INSERT INTO forecast (uid, dimension, code, period, ahead, made, made_by, state, clock, first, last, mean, variance,
        median, low50, high50, low80, high80, low95, high95, naive_mean, naive_variance, naive_median, naive_low50,
        naive_high50, naive_low80, naive_high80, naive_low95, naive_high95, method, tlp, change)
      VALUES (\(Identity.typed(at: desk)), \(series.dimension), \(series.code), \(forecast.period.label),
        \(forecast.ahead), \(desk.now.description), \(desk.analyst), \(state), \(Clock.occurred.rawValue),
        \(learned.first), \(learned.last), \(forecast.law.mean), \(forecast.law.variance), \(values(own)),
        \(forecast.naive.mean), \(forecast.naive.variance), \(values(naive)), \(forecast.method),
        \(forecast.label.rawValue), \(change.id))
      """)
  }

  private static func values(_ ranges: ForecastLaw.Ranges) -> SQL {
    """
    \(ranges.median), \(ranges.half.lowerBound), \(ranges.half.upperBound), \(ranges.most.lowerBound),
      \(ranges.most.upperBound), \(ranges.nearly.lowerBound), \(ranges.nearly.upperBound)
    """
  }

  /// All that were made, in the order they were.
  static func all(in connection: Connection) throws -> [Stored] {
    try connection.rows(
      """
      SELECT f.dimension, f.code, f.period, f.ahead, f.mean, f.variance, f.naive_mean, f.naive_variance, f.first, f.last,
        f.method, f.tlp, f.made
      FROM forecast AS f WHERE f.withdrawn = 0 ORDER BY f.id
      """
    ) { row -> Stored? in
      guard let period = period(try row.get(2)) else { return nil }
      let (dimension, code) = try (row.get(0, as: String.self), row.get(1, as: String.self))
      return Stored(
        forecast: Forecast(
          dimension: Dimension(rawValue: dimension), code: code, name: code, period: period,
          ahead: try row.get(3), law: .init(mean: try row.get(4), variance: try row.get(5)),
          naive: .init(mean: try row.get(6), variance: try row.get(7)),
          learned: (try row.get(8), try row.get(9)), method: try row.get(10),
          label: Label(try row.get(11, as: String.self)) ?? .red), made: try row.get(12))
    }.compactMap { $0 }
  }

  /// One row of the table.
  struct Stored {
    let forecast: Forecast
    let made: String
  }

  /// The period of a label: 2026-12, 2027-Q1, 2027.
  private static func period(_ label: String) -> Period? {
    let parts = label.split(separator: "-")
    let year = parts.first.map(String.init) ?? ""
    guard parts.count == 2 else { return Day("\(year)-01-01").map { Period(containing: $0, kind: .year) } }
    if parts[1].hasPrefix("Q") {
      let month = (Int(parts[1].dropFirst()) ?? 0) * 3
      return (Int(year)).flatMap { Day(year: $0, month: month, day: 1) }.map {
        Period(containing: $0, kind: .quarter)
      }
    }
    return Day("\(label)-01").map { Period(containing: $0, kind: .month) }
  }
}
