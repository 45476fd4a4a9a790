internal import Calendar
internal import Records
public import SQLite

/// What became of a record, field by field, from the versions of its rows.
public struct Story {
  /// Every field that changed, the oldest change first.
  public private(set) var changes: [FieldChange] = []

  private let db: Connection
  private var names: [String: String] = [:]
  private var log: [Int: (at: String, analyst: String, why: String)] = [:]

  /// Reads what the connection shows: through a lens, only what that shows.
  /// - Throws: `SQLiteError`.
  public init(of record: Record, in connection: Connection) throws {
    try self.init(StoryShape.of(record.kind), record.number, name: record.name(in: connection), connection)
  }

  /// Of a row that is no record, as a declared date or an alarm.
  /// - Throws: `SQLiteError`.
  public init(of row: TruthRow, in connection: Connection) throws {
    try self.init(row.shape(in: connection), row.number, name: row.name, connection)
  }

  private init(_ shape: StoryShape, _ number: Int, name: String, _ connection: Connection) throws {
    db = connection
    try tellWhole(shape, number, name: name)
    // Of one change, the record comes before what belongs to it.
    changes = changes.enumerated().sorted { ($0.element.change, $0.offset) < ($1.element.change, $1.offset) }
      .map(\.element)
  }

  /// A row and what belongs to it.
  private mutating func tellWhole(_ shape: StoryShape, _ number: Int, name: String) throws {
    try tell(shape, number, name: name)
    for part in shape.parts {
      let owned = try db.rows(
        "SELECT id FROM \(identifier: part.table) WHERE \(identifier: part.owner) = \(number) ORDER BY id"
      ) { try $0.get(0, as: Int.self) }
      for id in owned { try tellWhole(part.shape, id, name: Self.name(part.table, id)) }
    }
  }

  private static func name(_ table: String, _ id: Int) -> String {
    table == "evidence" ? "e\(id)" : "\(table) \(id)"
  }

  // MARK: Versions

  /// A row as a change left it.
  private struct Version {
    var change: Int
    var row: Int
    var values: [String: Value]
  }

  /// The versions of the rows of a table whose column holds a number, in the order in which they were made.
  private func versions(_ table: String, _ columns: [String], where owner: String, is number: Int) throws
    -> [Version]
  {
    let list = columns.map { "\(identifier: $0)" as SQL }.joined(separator: ", ")
    let rows: SQL = "SELECT id FROM \(identifier: table) WHERE \(identifier: owner) = \(number)"
    let query: SQL = """
      SELECT start, id, \(list) FROM (
        SELECT id, version, lag(until, 1, change) OVER w AS start, \(list)
        FROM (SELECT id, version, until, change, \(list) FROM \(identifier: "\(table)_history") WHERE id IN (\(rows))
              UNION ALL SELECT id, \(Int.max), NULL, change, \(list) FROM \(identifier: table)
              WHERE \(identifier: owner) = \(number))
        WINDOW w AS (PARTITION BY id ORDER BY version))
      ORDER BY start, id, version
      """
    return try db.rows(query) { row in
      Version(
        change: row.integer(0), row: row.integer(1),
        values: Dictionary(uniqueKeysWithValues: zip(columns, row.values.dropFirst(2))))
    }
  }

  private mutating func tell(_ shape: StoryShape, _ number: Int, name: String) throws {
    let own = try versions(shape.table, shape.fields.map(\.column), where: "id", is: number)
    var lists: [[Version]] = []
    for list in shape.lists {
      let columns = list.columns.map(\.column) + ["withdrawn"] + (Self.hasPosition(list) ? ["position"] : [])
      lists.append(try versions(list.table, columns, where: list.owner, is: number))
    }
    var said: [String: String] = [:]
    var rows = [[Int: [String: Value]]](repeating: [:], count: lists.count)
    let moments = Set(own.map(\.change) + lists.joined().map(\.change)).sorted()
    for moment in moments {
      var says = said
      if let version = own.last(where: { $0.change == moment }) {
        for field in shape.fields { says[field.name] = try text(field, version.values) }
      }
      for (index, list) in shape.lists.enumerated() {
        let touched = lists[index].filter { $0.change == moment }
        guard !touched.isEmpty else { continue }
        for version in touched { rows[index][version.row] = version.values }
        if list.isNamed {
          for values in touched.map(\.values) {
            let name = try text(list.columns[0], values)
            let value = try text(list.columns[1], values)
            says[name] = values["withdrawn"] == .integer(1) ? "" : value
          }
        } else {
          says[list.field] = try joined(list, rows[index])
        }
      }
      try add(moment, name, shape, from: said, to: says)
      said = says
    }
  }

  private static func hasPosition(_ list: StoryShape.List) -> Bool {
    ![
      "observation_extra", "document_claim", "same_origin", "actor_merge", "outlet_host", "alarm_observation",
    ].contains(list.table)
  }

  private mutating func add(
    _ change: Int, _ name: String, _ shape: StoryShape, from old: [String: String], to new: [String: String]
  ) throws {
    let known = shape.fields.map(\.name) + shape.lists.map(\.field)
    let others = new.keys.filter { !known.contains($0) }.sorted()
    let entry = try entry(change)
    for field in known + others where old[field] ?? "" != new[field] ?? "" {
      changes.append(
        FieldChange(
          change: change, at: entry.at, analyst: entry.analyst, why: entry.why, record: name, field: field,
          old: old[field] ?? "", new: new[field] ?? ""))
    }
  }

  private mutating func entry(_ change: Int) throws -> (at: String, analyst: String, why: String) {
    if let known = log[change] { return known }
    let found = try db.first("SELECT at, analyst, why FROM change WHERE id = \(change)") {
      (
        at: try $0.get(0, as: String.self), analyst: try $0.get(1, as: String.self),
        why: try $0.get(2, as: String.self)
      )
    }
    let entry = found ?? (at: "", analyst: "", why: "")
    log[change] = entry
    return entry
  }

  // MARK: Texts

  private mutating func joined(_ list: StoryShape.List, _ rows: [Int: [String: Value]]) throws -> String {
    let standing = rows.filter { $0.value["withdrawn"] == .integer(0) }
      .sorted { (Self.position($0.value), $0.key) < (Self.position($1.value), $1.key) }
    return try standing.map { row in
      var parts: [String] = []
      for column in list.columns { parts.append(try text(column, row.value)) }
      return parts.enumerated().map { $0.offset == 0 ? $0.element : list.signs[$0.offset - 1] + $0.element }
        .joined()
    }.joined(separator: ";")
  }

  private static func position(_ values: [String: Value]) -> Int {
    if case .integer(let number)? = values["position"] { return Int(number) }
    return 0
  }

  private static let flags: Set = ["withdrawn", "umbrella", "multilateral", "main", "provisional"]

  private mutating func text(_ field: StoryShape.Field, _ values: [String: Value]) throws -> String {
    let value = values[field.column] ?? .null
    if Self.flags.contains(field.column), value == .integer(0) { return "" }
    guard let reference = field.reference, case .integer(let number) = value else {
      return CellText.of(value)
    }
    let key = "\(reference) \(number)"
    if let known = names[key] { return known }
    let name = try self.name(reference, Int(number))
    names[key] = name
    return name
  }

  private func name(_ reference: StoryShape.Reference, _ number: Int) throws -> String {
    let name: String? =
      switch reference {
      case .actor: try db.value("SELECT name FROM actor WHERE id = \(number)")
      case .outlet: try db.value("SELECT name FROM outlet WHERE id = \(number)")
      case .initiative: try db.value("SELECT code FROM initiative WHERE id = \(number)")
      case .observation: "o\(number)"
      case .document: "d\(number)"
      case .evidence: "e\(number)"
      case .day: Day(number: number).description
      }
    return name ?? "(not shown)"
  }
}
