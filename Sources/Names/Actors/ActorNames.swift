internal import Formats
public import Records
internal import SQLite

/// The names of an actor, and the body it is part of.
public enum ActorNames {
  /// Adds a name; one that was withdrawn returns.
  /// - Parameters:
  ///   - name: as people write it.
  ///   - language: two letters; nil: by its script, en, ru or zh.
  ///   - isAmbiguous: true if it is a word too, or the name of others, and counts only in context.
  ///   - actor: whose name it is.
  ///   - context: the change it belongs to.
  /// - Throws: ``ActorError`` where it has the name, `RowRefusal` for a name with a semicolon.
  public static func add(
    _ name: String, language: String?, isAmbiguous: Bool, to actor: Int, _ context: LoadContext
  ) throws {
    let db = context.connection
    let name = NFC.normalized(name).trimmed
    try Actor.refuseSemicolon(name, in: "name")
    guard !name.isEmpty else { throw RowRefusal(column: "name", value: name, reason: "a name is missing") }
    let script = Script(of: name)
    let language = language ?? self.language(of: script)
    let held = try db.value(
      "SELECT withdrawn FROM actor_alias WHERE actor = \(actor) AND alias = \(name) AND language = \(language)",
      as: Bool.self)
    let own = try ActorBook.name(of: actor, in: db)
    if held == false || own == name { throw ActorError.hasName(name, of: own) }
    if held == true {
      try db.execute(
        """
        UPDATE actor_alias SET withdrawn = 0, ambiguous = \(isAmbiguous)
        WHERE actor = \(actor) AND alias = \(name) AND language = \(language)
        """)
      return
    }
    let last =
      try db.value("SELECT max(position) FROM actor_alias WHERE actor = \(actor)", as: Int?.self) ?? nil
    try db.execute(
      """
      INSERT INTO actor_alias (actor, alias, language, script, ambiguous, position, change)
      VALUES (\(actor), \(name), \(language), \(script.rawValue), \(isAmbiguous), \((last ?? -1) + 1),
        \(context.change.id))
      """)
  }

  /// Takes a name back, in every language it stands in.
  /// - Throws: ``ActorError`` where the actor has no such name, or is entered under it.
  public static func withdraw(_ name: String, of actor: Int, _ context: LoadContext) throws {
    let db = context.connection
    let name = NFC.normalized(name).trimmed
    let own = try ActorBook.name(of: actor, in: db)
    let held = try db.value(
      "SELECT count(*) FROM actor_alias WHERE actor = \(actor) AND alias = \(name) AND withdrawn = 0",
      as: Int.self)
    guard held ?? 0 > 0 else {
      throw own == name ? ActorError.properName(name) : ActorError.noName(name, of: own)
    }
    try db.execute(
      "UPDATE actor_alias SET withdrawn = 1 WHERE actor = \(actor) AND alias = \(name) AND withdrawn = 0")
  }

  /// Sets the body that an actor is part of; nil: none.
  /// - Throws: ``ActorError`` where the actor would stand under itself.
  public static func setParent(_ parent: Int?, of actor: Int, _ context: LoadContext) throws {
    let db = context.connection
    if let parent, try isAbove(parent, under: actor, db) {
      throw ActorError.circle(
        try ActorBook.name(of: actor, in: db), try ActorBook.name(of: parent, in: db))
    }
    try db.execute("UPDATE actor SET parent = \(parent) WHERE id = \(actor) AND parent IS NOT \(parent)")
  }

  /// True if going up from `one` reaches `other`.
  private static func isAbove(_ one: Int, under other: Int, _ db: Connection) throws -> Bool {
    try db.value(
      """
      WITH RECURSIVE above (actor) AS (
        SELECT \(one)
        UNION SELECT a.parent FROM above JOIN actor AS a ON a.id = above.actor WHERE a.parent IS NOT NULL)
      SELECT 1 FROM above WHERE actor = \(other)
      """, as: Int.self) != nil
  }

  private static func language(of script: Script) -> String {
    switch script {
    case .cyrillic: "ru"
    case .han: "zh"
    default: "en"
    }
  }
}
