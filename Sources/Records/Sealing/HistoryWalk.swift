internal import SQLite

/// Goes through the history in the order of the tree.
///
/// Only whole rows are read, from the tables and never from an index: what an index says of a row is not what is
/// sealed. The order is sorted from numbers alone, so that memory does not grow with what is in the rows.
struct HistoryWalk {
  private let connection: Connection
  /// Two for each table: its rows, and their superseded versions.
  private let sources: [Source]
  private let order: SQL

  /// A table to read rows from, by number.
  private struct Source {
    var table: String
    /// How many columns stand before those of the row.
    var skipped = 0
    var columns: [String]
    var query: SQL
  }

  /// The version number of rows that are not superseded: after all others.
  private static let standing = Int.max

  init(_ connection: Connection) throws {
    self.connection = connection
    var sources: [Source] = []
    var parts: [SQL] = [
      "SELECT id AS change, 0 AS source, id AS record, 0 AS version, 0 AS supersedes FROM change NOT INDEXED"
    ]
    sources += try Self.pair("change", connection)
    for table in HistoryTables.log {
      parts.append("SELECT change, \(sources.count), id, 0, 0 FROM \(identifier: table) NOT INDEXED")
      sources += try Self.pair(table, connection)
    }
    for table in HistoryTables.truth {
      parts += try Self.versions(of: table, as: sources.count, connection)
      sources += try Self.pair(table, connection)
    }
    self.sources = sources
    // LIMIT keeps SQLite from sorting each part by itself.
    order = """
      SELECT change, source, record, version, supersedes FROM (\(parts.joined(separator: " UNION ALL ")) LIMIT -1)
      ORDER BY 1, source / 2, 3, 4
      """
  }

  /// What has no versions has its rows twice.
  private static func pair(_ table: String, _ connection: Connection) throws -> [Source] {
    let columns = try connection.columnNames(of: "SELECT * FROM \(identifier: table)")
    let rows = Source(
      table: table, columns: columns, query: "SELECT * FROM \(identifier: table) WHERE id = ?")
    guard HistoryTables.rank(table) > HistoryTables.rank("seal") else { return [rows, rows] }
    let history = HistoryTables.history(of: table)
    return [
      rows,
      Source(
        table: table, skipped: 2, columns: columns,
        query: "SELECT * FROM \(identifier: history) WHERE version = ?"),
    ]
  }

  /// The versions of the rows of a table: each begins with the change that superseded the one before. What an
  /// erasure left of a row begins anew with it.
  private static func versions(of table: String, as source: Int, _ connection: Connection) throws -> [SQL] {
    let history = HistoryTables.history(of: table)
    let wasErased =
      try connection.value("SELECT 1 FROM erasure WHERE record_table = \(table) LIMIT 1", as: Int.self) != nil
    let start: SQL =
      wasErased
      ? """
      max(coalesce(start, 0), coalesce((SELECT max(e.change) FROM erasure AS e
        WHERE e.record_table = \(table) AND e.record = x.id), 0))
      """ : "coalesce(start, 0)"
    guard try connection.value("SELECT 1 FROM \(identifier: history) LIMIT 1", as: Int.self) != nil else {
      return [
        """
        SELECT \(start), \(source), id, \(standing), 0
        FROM (SELECT id, change AS start FROM \(identifier: table) NOT INDEXED) AS x
        """
      ]
    }
    return [
      """
      SELECT \(start), \(source) + (version <> \(standing)), id, version, supersedes FROM (
        SELECT id, version, lag(until, 1, change) OVER w AS start, lag(version, 1, 0) OVER w AS supersedes
        FROM (SELECT id, version, until, change FROM \(identifier: history) NOT INDEXED
              UNION ALL SELECT id, \(standing), NULL, change FROM \(identifier: table) NOT INDEXED)
        WINDOW w AS (PARTITION BY id ORDER BY version)) AS x
      """
    ]
  }

  /// Hands over every entry. A batch comes with the first change that belongs to it or to a later one.
  func forEach(_ body: (HistoryEntry) throws -> Void) throws {
    var bytes = EntryBytes()
    var lastBatch = 0
    let batch = try connection.columnNames(of: "SELECT * FROM batch")
    try connection.forEach(order) { row in
      let source = sources[row.integer(1)]
      let key = HistoryEntry.Key(change: row.integer(0), table: source.table, record: row.integer(2))
      let version = row.integer(3)
      let number = source.skipped > 0 ? version : key.record
      var ownBatch: Int?
      do {
        try connection.repeating(source.query) { values in
          try values.bind(1, number)
          try values.forEach { found in
            bytes.begin(key, supersedes: row.integer(4))
            for (index, name) in source.columns.enumerated() {
              bytes.put(name, index + source.skipped, of: found)
            }
            if source.table == "change" { ownBatch = found.integer(4) }
          }
        }
      } catch let error as SQLiteError where error.code.primary == .corrupt {
        // A row that cannot be read is none that was sealed; the rows beside it may be.
        bytes.begin(key, supersedes: -1)
      }
      try body(HistoryEntry(key: key, hash: bytes.leaf))
      guard let ownBatch, ownBatch > lastBatch else { return }
      let first = lastBatch + 1
      lastBatch = ownBatch
      try connection.forEach("SELECT * FROM batch WHERE id BETWEEN \(first) AND \(ownBatch) ORDER BY id") {
        found in
        let key = HistoryEntry.Key(change: key.change, table: "batch", record: found.integer(0))
        bytes.begin(key, supersedes: 0)
        for (index, name) in batch.enumerated() { bytes.put(name, index, of: found) }
        try body(HistoryEntry(key: key, hash: bytes.leaf))
      }
    }
  }
}
