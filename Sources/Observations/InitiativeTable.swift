internal import Formats
public import Records
internal import SQLite

/// The SQL of initiatives.
enum InitiativeTable {
  static func uid(_ code: String) -> String { Identity.loaded("initiative", code) }

  /// The initiative's number; one named in passing is made, to be described later.
  static func ensure(code: String, _ context: LoadContext) throws -> Int {
    let db = context.connection
    if let id = try db.value("SELECT id FROM initiative WHERE code = \(code)", as: Int.self) { return id }
    try db.execute(
      """
      INSERT INTO initiative (uid, code, title, provisional, change)
      VALUES (\(uid(code)), \(code), \(code), 1, \(context.change.id))
      """)
    return db.lastRowID
  }
}

/// Loads a table of initiatives; `first_id` and `last_id` follow from the observations and are not kept.
public struct InitiativeLoader: TableLoader {
  public static let name = "initiatives"
  public static let required = ["code", "title", "status"]
  public static let optional = ["uid", "note", "first_id", "last_id"]

  public init() {}

  public func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let db = context.connection
    let code = try row.required("code")
    let title = try NFC.normalized(row.required("title"))
    let note = row["note"].map(NFC.normalized)
    let status = row["status"]
    if let status, status != "unknown" { _ = try Codes(db).check(.stage, status, column: "status") }
    let known = try db.first(
      "SELECT title, note, status, provisional, withdrawn FROM initiative WHERE code = \(code)"
    ) {
      (
        same: try $0.get(0) == title && $0.get(1) == note && $0.get(2) == status,
        provisional: try $0.get(3, as: Bool.self),
        withdrawn: try $0.get(4, as: Bool.self)
      )
    }
    guard let known else {
      try db.execute(
        """
        INSERT INTO initiative (uid, code, title, note, status, change)
        VALUES (\(row["uid"] ?? InitiativeTable.uid(code)), \(code), \(title), \(note), \(status), \(context.change.id))
        """)
      return .loaded
    }
    if known.withdrawn || (known.same && !known.provisional) { return .skipped }
    guard known.provisional || context.update else {
      throw RowRefusal(
        column: "code", value: code, reason: "the initiative \(code) is known with other content",
        hint: "Load it with --update if the file is right.")
    }
    try db.execute(
      "UPDATE initiative SET title = \(title), note = \(note), status = \(status), provisional = 0 WHERE code = \(code)"
    )
    return .updated
  }
}
