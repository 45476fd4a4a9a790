internal import SQLite

/// A table of truth as the schema describes it: what it takes to carry its rows to another file.
struct TruthTable {
  struct Column {
    var name: String
    var isRequired: Bool
    /// The table whose row it names by number.
    var parent: String?
  }

  let name: String
  /// The columns that travel. Numbers of rows do not, nor the change that made them: both are of one file.
  let columns: [Column]
  /// The columns that tell which row it is, the best first: its uid, else what is unique in the table.
  let keys: [[String]]
  /// People type its rows' numbers; another file keeps them where they are free there.
  var hasShortID: Bool { ["observation", "document", "evidence"].contains(name) }

  /// Every table that has a history, parents before children. Settings are of one file and stay there.
  static func all(in db: Connection) throws -> [TruthTable] {
    let names = try db.rows(
      """
      SELECT t.name FROM sqlite_schema AS t JOIN sqlite_schema AS h ON h.name = t.name || '_history'
      WHERE t.type = 'table' AND h.type = 'table' AND t.name <> 'setting' ORDER BY t.rowid
      """
    ) { try $0.get(0, as: String.self) }
    var left = try names.map { try TruthTable($0, in: db) }
    var sorted: [TruthTable] = []
    while !left.isEmpty {
      let waiting = Set(left.map(\.name))
      let ready = left.filter { table in
        table.columns.allSatisfy {
          $0.parent == nil || $0.parent == table.name || !waiting.contains($0.parent!)
        }
      }
      // Tables that name each other would wait for ever; rows that do are waited for one by one.
      sorted += ready.isEmpty ? left : ready
      let done = Set(sorted.map(\.name))
      left.removeAll { done.contains($0.name) }
    }
    return sorted
  }

  /// What a row `p` of the table is known by in every file: its uid; in a table without one, what is unique in it.
  func identity(among tables: [String: TruthTable]) -> SQL {
    let key = keys.first ?? []
    if key == ["uid"] { return "p.uid" }
    let parts = key.map { name -> SQL in
      guard let parent = columns.first(where: { $0.name == name })?.parent,
        tables[parent]?.keys.first == ["uid"]
      else {
        return "p.\(identifier: name)"
      }
      return "(SELECT q.uid FROM \(identifier: parent) AS q WHERE q.id = p.\(identifier: name))"
    }
    return parts.map { "coalesce(\($0), '')" as SQL }.joined(separator: " || ' ' || ")
  }

  private init(_ name: String, in db: Connection) throws {
    self.name = name
    let parents = try Self.parents(of: name, in: db)
    let all = try db.rows("SELECT name, \"notnull\" FROM pragma_table_info(\(name), 'main')") {
      (try $0.get(0, as: String.self), try $0.get(1, as: Bool.self))
    }
    columns = all.filter { column, _ in column != "change" && (column != "id" || parents["id"] != nil) }
      .map { Column(name: $0, isRequired: $1, parent: parents[$0]) }
    var keys = try Self.uniques(of: name, in: db)
    if parents["id"] != nil { keys.insert(["id"], at: 0) }
    keys = keys.filter { $0 == ["uid"] } + keys.filter { $0 != ["uid"] }
    let whole = all.map(\.0).filter { !["id", "change", "withdrawn"].contains($0) }
    self.keys = keys.isEmpty ? [whole] : keys
  }

  /// The columns that name a row of another table by its number. Codes are the same in every file.
  private static func parents(of table: String, in db: Connection) throws -> [String: String] {
    let links = try db.rows(
      "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(\(table), 'main') WHERE \"to\" = 'id' AND \"from\" <> 'change'"
    ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self)) }
    return Dictionary(links) { first, _ in first }
  }

  private static func uniques(of table: String, in db: Connection) throws -> [[String]] {
    try db.rows(
      "SELECT name FROM pragma_index_list(\(table), 'main') WHERE \"unique\" = 1 AND partial = 0 ORDER BY seq DESC"
    ) {
      let index: String = try $0.get(0)
      return try db.rows("SELECT name FROM pragma_index_info(\(index), 'main') ORDER BY seqno") {
        try $0.get(0)
      }
    }
  }
}
