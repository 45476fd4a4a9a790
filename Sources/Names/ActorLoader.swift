public import Records
internal import SQLite

/// Loads actors with their names in several languages. A parent may come later in the file: it is entered in
/// passing and completed by its own row.
public struct ActorLoader: TableLoader {
  /// What people call the table.
  public static let name = "actors"
  /// Columns that must be there.
  public static let required = ["name", "kind", "side"]
  /// Columns that may be there.
  public static let optional = [
    "uid", "parent", "aliases_en", "aliases_ru", "aliases_zh", "ambiguous", "note",
  ]

  /// A loader that has read nothing yet.
  public init() {}

  /// Enters a row, or passes it over.
  /// - Throws: `RowRefusal`, `SQLiteError`.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    var wanted = try Actor(row)
    wanted.parent = try wanted.parent.map { try ActorTable.properName($0, in: context.connection) }
    if let uid = row["uid"], !Identity.isUID(uid) {
      throw RowRefusal(
        column: "uid", value: uid, reason: "the uid is no UUID", hint: "Leave it empty for a new actor.")
    }
    guard let known = try ActorTable.find(name: wanted.name, uid: row["uid"], in: context.connection) else {
      try ActorTable.insert(wanted, uid: row["uid"] ?? Identity.loaded("actor", wanted.name), context)
      return .loaded
    }
    if known.isWithdrawn { return .skipped }
    let held = try ActorTable.read(known.id, in: context.connection)
    if wanted.ambiguous == nil {
      wanted.ambiguous = held?.ambiguous?.intersection(wanted.aliases.map(\.text))
    }
    if held == wanted, !known.isProvisional { return .skipped }
    guard known.isProvisional || context.update else {
      throw RowRefusal(
        column: "name", value: wanted.name, reason: "\(wanted.name) is known with other content",
        hint: RowRefusal.updateHint)
    }
    try ActorTable.update(known.id, to: wanted, context)
    return .updated
  }
}
