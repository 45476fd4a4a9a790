internal import Records
internal import SQLite

/// The SQL of actors and their aliases.
enum ActorTable {
  struct Known {
    var id: Int
    var isProvisional: Bool
    var isWithdrawn: Bool
  }

  /// The row that carries the uid, else the name.
  static func find(name: String, uid: String?, in db: Connection) throws -> Known? {
    try db.first(
      """
      SELECT id, provisional, withdrawn FROM actor
      WHERE uid = \(uid) OR name = \(name) ORDER BY uid IS \(uid) DESC LIMIT 1
      """
    ) { Known(id: try $0.get(0), isProvisional: try $0.get(1), isWithdrawn: try $0.get(2)) }
  }

  static func read(_ id: Int, in db: Connection) throws -> Actor? {
    let aliases = try db.rows(
      """
      SELECT alias, language, ambiguous FROM actor_alias
      WHERE actor = \(id) AND withdrawn = 0 AND language IN ('en', 'ru', 'zh') ORDER BY position
      """
    ) { (Actor.Alias(text: try $0.get(0), language: try $0.get(1)), try $0.get(2, as: Bool.self)) }
    return try db.first(
      """
      SELECT a.name, a.kind, a.side, p.name, a.note
      FROM actor AS a LEFT JOIN actor AS p ON p.id = a.parent WHERE a.id = \(id)
      """
    ) {
      Actor(
        name: try $0.get(0), kind: try $0.get(1), side: try $0.get(2), parent: try $0.get(3),
        note: try $0.get(4),
        aliases: aliases.map(\.0), ambiguous: Set(aliases.filter(\.1).map(\.0.text)))
    }
  }

  /// The name under which an actor stands here, where people call it otherwise.
  static func properName(_ name: String, in db: Connection) throws -> String {
    guard let id = try ActorBook.find(name, in: db) else { return name }
    return try db.value("SELECT name FROM actor WHERE id = \(id)") ?? name
  }

  static func insert(_ actor: Actor, uid: String, _ context: LoadContext) throws {
    let parent = try parent(of: actor, context)
    try context.connection.execute(
      """
      INSERT INTO actor (uid, name, kind, side, parent, note, change)
      VALUES (\(uid), \(actor.name), \(actor.kind), \(actor.side), \(parent), \(actor.note), \(context.change.id))
      """)
    try name(context.connection.lastRowID, actor, context)
  }

  static func update(_ id: Int, to actor: Actor, _ context: LoadContext) throws {
    let parent = try parent(of: actor, context)
    try context.connection.execute(
      """
      UPDATE actor SET name = \(actor.name), kind = \(actor.kind), side = \(actor.side), parent = \(parent),
        note = \(actor.note), provisional = 0
      WHERE id = \(id)
      """)
    try name(id, actor, context)
  }

  /// Its number; a parent nobody has described yet is entered in passing, on the side of its child.
  private static func parent(of actor: Actor, _ context: LoadContext) throws -> Int? {
    try actor.parent.map { try ActorBook.ensure(name: $0, side: actor.side, context) }
  }

  /// Brings the aliases in line: those no longer said are taken back, those said again return. Aliases in
  /// languages that a table has no column for are left as they are.
  private static func name(_ id: Int, _ actor: Actor, _ context: LoadContext) throws {
    let db = context.connection
    let known = Set(
      try db.rows(
        "SELECT alias, language FROM actor_alias WHERE actor = \(id) AND language IN ('en', 'ru', 'zh')"
      ) { Actor.Alias(text: try $0.get(0), language: try $0.get(1)) })
    for gone in known.subtracting(actor.aliases) {
      try db.execute(
        """
        UPDATE actor_alias SET withdrawn = 1
        WHERE actor = \(id) AND alias = \(gone.text) AND language = \(gone.language) AND withdrawn = 0
        """)
    }
    for (position, alias) in actor.aliases.enumerated() {
      let isAmbiguous = actor.ambiguous?.contains(alias.text) ?? false
      if known.contains(alias) {
        try db.execute(
          """
          UPDATE actor_alias SET withdrawn = 0, position = \(position), ambiguous = \(isAmbiguous)
          WHERE actor = \(id) AND alias = \(alias.text) AND language = \(alias.language)
            AND (withdrawn = 1 OR position <> \(position) OR ambiguous <> \(isAmbiguous))
          """)
      } else {
        try db.execute(
          """
          INSERT INTO actor_alias (actor, alias, language, script, ambiguous, position, change)
          VALUES (\(id), \(alias.text), \(alias.language), \(Script(of: alias.text).rawValue), \(isAmbiguous),
            \(position), \(context.change.id))
          """)
      }
    }
  }
}
