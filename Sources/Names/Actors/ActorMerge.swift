public import Records
internal import SQLite

/// Actors that are one: an edge says so, and nothing is rewritten. Undoing removes the edge; what was changed in
/// between stays where it was changed.
public enum ActorMerge {
  /// Counts an actor under another from now on, with all that is counted under it.
  /// - Throws: ``ActorError`` where the two are one already, the first is merged already, or a circle would close.
  public static func merge(_ actor: Int, into other: Int, why: String, _ context: LoadContext) throws {
    let db = context.connection
    let names = try (ActorBook.name(of: actor, in: db), ActorBook.name(of: other, in: db))
    if actor == other { throw ActorError.same(names.0, names.1) }
    if let under = try target(of: actor, context) {
      throw ActorError.merged(names.0, into: try ActorBook.name(of: under, in: db))
    }
    if try ActorBook.canonical(of: other, in: db) == actor { throw ActorError.circle(names.0, names.1) }
    try db.execute(
      """
      INSERT INTO actor_merge (uid, actor, into_actor, why, change)
      VALUES (\(Identity.typed(at: context.desk)), \(actor), \(other), \(why), \(context.change.id))
      """)
  }

  /// Counts an actor by itself again.
  /// - Returns: what it was counted under.
  /// - Throws: ``ActorError`` where it is not merged.
  @discardableResult
  public static func unmerge(_ actor: Int, _ context: LoadContext) throws -> Int {
    guard let other = try target(of: actor, context) else {
      throw ActorError.notMerged(try ActorBook.name(of: actor, in: context.connection))
    }
    try context.connection.execute(
      "UPDATE actor_merge SET withdrawn = 1 WHERE actor = \(actor) AND withdrawn = 0")
    return other
  }

  private static func target(of actor: Int, _ context: LoadContext) throws -> Int? {
    try context.connection.value(
      "SELECT into_actor FROM actor_merge WHERE actor = \(actor) AND withdrawn = 0")
  }
}
