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
    let code = try row.required("code")
    let status = row["status"]
    if let status, status != "unknown" {
      _ = try Codes(context.connection).check(.stage, status, column: "status")
    }
    return try WantedRow(
      table: "initiative", key: [("code", code.value)],
      content: [
        ("title", try row.requiredText("title").value), ("note", row.text("note").value),
        ("status", status.value),
      ],
      initial: [("uid", (row["uid"] ?? InitiativeTable.uid(code)).value)], canBeProvisional: true
    ).store(context)
  }
}
