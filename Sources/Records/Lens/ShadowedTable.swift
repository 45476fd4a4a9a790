internal import SQLite

/// A table of the file as far as the lens has to know it, read from the schema: a table added by a later migration
/// is looked through like the others.
struct ShadowedTable {
  struct Parent: Hashable {
    let column: String
    let table: String
    let key: String
  }

  let name: String
  let columns: [(name: String, type: String)]
  let parents: [Parent]
  /// True for a table of truth; its superseded versions are in `history`.
  let hasHistory: Bool

  var history: String { "\(name)_history" }
  var hasLabel: Bool { columns.contains { $0.name == "tlp" } }

  func has(_ column: String) -> Bool { columns.contains { $0.name == column } }
}

/// The tables of the file, and which hang on which.
struct ShadowedSchema {
  /// What every lens shows as it is.
  static let plain: Set<String> = ["migration", "derived_state", "current_change", "label"]
  /// The log has neither versions nor labels: see ``LensSQL``.
  static let log: Set<String> = ["change", "batch", "erasure"]

  /// Derived tables that declare no keys, to be quick to write.
  private static let keyless: [String: [ShadowedTable.Parent]] = {
    let document = ShadowedTable.Parent(column: "document", table: "document", key: "id")
    let actor = ShadowedTable.Parent(column: "actor", table: "actor", key: "id")
    return [
      "sketch": [document], "sketch_sequence": [document], "passage": [document], "reading": [document],
      "mention": [document, actor],
    ]
  }()

  let tables: [String: ShadowedTable]
  /// Tables whose rows have a label, or belong to a row that has one.
  let marked: Set<String>

  init(of connection: Connection) throws {
    let names = Set(
      try connection.rows(
        """
        SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          AND name <> 'search' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
        """
      ) { try $0.get(0, as: String.self) })
    var tables: [String: ShadowedTable] = [:]
    for name in names where !Self.isApart(name, among: names) {
      tables[name] = ShadowedTable(
        name: name,
        columns: try connection.rows("SELECT name, type FROM pragma_table_info(\(name), 'main')") {
          (try $0.get(0), try $0.get(1))
        }, parents: try Self.parents(of: name, connection), hasHistory: names.contains("\(name)_history"))
    }
    let marked = Self.marked(tables)
    // A table of the analyst's own that hangs on nothing of ours is not looked at: there is no telling what is in it.
    self.tables = tables.filter { $0.value.hasHistory || marked.contains($0.key) }
    self.marked = marked
  }

  /// The names that a lens puts something before.
  var shadows: Set<String> {
    Set(tables.keys).union(tables.values.filter(\.hasHistory).map(\.history)).union(Self.log).union([
      "lens_hidden"
    ])
  }

  private static func isApart(_ name: String, among names: Set<String>) -> Bool {
    let isHistory = name.hasSuffix("_history") && names.contains(String(name.dropLast("_history".count)))
    return isHistory || plain.contains(name) || log.contains(name)
  }

  private static func parents(of name: String, _ connection: Connection) throws -> [ShadowedTable.Parent] {
    var parents = try connection.rows(
      "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(\(name), 'main') ORDER BY id, seq"
    ) { ShadowedTable.Parent(column: try $0.get(0), table: try $0.get(1), key: try $0.get(2)) }
    parents += keyless[name, default: []]
    return parents.filter { $0.table != name && !plain.contains($0.table) && !log.contains($0.table) }
  }

  private static func marked(_ tables: [String: ShadowedTable]) -> Set<String> {
    var marked = Set(tables.values.filter(\.hasLabel).map(\.name))
    while true {
      let more = tables.values.filter { table in
        !marked.contains(table.name) && table.parents.contains { marked.contains($0.table) }
      }
      if more.isEmpty { return marked }
      marked.formUnion(more.map(\.name))
    }
  }

  /// The tables whose labels the rows of a table are under: itself, and those it hangs on.
  func labels(over name: String) -> Set<String> {
    let table = tables[name] ?? tables[String(name.dropLast("_history".count))]
    guard let table else { return [] }
    let above = table.parents.filter { marked.contains($0.table) }.map(\.table)
    return above.reduce(into: table.hasLabel ? [table.name] : []) { $0.formUnion(labels(over: $1)) }
  }
}
