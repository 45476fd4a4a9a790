public import Calendar
public import SQLite

/// How much was looked at in each period: what counts of acts have to be held against, because attention grows and
/// shrinks by itself.
public struct Exposure: Equatable, Sendable {
  /// Texts held of watched outlets, by the period they were published in; texts known by address only do not count.
  public let texts: [Int]
  /// How many outlets were watched, on average over the days of the period.
  public let sources: [Double]
  /// On how many days of each period an outlet was watched, by its name.
  public let days: [String: [Int]]
  /// The statement behind ``texts``.
  public let figure: Figure

  /// Reads it for the periods of a table, in one state of the file: of all watched outlets, or of a panel.
  /// - Throws: `SQLiteError`.
  public static func read(
    _ periods: [Period], panel: Panel? = nil, coverage: Coverage, from connection: Connection
  ) throws -> Exposure {
    let watches = coverage.watches.filter { panel?.outlets.contains($0.outlet) ?? true }
    let sql = statement(watches.map(\.outlet))
    var texts = [Int](repeating: 0, count: periods.count)
    let places = Dictionary(uniqueKeysWithValues: zip(periods, periods.indices))
    if let kind = periods.first?.kind {
      try connection.forEach(sql) { row in
        let (first, last) = try (Day(number: row.get(0)), Day(number: row.get(1)))
        let period = Period.containing(earliest: first, latest: last, kind: kind)
        if let place = period.flatMap({ places[$0] }) { texts[place] += try row.get(2) }
      }
    }
    let names = Dictionary(
      uniqueKeysWithValues: try connection.rows("SELECT id, name FROM outlet") {
        (try $0.get(0, as: Int.self), try $0.get(1, as: String.self))
      })
    let days = watches.map { watch in
      (names[watch.outlet] ?? watch.name, periods.map { Self.days(of: $0, watch) })
    }
    return Exposure(
      texts: texts, sources: periods.map { period in share(of: period, watches) },
      days: Dictionary(days) { first, _ in first },
      figure: Figure("texts of watched outlets by day of publication", sql))
  }

  private static func statement(_ outlets: [Int]) -> SQL {
    let list = outlets.map { "\($0)" as SQL }.joined(separator: ", ")
    return """
      SELECT earliest, latest, count(*) AS texts
      FROM document
      WHERE sha256 IS NOT NULL AND withdrawn = 0 AND earliest IS NOT NULL AND latest IS NOT NULL AND outlet IN (\(list))
      GROUP BY earliest, latest ORDER BY earliest, latest
      """
  }

  private static func share(of period: Period, _ watches: [Coverage.Watch]) -> Double {
    let days = watches.map { self.days(of: period, $0) }.reduce(0, +)
    return Double(days) / Double(period.last.number - period.first.number + 1)
  }
  private static func days(of period: Period, _ watch: Coverage.Watch) -> Int {
    watch.spans.map { span in
      max(0, min(span.upperBound, period.last).number - max(span.lowerBound, period.first).number + 1)
    }.reduce(0, +)
  }
}
