public import Calendar
public import Records
internal import SQLite

/// What an actor stands in, over time: an owner, a list, a military body, a membership, a successor.
public struct ActorTie: Sendable {
  /// Which kind of tie.
  public enum Kind: String, Sendable, CaseIterable {
    /// It belongs to the other.
    case owner
    /// It stands on a list (of sanctions, of export controls).
    case list
    /// It serves a military body, or is one's.
    case military
    /// It is a member of the other.
    case member
    /// The other came after it.
    case successor
  }

  /// Which kind of tie.
  public var kind: Kind
  /// The other actor; nil for a list.
  public var target: Int?
  /// The list's name.
  public var list: String?
  /// When it began, as precisely as known.
  public var starts: EDTF?
  /// When it ended; nil: it has not, or nobody knows.
  public var ends: EDTF?
  /// The document that says so.
  public var document: Int?
  /// What else is to be said.
  public var note: String?

  /// A tie to an actor, or to a list: one of `target` and `list`.
  public init(
    _ kind: Kind, target: Int?, list: String?, starts: EDTF?, ends: EDTF?, document: Int? = nil,
    note: String? = nil
  ) {
    (self.kind, self.target, self.list) = (kind, target, list)
    (self.starts, self.ends, self.document, self.note) = (starts, ends, document, note)
  }

  /// Enters the tie of an actor.
  /// - Returns: its number.
  /// - Throws: ``ActorError`` where it is there already, a circle would close, or it would end before it begins.
  public func add(to actor: Int, _ context: LoadContext) throws -> Int {
    let db = context.connection
    if let starts, let ends, let from = starts.earliest, let to = ends.latest, to < from {
      throw ActorError.endsBefore(starts.description, ends.description)
    }
    if let target, try actor == target || isAbove(target, under: actor, db) {
      throw ActorError.circle(
        try ActorBook.name(of: actor, in: db), try ActorBook.name(of: target, in: db))
    }
    if let same = try same(of: actor, db) { throw ActorError.hasTie(same) }
    try db.execute(
      """
      INSERT INTO actor_tie (uid, actor, kind, target, list, starts, earliest, ends, latest, document, note, change)
      VALUES (\(Identity.typed(at: context.desk)), \(actor), \(kind.rawValue), \(target), \(list),
        \(starts?.description), \(starts?.earliest?.number), \(ends?.description), \(ends?.latest?.number),
        \(document), \(note), \(context.change.id))
      """)
    return db.lastRowID
  }

  /// One of the same kind, to the same actor or list, from the same day on.
  private func same(of actor: Int, _ db: Connection) throws -> Int? {
    try db.value(
      """
      SELECT id FROM actor_tie WHERE actor = \(actor) AND kind = \(kind.rawValue) AND target IS \(target)
        AND list IS \(list) AND starts IS \(starts?.description) AND ends IS \(ends?.description) AND withdrawn = 0
      ORDER BY id LIMIT 1
      """)
  }

  /// Takes a tie back.
  /// - Throws: ``ActorError`` where there is none of this number.
  public static func withdraw(_ number: Int, _ context: LoadContext) throws {
    let db = context.connection
    guard try db.value("SELECT 1 FROM actor_tie WHERE id = \(number) AND withdrawn = 0", as: Int.self) != nil
    else {
      throw ActorError.noTie(number)
    }
    try db.execute("UPDATE actor_tie SET withdrawn = 1 WHERE id = \(number)")
  }

  /// True if the one is reached from the other by ties of this kind.
  private func isAbove(_ one: Int, under other: Int, _ db: Connection) throws -> Bool {
    try db.value(
      """
      WITH RECURSIVE above (actor) AS (
        SELECT \(one)
        UNION
        SELECT t.target FROM above JOIN actor_tie AS t ON t.actor = above.actor
        WHERE t.kind = \(kind.rawValue) AND t.withdrawn = 0 AND t.target IS NOT NULL)
      SELECT 1 FROM above WHERE actor = \(other)
      """, as: Int.self) != nil
  }
}
