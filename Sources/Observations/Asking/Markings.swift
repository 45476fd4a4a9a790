public import Records
public import SQLite

/// The label an output carries: the highest of what went into it.
public enum Markings {
  /// The highest label behind an export; CLEAR for tables that carry none, as vocabularies.
  public static func highest(behind export: String, in connection: Connection) throws -> Label {
    switch export {
    case "observations":
      try highest(observations("SELECT id FROM observation WHERE withdrawn = 0"), connection)
    case "precision": try highest("SELECT tlp FROM observation WHERE withdrawn = 0", connection)
    case "codings":
      try highest(observations("SELECT observation FROM coding WHERE withdrawn = 0"), connection)
    case "evidence":
      try highest(
        """
        SELECT tlp FROM evidence WHERE withdrawn = 0
        UNION ALL SELECT tlp FROM observation WHERE id IN (SELECT observation FROM evidence WHERE withdrawn = 0)
        UNION ALL SELECT tlp FROM document WHERE id IN (SELECT document FROM evidence WHERE withdrawn = 0)
        """, connection)
    case "initiatives":
      try highest(
        """
        SELECT tlp FROM initiative WHERE withdrawn = 0
        UNION ALL SELECT tlp FROM observation WHERE id IN (SELECT observation FROM observation_initiative)
        """, connection)
    case "indicators":
      try highest(
        """
        SELECT tlp FROM indicator WHERE withdrawn = 0
        UNION ALL SELECT tlp FROM document WHERE id IN (SELECT document FROM indicator WHERE withdrawn = 0)
        """, connection)
    case "coverage": try highest("SELECT tlp FROM coverage WHERE withdrawn = 0", connection)
    case "documents": try highest("SELECT tlp FROM document WHERE withdrawn = 0", connection)
    case "candidates":
      try highest("SELECT tlp FROM document WHERE id IN (SELECT document FROM candidate)", connection)
    // Reasons tell of anything.
    case "changes":
      try highest(
        """
        SELECT tlp FROM observation UNION ALL SELECT tlp FROM document UNION ALL SELECT tlp FROM evidence
        UNION ALL SELECT tlp FROM initiative UNION ALL SELECT tlp FROM indicator UNION ALL SELECT tlp FROM coverage
        UNION ALL SELECT tlp FROM note UNION ALL SELECT tlp FROM judgement UNION ALL SELECT tlp FROM declared
        UNION ALL SELECT tlp FROM alarm UNION ALL SELECT tlp FROM forecast
        """, connection)
    default: .clear
    }
  }

  /// The highest label of what stands on pages about these: observations with their sources and initiatives,
  /// documents, the documents of candidates. Ids as people type them; what there is not has no label.
  public static func highest(of ids: [String], in connection: Connection) throws -> Label {
    try Set(ids).compactMap { ShortID($0) }.map { id in
      switch id.kind {
      case .observation: try highest(observations("SELECT \(id.number)"), connection)
      case .document:
        // Its page lists those of one origin with it.
        try highest(
          """
          SELECT tlp FROM document WHERE id = \(id.number) OR id IN (
            SELECT document FROM same_origin WHERE original = \(id.number)
            UNION SELECT original FROM same_origin WHERE document = \(id.number))
          """, connection)
      case .candidate:
        try highest(
          "SELECT tlp FROM document WHERE id = (SELECT document FROM candidate WHERE id = \(id.number))",
          connection)
      case .evidence:
        try highest(
          """
          SELECT tlp FROM evidence WHERE id = \(id.number)
          UNION ALL SELECT tlp FROM observation WHERE id = (SELECT observation FROM evidence WHERE id = \(id.number))
          UNION ALL SELECT tlp FROM document WHERE id = (SELECT document FROM evidence WHERE id = \(id.number))
          """, connection)
      }
    }.max() ?? .clear
  }

  /// The highest label of what stands on pages about initiatives: they, and their observations with their sources.
  public static func highest(ofInitiatives codes: [String], in connection: Connection) throws -> Label {
    guard !codes.isEmpty else { return .clear }
    let numbers: SQL = """
      SELECT id FROM initiative WHERE code IN (\(Set(codes).sorted().map { "\($0)" as SQL }.joined(separator: ", ")))
      """
    return try highest(
      [
        "SELECT tlp FROM initiative WHERE id IN (\(numbers))",
        observations(
          "SELECT observation FROM observation_initiative WHERE withdrawn = 0 AND initiative IN (\(numbers))"),
      ].joined(separator: " UNION ALL "), connection)
  }

  /// The highest label of the notes and judgements on a record.
  public static func highest(ofRemarksOn subject: Record, in connection: Connection) throws -> Label {
    try highest(remarks(on: subject), connection)
  }

  /// The highest label of what stands in the dossier of an actor: its observations with their sources, the documents of
  /// its ties, notes and judgements.
  public static func highest(ofDossier actor: Int, in connection: Connection) throws -> Label {
    let own: SQL = "SELECT observation FROM participants WHERE actor = \(actor)"
    let ties: SQL = """
      SELECT d.tlp FROM actor_tie AS t JOIN document AS d ON d.id = t.document
      WHERE t.withdrawn = 0 AND (t.actor = \(actor) OR t.target = \(actor))
      """
    return try highest(
      [observations(own), ties, remarks(on: Record(.actor, actor))].joined(separator: " UNION ALL "),
      connection)
  }

  /// The label of the names of actors. Names have none of their own; one that is known only from rows in which it took
  /// part, and was never described, is as secret as the least of these.
  public static func highest(ofNames actors: [Int], in connection: Connection) throws -> Label {
    let ranks = try Set(actors).sorted().map { actor in
      try connection.value(
        """
        SELECT min(l.rank) FROM actor AS a JOIN participation AS p ON p.actor = a.id
        JOIN observation AS o ON o.id = p.observation JOIN label AS l ON l.code = o.tlp
        WHERE a.id = \(actor) AND a.provisional = 1
        """, as: Int?.self) ?? nil
    }
    return ranks.compactMap { $0 }.max().map { Label(rank: $0) } ?? .clear
  }

  private static func remarks(on subject: Record) -> SQL {
    """
    SELECT tlp FROM note WHERE withdrawn = 0 AND (observation = \(subject.number(.observation))
      OR initiative = \(subject.number(.initiative)) OR actor = \(subject.number(.actor))
      OR document = \(subject.number(.document)) OR outlet = \(subject.number(.outlet))
      OR evidence = \(subject.number(.evidence))
      OR evidence IN (SELECT id FROM evidence WHERE observation = \(subject.number(.observation))))
    UNION ALL SELECT tlp FROM judgement WHERE withdrawn = 0 AND (observation = \(subject.number(.observation))
      OR initiative = \(subject.number(.initiative)) OR actor = \(subject.number(.actor)))
    """
  }

  /// The highest label of all judgements, or of those on a record.
  public static func highest(ofJudgementsOn subject: Record?, in connection: Connection) throws -> Label {
    guard let subject else { return try highest("SELECT tlp FROM judgement WHERE withdrawn = 0", connection) }
    return try highest(
      """
      SELECT tlp FROM judgement WHERE withdrawn = 0 AND (observation = \(subject.number(.observation))
        OR initiative = \(subject.number(.initiative)) OR actor = \(subject.number(.actor)))
      """, connection)
  }

  private static func observations(_ chosen: SQL) -> SQL {
    """
    SELECT tlp FROM observation WHERE id IN (\(chosen))
    UNION ALL SELECT tlp FROM evidence WHERE withdrawn = 0 AND observation IN (\(chosen))
    UNION ALL SELECT d.tlp FROM evidence AS e JOIN document AS d ON d.id = e.document
      WHERE e.withdrawn = 0 AND e.observation IN (\(chosen))
    UNION ALL SELECT i.tlp FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative
      WHERE oi.withdrawn = 0 AND oi.observation IN (\(chosen))
    """
  }

  private static func highest(_ labels: SQL, _ connection: Connection) throws -> Label {
    let rank = try connection.value(
      "SELECT rank FROM label WHERE code IN (\(labels)) ORDER BY rank DESC LIMIT 1", as: Int.self)
    return rank.map { Label(rank: $0) } ?? .clear
  }
}
