internal import Calendar
internal import SQLite

/// Where counts come from: every number of a table is asked for here, and nowhere else. Kept counts, where they hold
/// the answer, take the place of these statements.
struct CountReader {
  let sql: SeriesSQL
  let connection: Connection
  private let kept: KeptNumbers?

  /// Answers from the kept counts where they can.
  init(sql: SeriesSQL, connection: Connection) throws {
    (self.sql, self.connection) = (sql, connection)
    kept = try KeptNumbers(sql.question, connection)
  }

  /// A number of observations in a bin; without one, not placed.
  struct Placed {
    let bin: String?
    let count: Int
  }

  /// A number of observations whose dates reach over the same days, wider than a bin.
  struct Wide {
    let days: ClosedRange<Int>
    let count: Int
  }

  /// Calls `body` with each code, bin and count.
  func forEachRow(_ series: CountedAs, _ body: (String, Placed) throws -> Void) throws {
    if let kept { return try kept.forEachRow(series, body) }
    try connection.forEach(sql.rows(series)) { row in
      try body(row.get(0), Placed(bin: row.get(1), count: row.get(2)))
    }
  }

  /// Every observation once, by bin.
  func total(_ series: CountedAs) throws -> [Placed] { try kept?.total(series) ?? placed(sql.total(series)) }

  /// Those without a code of the dimension, by bin.
  func without(_ series: CountedAs) throws -> [Placed] {
    try kept?.without(series) ?? placed(sql.without(series))
  }

  /// The dates that are wider than a bin, by code.
  func wideRows(_ series: CountedAs) throws -> [String: [Wide]] {
    if let kept { return kept.wideRows(series) }
    var out: [String: [Wide]] = [:]
    try connection.forEach(sql.wideRows(series)) { row in
      let days: ClosedRange<Int> = try row.get(1)...row.get(2)
      try out[row.get(0), default: []].append(Wide(days: days, count: row.get(3)))
    }
    return out
  }

  /// The dates that are wider than a bin, every observation once.
  func wideTotal(_ series: CountedAs) throws -> [Wide] {
    try kept?.wideTotal(series) ?? wide(sql.wideTotal(series))
  }

  /// The dates that are wider than a bin, of those without a code.
  func wideWithout(_ series: CountedAs) throws -> [Wide] {
    try kept?.wideWithout(series) ?? wide(sql.wideWithout(series))
  }

  /// The numbers of what is listed only.
  func others() throws -> [String: Int] {
    if let kept {
      return kept.others().filter { name, _ in !CountedAs.shown.contains { $0.rawValue == name } }
    }
    return Dictionary(
      uniqueKeysWithValues: try connection.rows(sql.others()) { (try $0.get(0), try $0.get(1)) })
  }

  /// The first and the last day of the observations that have a bin.
  func span() throws -> (first: Day?, last: Day?) {
    if let kept { return kept.span() }
    return try connection.first(sql.span()) { row in
      try (
        row.get(0, as: Int?.self).map { Day(number: $0) }, row.get(1, as: Int?.self).map { Day(number: $0) }
      )
    } ?? (nil, nil)
  }

  /// The rank of the highest label of all that goes in.
  func highestLabel() throws -> Int? {
    if let kept { return kept.highestLabel }
    return try connection.value(sql.highestLabel(), as: Int?.self) ?? nil
  }

  private func placed(_ sql: SQL) throws -> [Placed] {
    try connection.rows(sql) { Placed(bin: try $0.get(0), count: try $0.get(1)) }
  }

  private func wide(_ sql: SQL) throws -> [Wide] {
    try connection.rows(sql) { Wide(days: try $0.get(0)...$0.get(1), count: try $0.get(2)) }
  }
}
