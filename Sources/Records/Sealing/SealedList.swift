internal import Formats
internal import SQLite

/// What was sealed, in order, some at a time: no statement stays open while others write.
struct SealedList {
  private let connection: Connection
  private var entries: ArraySlice<HistoryEntry> = []
  private var last = 0
  /// The first position that is not there, of those read so far.
  private(set) var gap: Int?
  private static let atATime = 2_000

  init(_ connection: Connection) { self.connection = connection }

  /// The next entry; nil at the end.
  mutating func next() throws -> HistoryEntry? {
    if entries.isEmpty {
      let rows = try connection.rows(
        """
        SELECT position, change, record_table, record, hash FROM seal_entry NOT INDEXED
        WHERE position > \(last) ORDER BY position LIMIT \(Self.atATime)
        """
      ) { row in
        let table = row.withBytes(2) { String(decoding: $0, as: UTF8.self) }
        let key = HistoryEntry.Key(change: row.integer(1), table: table, record: row.integer(3))
        return (row.integer(0), HistoryEntry(key: key, hash: row.withBytes(4) { [UInt8]($0) }))
      }
      if gap == nil, let index = rows.indices.first(where: { rows[$0].0 != last + 1 + $0 }) {
        gap = last + 1 + index
      }
      last = rows.last?.0 ?? last
      entries = rows.map(\.1)[...]
    }
    return entries.popFirst()
  }

  private static let insertion = RowInsertion(
    "INSERT INTO seal_entry (position, change, record_table, record, hash) VALUES", row: "(?, ?, ?, ?, ?)")

  /// Appends entries behind the position given.
  static func append(_ entries: [HistoryEntry], after position: Int, in connection: Connection) throws {
    try connection.insert(entries.count, by: insertion) { index, values in
      let entry = entries[index]
      try values.put(position + index + 1)
      try values.put(entry.key.change)
      try values.put(entry.key.table)
      try values.put(entry.key.record)
      try values.put(entry.hash)
    }
  }
}

/// A row of the table `seal`, with the instant of its change.
struct StoredSeal {
  var id: Int
  var entries: Int
  var root: String
  var change: Int
  var at: String

  static func all(in connection: Connection) throws -> [StoredSeal] {
    try connection.rows(
      """
      SELECT s.id, s.entries, s.root, s.change, coalesce((SELECT c.at FROM change AS c WHERE c.id = s.change), '')
      FROM seal AS s NOT INDEXED ORDER BY s.id
      """
    ) {
      StoredSeal(
        id: try $0.get(0), entries: try $0.get(1), root: try $0.get(2), change: try $0.get(3),
        at: try $0.get(4))
    }
  }
}
