internal import Documents
public import Formats
internal import Records
public import SQLite

/// Outlets with their letters, and what rests on each.
public enum Outlets {
  /// The outlet of that name, or known by it.
  /// - Throws: ``FilterError`` with the names that are near.
  public static func known(_ name: String, in connection: Connection) throws -> Int {
    if let id = try find(name, in: connection) { return id }
    let all = try KnownNames.outlets(beginning: "", limit: .max, in: connection)
    let begin = all.filter { $0.lowercased().hasPrefix(name.lowercased()) }.prefix(5)
    throw FilterError.unknown(
      "outlet", name, near: begin.isEmpty ? Nearest.to(name, among: all).map { [$0] } ?? [] : Array(begin))
  }

  /// The outlet of that name, or known by it; nil if there is none.
  public static func find(_ name: String, in connection: Connection) throws -> Int? {
    try OutletTable.find(name: NFC.normalized(name).trimmed, in: connection)
  }

  /// What it is: name, affiliation, side, letter, hosts, how much there is from it.
  public static func fields(of outlet: Int, in connection: Connection) throws -> [(
    name: String, value: String
  )] {
    let names = [
      "name", "affiliation", "side", "letter", "since", "why", "hosts", "documents", "observations",
      "on it alone",
      "provisional", "uid",
    ]
    return try connection.first(
      """
      SELECT o.name, o.affiliation, o.side, o.letter, o.since, o.why, o.hosts, o.documents,
        (SELECT count(DISTINCT r.number) FROM outlet_reliance AS r WHERE r.outlet_number = o.id),
        (SELECT count(DISTINCT r.number) FROM outlet_reliance AS r WHERE r.outlet_number = o.id AND r.alone),
        CASE o.provisional WHEN 1 THEN 'named in passing, not yet described' END, o.uid
      FROM outlets AS o WHERE o.id = \(outlet)
      """
    ) { row in zip(names, row.values).map { ($0, CellText.of($1)) }.filter { !$0.1.isEmpty } } ?? []
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

  /// Every letter an outlet has had, the latest first; also those that were taken back, by whom and why.
  public static func letters(of outlet: Int, in connection: Connection) throws -> Table {
    try Table(
      of: """
        SELECT letter, since, until, why, entered, analyst, taken_back, "by", because FROM (
        SELECT letter, since, until, why, entered, analyst, NULL AS taken_back, NULL AS "by", NULL AS because
        FROM outlet_grades WHERE outlet_number = \(outlet)
        UNION ALL
        SELECT g.letter, date(g.since * 86400, 'unixepoch'), NULL, g.why, c.at, c.analyst, b.at, b.analyst, b.why
        FROM outlet_grade AS g LEFT JOIN change AS c ON c.id = g.change
        LEFT JOIN change AS b ON b.id = (SELECT max(h.until) FROM outlet_grade_history AS h WHERE h.id = g.id AND h.withdrawn = 0)
        WHERE g.outlet = \(outlet) AND g.withdrawn = 1)
        ORDER BY taken_back IS NOT NULL, since DESC
        """,
      ["letter", "since", "until", "why", "entered", "analyst", "taken_back", "by", "because"], in: connection
    )
  }

  /// One row a piece of evidence from an outlet: what rests on it, and whether on it alone.
  /// - Parameters:
  ///   - outlet: its number.
  ///   - letter: what its letter might become, or `ungraded`; two more columns tell what would change. nil: no such
  ///     columns.
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
    let shown = letter == OutletGrades.ungraded ? "?" : letter
    // F and ungraded are no letters that could be the best.
    let counted = ["F", "?"].contains(shown) ? nil : shown
    return try Table(
      of: """
        SELECT observation, occurred, evidence, stance, coalesce(letter, '?') || \(number), \(rests), best_other,
          \(shown) || \(number), CASE WHEN was IS NOT will THEN coalesce(was, 'none') || ' -> ' || coalesce(will, 'none') END,
          title
        FROM (
          SELECT *,
            CASE WHEN stance IN ('supports', 'partly')
              THEN coalesce(min(nullif(letter, 'F'), best_other), nullif(letter, 'F'), best_other) END AS was,
            CASE WHEN stance IN ('supports', 'partly')
              THEN coalesce(min(\(counted), best_other), \(counted), best_other) END AS will
          FROM outlet_reliance WHERE outlet_number = \(outlet))
        ORDER BY was IS NOT will DESC, alone DESC, number, evidence_number
        """,
      names + ["becomes", "best", "title"], in: connection)
  }
}
