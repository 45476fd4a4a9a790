public import Formats
internal import Names
public import SQLite

/// The names of an actor as rows.
public enum ActorNamesTable {
  /// Every name of an actor and of those counted under it: language, script, in Latin letters, and what is odd.
  /// - Throws: `SQLiteError`.
  public static func of(_ actor: Int, in connection: Connection) throws -> Table {
    let names = ["name", "language", "script", "in Latin letters", "remark"]
    var table = Table(columns: names.map { Table.Column($0) })
    try connection.forEach(
      """
      SELECT a.name, '', 0 AS rank, a.id <> \(actor) AS other, 0 AS position FROM actor AS a
      JOIN actor_canonical AS k ON k.actor = a.id WHERE k.canonical = \(actor)
      UNION ALL
      SELECT l.alias, l.language, 1, a.id <> \(actor), l.position + (CASE WHEN l.ambiguous THEN 100000 ELSE 0 END)
      FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      JOIN actor_canonical AS k ON k.actor = a.id WHERE k.canonical = \(actor) AND l.withdrawn = 0
      ORDER BY 4, 3, 5
      """
    ) { row in
      let name = try row.get(0, as: String.self)
      let isAmbiguous = try row.get(4, as: Int.self) >= 100_000
      let remark = LookAlike.remark(on: name) ?? (isAmbiguous ? "counts in context only" : nil)
      table.append([
        .text(name), .text(try row.get(1)), .text(Script(of: name).rawValue),
        Transliteration.latin(of: name).map(Cell.text) ?? .empty, remark.map(Cell.text) ?? .empty,
      ])
    }
    return table
  }
}
