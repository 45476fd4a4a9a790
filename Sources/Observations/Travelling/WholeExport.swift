public import Formats
public import Records
public import SQLite

/// Everything that people entered into a file, as lines that another file takes in: `entente export --all`.
///
/// One JSON object a line: `table` names the table, the other members are its columns. What names a row of another table
/// holds that row's uid, or what else it is known by; an empty column is left out. The first line says what it is.
/// History stays behind: what is written is how the file stands, taken-back rows included.
public struct WholeExport {
  /// The version of this form.
  static let version: Int64 = 1

  /// True of a file whose first line is a line of such an export, whichever.
  static func begins(_ head: [UInt8]) -> Bool {
    var rest = head[...]
    for part in ["{", "\"table\"", ":", "\""] {
      rest = rest.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
      guard rest.starts(with: part.utf8) else { return false }
      rest = rest.dropFirst(part.utf8.count)
    }
    return isTable(String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }.prefix(100), as: UTF8.self))
  }

  /// True of the name of a table whose rows such an export has, and of the line that says what it is.
  static func isTable(_ name: String) -> Bool { name == "entente" || HistoryTables.truth.contains(name) }

  private let connection: Connection
  private let tables: [TruthTable]
  private let named: [String: TruthTable]

  /// Looks which tables the file has.
  /// - Throws: `SQLiteError`.
  public init(_ connection: Connection) throws {
    self.connection = connection
    tables = try TruthTable.all(in: connection)
    named = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Gives the lines, one after the other.
  /// - Throws: `SQLiteError`, or what `body` throws.
  public func forEach(_ body: (JSONValue) throws -> Void) throws {
    try body(.members(["table": .string("entente"), "version": .integer(Self.version)]))
    for table in tables {
      let names = table.columns.map(\.name)
      try connection.forEach(query(table)) { row in
        // A row that names one which may not be shown is not shown either.
        let isWhole = zip(table.columns, row.values).allSatisfy { !$0.isRequired || $1 != .null }
        guard isWhole else { return }
        let number = table.hasShortID ? [JSONMember("number", Self.json(row.values.last ?? .null))] : []
        let members = zip(names, row.values).compactMap { name, value in
          value == .null ? nil : JSONMember(name, Self.json(value))
        }
        try body(.object([JSONMember("table", .string(table.name))] + number + members))
      }
    }
  }

  /// The highest label among all its rows, taken-back ones included; CLEAR where none carries one.
  /// - Throws: `SQLiteError`.
  public func label() throws -> Label {
    let ranks = try tables.filter { $0.columns.contains { $0.name == "tlp" } }.map { table in
      try connection.value(
        "SELECT max(l.rank) FROM \(identifier: table.name) AS t JOIN label AS l ON l.code = t.tlp",
        as: Int?.self) ?? nil
    }
    return ranks.compactMap { $0 }.max().map { Label(rank: $0) } ?? .clear
  }

  private func query(_ table: TruthTable) -> SQL {
    let columns = table.columns.map { column -> SQL in
      guard let parent = column.parent else { return "t.\(identifier: column.name)" }
      let identity: SQL = named[parent]?.identity(among: named) ?? "p.uid"
      return "(SELECT \(identity) FROM \(identifier: parent) AS p WHERE p.id = t.\(identifier: column.name))"
    }
    return "SELECT \(columns.joined(separator: ", ")), t.id FROM \(identifier: table.name) AS t ORDER BY t.id"
  }

  /// Bytes that are a text are written as one, others in base64.
  private static func json(_ value: Value) -> JSONValue {
    guard case .blob(let bytes) = value else {
      switch value {
      case .integer(let number): return .integer(number)
      case .real(let number): return .number(number)
      case .text(let text): return .string(text)
      case .null, .blob: return .null
      }
    }
    if UTF8Check.firstInvalid(in: bytes) == nil, !bytes.contains(0) {
      return .members(["text": .string(String(decoding: bytes, as: UTF8.self))])
    }
    return .members(["base64": .string(Base64.text(bytes))])
  }
}
