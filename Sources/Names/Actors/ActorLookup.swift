internal import Formats
public import SQLite

extension ActorBook {
  /// The actor that people mean by a name, a uid or an alias.
  /// - Throws: ``ActorError`` with the nearest names where none or several are called so, `SQLiteError`.
  public static func known(_ name: String, in connection: Connection) throws -> Int {
    let name = NFC.normalized(name)
    if let id = try find(name, in: connection) ?? withUID(name, connection) { return id }
    let several = try called(name, in: connection)
    guard several.count < 2 else { throw ActorError.ambiguous(name, several) }
    let near = try NameMatcher(connection).nearest(to: name, limit: 3).map(\.name)
    throw ActorError.unknown(name, near: near)
  }

  /// The name an actor is entered under.
  public static func name(of actor: Int, in connection: Connection) throws -> String {
    try connection.value("SELECT name FROM actor WHERE id = \(actor)") ?? ""
  }

  /// What an actor is counted under: itself, or the end of its merges.
  public static func canonical(of actor: Int, in connection: Connection) throws -> Int {
    try connection.value("SELECT canonical FROM actor_canonical WHERE actor = \(actor)") ?? actor
  }

  private static func withUID(_ uid: String, _ connection: Connection) throws -> Int? {
    try connection.value("SELECT id FROM actor WHERE uid = \(uid) AND withdrawn = 0")
  }

  /// Those with the alias, by the names they are entered under.
  private static func called(_ alias: String, in connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT DISTINCT a.name FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE l.alias = \(alias) AND l.withdrawn = 0 AND a.withdrawn = 0 ORDER BY a.name
      """
    ) { try $0.get(0, as: String.self) }
  }
}
