internal import SQLite

/// The SQL of repeats.
enum RepeatTable {
  /// What a candidate says. A plan is an act of saying so: it took place on the day of its text.
  static func facts(ofCandidate id: Int, in db: Connection) throws -> ActFacts? {
    let found = try db.first(
      """
      SELECT
        CASE k.modality WHEN 'planned' THEN d.earliest ELSE k.earliest END,
        CASE k.modality WHEN 'planned' THEN d.latest ELSE k.latest END,
        k.mechanism, k.effect, k.stage, k.amount, k.currency,
        CAST(substr(b.bytes, k.starts + 1, k.ends - k.starts) AS TEXT)
      FROM candidate AS k JOIN document AS d ON d.id = k.document JOIN document_bytes AS b ON b.document = k.document
      WHERE k.id = \(id)
      """
    ) { (facts: try facts(in: $0), words: try $0.get(7, as: String.self)) }
    guard var facts = found?.facts else { return nil }
    facts.words = found?.words ?? ""
    facts.actors = try db.rows(
      "SELECT DISTINCT actor FROM candidate_actor WHERE candidate = \(id) AND actor IS NOT NULL ORDER BY actor"
    ) { try $0.get(0) }
    return facts
  }

  /// The observations that may have taken place within a month of these days. Of two acts whose days are known those
  /// further apart than `reach` are left out: reading their rows is most of the work in a large file.
  static func observations(from earliest: Int, to latest: Int, reach: Int, in db: Connection) throws -> [(
    id: Int, facts: ActFacts
  )] {
    try db.rows(
      """
      SELECT earliest, latest, mechanism, effect, stage, amount, currency, id
      FROM observation
      WHERE withdrawn = 0 AND earliest BETWEEN \(earliest - 400) AND \(latest + 31) AND latest >= \(earliest - 31)
        AND (earliest < latest OR \(earliest < latest) OR earliest BETWEEN \(earliest - reach) AND \(latest + reach))
      """
    ) { (try $0.get(7), try facts(in: $0)) }
  }

  /// Title and summary.
  static func words(ofObservation id: Int, in db: Connection) throws -> String {
    try db.value("SELECT title || ' ' || coalesce(summary, '') FROM observation WHERE id = \(id)") ?? ""
  }

  private static func facts(in row: Row) throws -> ActFacts {
    var facts = ActFacts()
    (facts.earliest, facts.latest) = (try row.get(0), try row.get(1))
    (facts.mechanism, facts.effect, facts.stage) = (try row.get(2), try row.get(3), try row.get(4))
    (facts.amount, facts.currency) = (try row.get(5), try row.get(6))
    return facts
  }

  static func cast(ofObservation id: Int, in db: Connection) throws -> Cast {
    Cast(
      members: try db.rows(
        """
        SELECT c.canonical, a.name, p.side, a.kind = 'state'
        FROM participation AS p
        JOIN actor_canonical AS c ON c.actor = p.actor
        JOIN actor AS a ON a.id = c.canonical
        WHERE p.observation = \(id) AND p.withdrawn = 0 ORDER BY p.position
        """, member))
  }

  static func cast(of actors: [Int], in db: Connection) throws -> Cast {
    var cast = Cast()
    for actor in actors {
      cast.members += try db.rows(
        """
        SELECT c.canonical, a.name, a.side, a.kind = 'state'
        FROM actor_canonical AS c JOIN actor AS a ON a.id = c.canonical WHERE c.actor = \(actor)
        """, member)
    }
    return cast
  }

  private static func member(_ row: Row) throws -> Cast.Member {
    Cast.Member(
      id: try row.get(0), name: try row.get(1), side: try row.get(2), isState: try row.get(3))
  }

  /// How many proposals of a document that wait for a decision repeat an observation.
  static func countRepeats(of document: Int, in db: Connection) throws -> Int {
    let open = try db.rows(
      """
      SELECT k.id FROM candidate AS k JOIN document AS d ON d.id = k.document WHERE k.document = \(document)
        AND EXISTS (
          SELECT 1 FROM observation AS o
          WHERE o.withdrawn = 0
            AND o.earliest BETWEEN CASE k.modality WHEN 'planned' THEN d.earliest ELSE k.earliest END - 400
              AND CASE k.modality WHEN 'planned' THEN d.latest ELSE k.latest END + 31)
        AND NOT EXISTS (SELECT 1 FROM decision AS z WHERE z.candidate = k.uid AND z.withdrawn = 0)
      """
    ) { try $0.get(0, as: Int.self) }
    return try open.count { try !Repeats.likely(candidate: $0, limit: 1, in: db).isEmpty }
  }
}
