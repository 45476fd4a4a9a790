import Records
import SQLite
import TestSupport

/// A table of truth as the schema describes it: what the tests need to make rows of any of them.
struct TruthTable {
  let name: String
  let sql: String
  /// Columns in order.
  let columns: [(name: String, type: String, isRequired: Bool)]
  /// Parent table and column by column.
  let parents: [String: (table: String, column: String)]
  /// The columns of each unique index over the whole table.
  let uniques: [[String]]
  /// Columns of unique indexes that may be empty.
  var optionalKeys: [String] {
    uniques.joined().filter { name in !columns.contains { $0.name == name && $0.isRequired } }
  }

  init(_ name: String, in db: Connection) throws {
    self.name = name
    sql = try db.value("SELECT sql FROM sqlite_schema WHERE name = \(name)", as: String.self) ?? ""
    columns = try db.rows("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(\(name))") {
      (try $0.get(0), try $0.get(1), try $0.get(2) == 1 && $0.get(3, as: String?.self) == nil)
    }
    var parents: [String: (String, String)] = [:]
    try db.forEach("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(\(name))") {
      parents[try $0.get(0)] = (try $0.get(1), try $0.get(2))
    }
    self.parents = parents
    uniques = try db.rows("SELECT name FROM pragma_index_list(\(name)) WHERE \"unique\" = 1 AND partial = 0")
    {
      let index: String = try $0.get(0)
      return try db.rows("SELECT name FROM pragma_index_info(\(index))") { try $0.get(0) }
    }
  }

  /// Every table that has `withdrawn` and `change`, in the order of the schema.
  static func names(in db: Connection) throws -> [String] {
    try db.rows(
      """
      SELECT s.name FROM sqlite_schema AS s WHERE s.type = 'table' AND s.name NOT LIKE '%\\_history' ESCAPE '\\'
        AND 2 = (SELECT count(*) FROM pragma_table_info(s.name) WHERE name IN ('withdrawn', 'change'))
      ORDER BY s.name
      """
    ) { try $0.get(0) }
  }

  /// For the arguments of tests.
  static let all: [String] = (try? names(in: TestFile.memory().connection)) ?? []
}

/// Makes rows of any table of truth, parents first, filling what must be filled with something plausible.
final class RowMaker {
  let db: Connection
  private var number = 0

  init(_ db: Connection) { self.db = db }

  /// What the checks over a whole table want beside the columns that must be filled.
  private static let extras: [String: [String: Value]] = [
    "actor_tie": ["list": .text("a list")], "document": ["title": .text("a title")],
    "judgement": ["confidence": .text("low")], "decision": ["verdict": .text("rejected")],
  ]
  private static let wanted = ["note": "observation"]

  /// Values for a new row by column.
  func values(of name: String) throws -> [String: Value] {
    let table = try TruthTable(name, in: db)
    number += 1
    var values = Self.extras[name] ?? [:]
    for column in table.columns where values[column.name] == nil {
      let isUnique = column.name == "id" || table.uniques.joined().contains(column.name)
      guard column.isRequired || isUnique || column.name == Self.wanted[name] else { continue }
      if let parent = table.parents[column.name] {
        values[column.name] = try self.parent(parent.table, parent.column)
      } else {
        values[column.name] = plausible(column, table.sql)
      }
    }
    return values
  }

  /// Inserts a row.
  /// - Returns: its id.
  @discardableResult
  func insert(_ name: String, _ changed: [String: Value] = [:], or: String = "ABORT") throws -> Int {
    let values = try values(of: name).merging(changed) { $1 }.sorted { $0.key < $1.key }
    let columns = values.map { "\"\($0.key)\"" }.joined(separator: ", ")
    let marks: SQL = values.map { "\($0.value)" as SQL }.joined(separator: ", ")
    try db.execute(SQL(trusting: "INSERT OR \(or) INTO \(name) (\(columns)) VALUES (") + marks + ")")
    guard case .integer(let id) = values.first(where: { $0.key == "id" })?.value else { return 0 }
    return Int(id)
  }

  private func parent(_ table: String, _ column: String) throws -> Value {
    if table == "label" { return .text("CLEAR") }
    let id = try insert(table)
    return try db.value("SELECT \(identifier: column) FROM \(identifier: table) WHERE id = \(id)") ?? .null
  }

  private func plausible(_ column: (name: String, type: String, isRequired: Bool), _ sql: String) -> Value {
    if let choice = sql.text(after: "\(column.name) IN ('", until: "'") { return .text(choice) }
    if sql.text(after: "\(column.name) GLOB", until: ")") != nil { return .text("2026-11-24T08:00:00Z") }
    if let length = sql.text(after: "length(\(column.name)) = ", until: ")").flatMap({ Int($0) }) {
      return .text("\(number)".padded(to: length))
    }
    switch column.type {
    case "INTEGER": return .integer(Int64(1_000 + number))
    case "REAL": return .real(0.5)
    case "BLOB": return .blob(Array("bytes \(number)".utf8))
    default: return .text("\(column.name) \(number)")
    }
  }
}

extension String {
  fileprivate func text(after start: String, until end: Character) -> String? {
    firstRange(of: start).map { String(self[$0.upperBound...].prefix { $0 != end }) }
  }
  fileprivate func padded(to length: Int) -> String { self + String(repeating: "-", count: length - count) }
}

extension Connection {
  /// All rows of a table or of a query over it.
  func all(_ sql: SQL) throws -> [[Value]] { try rows(sql) { $0.values } }
  /// The first column of the first row, as a number.
  func number(_ sql: SQL) throws -> Int? { try value(sql, as: Int.self) }
  /// The newest entry of the log.
  func lastChange() throws -> Int { try number("SELECT coalesce(max(id), 0) FROM change") ?? 0 }
}

/// What SQLite said when `body` was refused; nil if it was done.
func refusal(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch { return "\(error)" }
}
