internal import Documents
public import Formats
internal import Records
public import SQLite

/// Outlets with their letters, and what rests on each.
public enum Outlets {
  /// The outlet of that name, or known by it.
  /// - Throws: ``FilterError`` with the names that are near.
  public static func known(_ name: String, in connection: Connection) throws -> Int {
    if let id = try OutletTable.find(name: NFC.normalized(name).trimmed, in: connection) { return id }
    let all = try KnownNames.outlets(beginning: "", limit: .max, in: connection)
    let begin = all.filter { $0.lowercased().hasPrefix(name.lowercased()) }.prefix(5)
    throw FilterError.unknown(
      "outlet", name, near: begin.isEmpty ? Nearest.to(name, among: all).map { [$0] } ?? [] : Array(begin))
  }

  /// Its name.
  public static func name(of outlet: Int, in connection: Connection) throws -> String {
    try connection.value("SELECT name FROM outlet WHERE id = \(outlet)") ?? ""
  }

  /// One row an outlet, by name.
  /// - Parameters:
  ///   - letters: A to F or `ungraded`; empty: all.
  ///   - connection: the file.
  /// - Returns: name, affiliation, side, letter, since, documents, observations, hosts, why.
  /// - Throws: `SQLiteError`.
  public static func table(letters: [String], in connection: Connection) throws -> Table {
    let among: SQL =
      letters.isEmpty ? "1" : "letter IN (\(letters.map { "\($0)" as SQL }.joined(separator: ", ")))"
    return try Table(
      of: """
        SELECT o.name, o.affiliation, o.side, o.letter, o.since, o.documents, coalesce(r.observations, 0), o.hosts, o.why
        FROM outlets AS o LEFT JOIN (
          SELECT v.outlet, count(DISTINCT v.observation) AS observations
          FROM evidence_outlet AS v JOIN observation AS b ON b.id = v.observation AND b.withdrawn = 0 GROUP BY v.outlet) AS r
          ON r.outlet = o.id
        WHERE \(among) ORDER BY o.name
        """,
      ["name", "affiliation", "side", "letter", "since", "documents", "observations", "hosts", "why"],
      in: connection)
  }

  /// Every letter an outlet has had, the latest first.
  public static func letters(of outlet: Int, in connection: Connection) throws -> Table {
    try Table(
      of: """
        SELECT letter, since, until, why, entered, analyst FROM outlet_grades
        WHERE outlet_number = \(outlet) ORDER BY since DESC
        """,
      ["letter", "since", "until", "why", "entered", "analyst"], in: connection)
  }

  /// One row a piece of evidence from an outlet: what rests on it, and whether on it alone.
  /// - Parameters:
  ///   - outlet: its number.
  ///   - letter: what its letter might become; two more columns tell what would change. nil: no such columns.
  ///   - connection: the file.
  /// - Returns: what rests on it alone first, or with a letter what would change first.
  /// - Throws: `SQLiteError`.
  public static func impact(of outlet: Int, letter: String?, in connection: Connection) throws -> Table {
    let names = ["observation", "occurred", "evidence", "stance", "grade", "rests", "best_other"]
    let rests: SQL =
      "CASE WHEN alone THEN 'on it alone' WHEN stance IN ('supports', 'partly') THEN 'on others too' END"
    let number: SQL = "coalesce(credibility, '?')"
    guard let letter else {
      return try Table(
        of: """
          SELECT observation, occurred, evidence, stance, coalesce(letter, '?') || \(number), \(rests), best_other, title
          FROM outlet_reliance WHERE outlet_number = \(outlet) ORDER BY alone DESC, number, evidence_number
          """,
        names + ["title"], in: connection)
    }
    return try Table(
      of: """
        SELECT observation, occurred, evidence, stance, coalesce(letter, '?') || \(number), \(rests), best_other,
          \(letter) || \(number), CASE WHEN was IS NOT will THEN coalesce(was, 'none') || ' -> ' || coalesce(will, 'none') END,
          title
        FROM (
          SELECT *,
            CASE WHEN stance IN ('supports', 'partly')
              THEN coalesce(min(nullif(letter, 'F'), best_other), nullif(letter, 'F'), best_other) END AS was,
            CASE WHEN stance IN ('supports', 'partly')
              THEN coalesce(min(nullif(\(letter), 'F'), best_other), nullif(\(letter), 'F'), best_other) END AS will
          FROM outlet_reliance WHERE outlet_number = \(outlet))
        ORDER BY was IS NOT will DESC, alone DESC, number, evidence_number
        """,
      names + ["becomes", "best", "title"], in: connection)
  }
}
