public import Calendar
public import Records
public import SQLite

/// A measured series: it stands beside the counts of acts and never goes into them.
public struct IndicatorSeries: Sendable {
  /// One measured value.
  public struct Value: Equatable, Sendable {
    /// The day, month, year or range it is for, as EDTF.
    public let period: String
    /// First day.
    public let first: Day
    /// Last day.
    public let last: Day
    /// What was measured, in the series' unit.
    public let value: Double
    /// When it came into the file.
    public let entered: Instant?
  }

  /// Its name.
  public let name: String
  /// The unit of its values; several units are joined by a comma.
  public let unit: String
  /// By first day.
  public let values: [Value]
  /// The highest label of its values.
  public let label: Label
  /// The statement behind it.
  public let figure: Figure

  /// The values by bin: only those whose dates fill it from its first day to its last; nil for a bin without one.
  public func placed(in periods: [Period]) -> [Double?] {
    periods.map { period in values.first { $0.first == period.first && $0.last == period.last }?.value }
  }

  /// How many values lie in none of the bins: of another length, outside, or a second one for the same bin.
  public func notPlaced(in periods: [Period]) -> Int {
    values.count - placed(in: periods).count { $0 != nil }
  }

  /// The series with that name as of a day, all in one state of the file.
  /// - Throws: ``IndicatorError`` if there is none of that name, or `SQLiteError`.
  public static func read(_ name: String, asOf: Day, from connection: Connection) throws -> IndicatorSeries {
    let sql: SQL = """
      SELECT n.period, n.earliest, n.latest, n.value, n.unit, l.rank, h.at
      FROM indicator AS n JOIN label AS l ON l.code = n.tlp LEFT JOIN change AS h ON h.id = n.change
      WHERE n.series = \(name) AND n.withdrawn = 0 AND n.earliest <= unixepoch(\(asOf.description)) / 86400
        AND n.latest IS NOT NULL
      ORDER BY n.earliest, n.latest, n.id
      """
    var (values, units, rank) = ([Value](), [String](), 0)
    try connection.forEach(sql) { row in
      let unit = try row.get(4, as: String.self)
      if !units.contains(unit) { units.append(unit) }
      rank = max(rank, try row.get(5))
      values.append(
        Value(
          period: try row.get(0), first: Day(number: try row.get(1)), last: Day(number: try row.get(2)),
          value: try row.get(3), entered: try row.get(6, as: String?.self).flatMap { Instant($0) }))
    }
    guard !values.isEmpty else { throw IndicatorError.unknown(name, known: try names(in: connection)) }
    return IndicatorSeries(
      name: name, unit: units.joined(separator: ", "), values: values, label: Label(rank: rank),
      figure: Figure("indicator \(name)", sql))
  }

  /// The names of all series.
  public static func names(in connection: Connection) throws -> [String] {
    try connection.rows("SELECT DISTINCT series FROM indicator WHERE withdrawn = 0 ORDER BY series") {
      try $0.get(0)
    }
  }
}

/// What can be wrong with an indicator that is asked for.
public enum IndicatorError: Explained {
  /// A name that no series has, and those there are.
  case unknown(String, known: [String])
  /// A series whose values are no counts of whole things, where counts are needed.
  case noCounts(String)

  /// Quotes the name.
  public var sentence: String {
    switch self {
    case .unknown(let name, _): "There is no indicator \"\(name)\" with a value up to the as-of day."
    case .noCounts(let name): "The values of \(name) are no whole numbers from 0: a rate of them has no test."
    }
  }

  /// The names there are.
  public var hint: String? {
    switch self {
    case .unknown(_, let known) where known.isEmpty:
      "The file holds none; load them with `entente ingest`, columns series, period, value, unit."
    case .unknown(_, let known):
      "There are: \(known.prefix(8).joined(separator: ", "))\(known.count > 8 ? " ..." : "")."
    case .noCounts: "Show it beside the counts with --indicator alone."
    }
  }
}
