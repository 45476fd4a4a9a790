internal import Formats
public import Records
public import SQLite

/// Who is who: finds actors by what people call them.
public enum ActorBook {
  /// The actor with this name, else the one with this alias, else the one whose name or alias differs in
  /// case only. A name that several actors share finds none, unless `side` tells them apart.
  public static func find(_ name: String, side: String? = nil, in connection: Connection) throws -> Int? {
    let name = NFC.normalized(name)
    if let id = try connection.value(
      "SELECT id FROM actor WHERE name = \(name) AND withdrawn = 0", as: Int.self)
    {
      return id
    }
    let called = try connection.rows(
      """
      SELECT DISTINCT a.id, a.side FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE l.alias = \(name) AND l.withdrawn = 0 AND a.withdrawn = 0
      """
    ) { Candidate(id: try $0.get(0), side: try $0.get(1)) }
    if !called.isEmpty { return only(called, side) }
    return try only(alike(name, connection), side)
  }

  private struct Candidate: Hashable {
    var id: Int
    var side: String
  }

  private static func only(_ candidates: [Candidate], _ side: String?) -> Int? {
    if candidates.count == 1 { return candidates[0].id }
    let same = candidates.filter { $0.side == side }
    return same.count == 1 ? same[0].id : nil
  }

  /// SQLite folds ASCII only, so the comparison is ours; the length keeps the list short.
  private static func alike(_ name: String, _ connection: Connection) throws -> [Candidate] {
    let folded = name.lowercased()
    let length = name.unicodeScalars.count
    let found = try connection.rows(
      """
      SELECT id, side, name FROM actor WHERE withdrawn = 0 AND length(name) = \(length)
      UNION
      SELECT a.id, a.side, l.alias FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE a.withdrawn = 0 AND l.withdrawn = 0 AND length(l.alias) = \(length)
      """
    ) { (Candidate(id: try $0.get(0), side: try $0.get(1)), try $0.get(2, as: String.self)) }
    return Array(Set(found.filter { $0.1.lowercased() == folded }.map(\.0)))
  }

  /// The actor people mean by this name; one not known yet is entered, to be described later.
  /// - Returns: its number.
  /// - Throws: `RowRefusal` for a new name with a semicolon, which parts names in a list.
  public static func ensure(name: String, side: String, _ context: LoadContext) throws -> Int {
    let name = NFC.normalized(name).trimmed
    if let id = try find(name, side: side, in: context.connection) { return id }
    // A name that was taken back keeps its row: what it stood for is not revived, only referred to.
    if let id = try context.connection.value("SELECT id FROM actor WHERE name = \(name)", as: Int.self) {
      return id
    }
    try Actor.refuseSemicolon(name, in: "name")
    try context.connection.execute(
      """
      INSERT INTO actor (uid, name, kind, side, provisional, change)
      VALUES (\(Identity.loaded("actor", name)), \(name), 'other', \(side), 1, \(context.change.id))
      """)
    return context.connection.lastRowID
  }
}
