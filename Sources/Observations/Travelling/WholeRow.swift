internal import Formats
internal import Records
internal import SQLite

/// A line of a whole export on its way into a file.
struct WholeRow {
  let line: Int
  let table: TruthTable
  let cells: [String: JSONValue]

  /// - Throws: `RowRefusal` for a table or column that this program does not know.
  init(line: Int, _ value: JSONValue, _ tables: [String: TruthTable]) throws(RowRefusal) {
    guard let members = value.object, let name = value["table"]?.string else {
      throw RowRefusal(reason: "the line holds no row of a table", hint: "As written: {\"table\": ...}.")
    }
    guard let table = tables[name] else {
      throw RowRefusal(
        value: name, reason: "there is no table \(name) here",
        hint: "It may come from a newer version of entente.")
    }
    let known = Set(table.columns.map(\.name) + (table.hasShortID ? ["number"] : []))
    if let stray = members.first(where: { $0.key != "table" && !known.contains($0.key) }) {
      throw RowRefusal(
        column: stray.key, reason: "\(name) has no column \(stray.key) here",
        hint: "It may come from a newer version of entente.")
    }
    self.line = line
    self.table = table
    cells = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// What a column of its own holds.
  /// - Throws: `RowRefusal` for lists and the like.
  func value(_ column: String) throws(RowRefusal) -> Value {
    switch cells[column] {
    case nil, .null?: return .null
    case .integer(let number)?: return .integer(number)
    case .number(let number)?: return .real(number)
    case .string(let text)?: return .text(text)
    case .bool(let bool)?: return .integer(bool ? 1 : 0)
    case .object?, .array?:
      if let text = cells[column]?["text"]?.string { return .blob(Array(text.utf8)) }
      if let bytes = cells[column]?["base64"]?.string.flatMap(Base64.exactBytes) { return .blob(bytes) }
      throw RowRefusal(column: column, reason: "\(column) holds no value", hint: "Export the file again.")
    }
  }
}

/// Enters rows of a whole export: finds the row that is meant, passes it over where it says the same.
struct WholeLoading {
  /// The row names one that is not there yet.
  struct Missing: Error {
    var column: String
    var table: String
    var uid: String
  }

  private let context: LoadContext
  private var db: Connection { context.connection }
  /// Rows that are known here under another uid, by table and uid.
  private(set) var aliases: [String: [String: Int]]
  private let tables: [String: TruthTable]

  init(_ context: LoadContext, _ tables: [String: TruthTable], aliases: [String: [String: Int]]) {
    self.context = context
    self.tables = tables
    self.aliases = aliases
  }

  /// How a row came into this file: no difference for what it says.
  private static let circumstances: Set<String> = [
    "uid", "recorded", "loaded", "path", "container", "part", "retrieved", "provisional",
  ]

  mutating func load(_ row: WholeRow) throws -> LoadOutcome {
    var cells: [WantedRow.Cell] = []
    for column in row.table.columns { cells.append((column.name, try value(of: column, row))) }
    guard let held = try held(row.table, cells) else {
      try insert(row, cells)
      return .loaded
    }
    if let uid = row.cells["uid"]?.string, held.cells["uid"] != .text(uid) {
      aliases[row.table.name, default: [:]][uid] = held.id
    }
    return try reconcile(row.table, cells, held)
  }

  private func value(of column: TruthTable.Column, _ row: WholeRow) throws -> Value {
    let value = try row.value(column.name)
    guard let parent = column.parent, case .text(let uid) = value else { return value }
    if let id = aliases[parent]?[uid] { return .integer(Int64(id)) }
    let identity: SQL = tables[parent]?.identity(among: tables) ?? "p.uid"
    let found: SQL = "SELECT p.id FROM \(identifier: parent) AS p WHERE \(identity) = \(uid)"
    guard let id = try db.value(found, as: Int.self)
    else {
      throw Missing(column: column.name, table: parent, uid: uid)
    }
    return .integer(Int64(id))
  }

  // MARK: The row that is meant

  private func held(_ table: TruthTable, _ cells: [WantedRow.Cell]) throws -> (
    id: Int, cells: [String: Value]
  )? {
    let values = Dictionary(cells.map { ($0.column, $0.value) }) { first, _ in first }
    let names = table.columns.map(\.name)
    for key in table.keys {
      // A key with an empty part tells nothing, but where the whole row is the key.
      guard table.keys.count == 1 || key.allSatisfy({ values[$0] != .null }) else { continue }
      let condition = key.map { "\(identifier: $0) IS \(values[$0] ?? .null)" as SQL }.joined(
        separator: " AND ")
      let columns = names.map { "\(identifier: $0)" as SQL }.joined(separator: ", ")
      let found = try db.first(
        "SELECT id, \(columns) FROM \(identifier: table.name) WHERE \(condition) ORDER BY id LIMIT 1"
      ) { (try $0.get(0, as: Int.self), Array($0.values.dropFirst())) }
      if let found { return (found.0, Dictionary(zip(names, found.1)) { first, _ in first }) }
    }
    return nil
  }

  private func insert(_ row: WholeRow, _ cells: [WantedRow.Cell]) throws {
    let table = row.table
    var cells = cells + [("change", context.change.id.value)]
    if let number = try freeNumber(row) { cells.append(("id", number.value)) }
    let columns = cells.map { "\(identifier: $0.column)" as SQL }.joined(separator: ", ")
    let values = cells.map { "\($0.value)" as SQL }.joined(separator: ", ")
    try db.execute("INSERT INTO \(identifier: table.name) (\(columns)) VALUES (\(values))")
  }

  private func freeNumber(_ row: WholeRow) throws -> Int? {
    guard case .integer(let number)? = row.cells["number"], 1..<1_000_000_000 ~= number else { return nil }
    let taken = try db.value(
      "SELECT 1 FROM \(identifier: row.table.name) WHERE id = \(Int(number))", as: Int.self)
    return taken == nil ? Int(number) : nil
  }

  /// What was taken back here stays so; what is only named in passing there tells nothing new.
  private func reconcile(
    _ table: TruthTable, _ cells: [WantedRow.Cell], _ held: (id: Int, cells: [String: Value])
  ) throws -> LoadOutcome {
    let different = cells.filter {
      !Self.circumstances.contains($0.column) && !Self.same($0.value, held.cells[$0.column])
    }
    let isOpen = held.cells["provisional"] == .integer(1) || held.cells["sha256"] == .null
    let isPassing = cells.contains {
      $0.column == "provisional" && $0.value == .integer(1) || $0.column == "sha256" && $0.value == .null
    }
    let wasTakenBack = held.cells["withdrawn"] == .integer(1)
    guard let first = different.first, !wasTakenBack, isOpen || !isPassing else { return .skipped }
    guard context.update || (isOpen && !isPassing) else {
      throw RowRefusal(
        column: first.column, value: CellText.of(first.value),
        reason: "\(table.name) \(Self.name(table, cells)) is known with another \(first.column)",
        hint: RowRefusal.updateHint)
    }
    var settings = different.map { "\(identifier: $0.column) = \($0.value)" as SQL }
    if isOpen, !isPassing { settings.append("provisional = 0") }
    try db.execute(
      "UPDATE \(identifier: table.name) SET \(settings.joined(separator: ", ")) WHERE id = \(held.id)")
    return .updated
  }

  /// JSON does not tell 5.0 from 5.
  private static func same(_ value: Value, _ held: Value?) -> Bool {
    switch (value, held) {
    case (.integer(let number), .real(let other)?): Double(number) == other
    case (.real(let number), .integer(let other)?): number == Double(other)
    default: value == held
    }
  }

  private static func name(_ table: TruthTable, _ cells: [WantedRow.Cell]) -> String {
    let shown = cells.first { ["name", "code", "title", "uid"].contains($0.column) }
    return shown.map { CellText.of($0.value) } ?? ""
  }
}
