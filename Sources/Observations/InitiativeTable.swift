internal import Records
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
      INSERT INTO initiative (uid, code, title, tlp, provisional, change)
      VALUES (\(uid(code)), \(code), \(code), \(context.label.rawValue), 1, \(context.change.id))
      """)
    return db.lastRowID
  }
}
