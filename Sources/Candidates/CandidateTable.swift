internal import Calendar
internal import Documents
internal import Records
internal import SQLite

/// The SQL of candidates. They are derived: a decision keeps its own copy.
public enum CandidateTable {
  /// What a candidate is known by: the same text read by the same rules gives the same.
  static func uid(of candidate: Candidate, in text: StoredText) -> String {
    Identity.loaded(
      "candidate", text.uid, String(candidate.span.lowerBound), String(candidate.span.upperBound),
      candidate.modality.rawValue, candidate.date?.value.description ?? "", candidate.mechanism?.value ?? "")
  }

  static func removeAll(of document: Int, in db: Connection) throws {
    for table in ["candidate_sector", "candidate_actor", "candidate_span"] {
      try db.execute(
        "DELETE FROM \(identifier: table) WHERE candidate IN (SELECT id FROM candidate WHERE document = \(document))"
      )
    }
    try db.execute("DELETE FROM candidate WHERE document = \(document)")
  }

  static func insert(
    _ candidate: Candidate, of text: StoredText, rules: String, _ numbers: inout Numbers, in db: Connection
  ) throws {
    guard let (uid, id) = numbers.take(candidate, in: text) else { return }
    let date = candidate.date?.value
    try db.execute(
      """
      INSERT INTO candidate (
        id, uid, document, starts, ends, rule, rules, score, date, earliest, latest, mechanism, instrument, effect, stage,
        flow, modality, amount, currency, amount_kind)
      VALUES (
        \(id), \(uid), \(text.id), \(candidate.span.lowerBound), \(candidate.span.upperBound), \(candidate.rule.rawValue),
        \(rules), \(candidate.score), \(date?.description), \(date?.earliest?.number), \(date?.latest?.number),
        \(candidate.mechanism?.value), \(candidate.instrument?.value), \(candidate.effect?.value), \(candidate.stage?.value),
        \(candidate.flow?.value), \(candidate.modality.rawValue), \(candidate.amount?.value.value), \(candidate.amount?.value.currency),
        \(candidate.amount?.value.kind.rawValue))
      """)
    try insertParts(of: candidate, id, in: db)
  }

  private static func insertParts(of candidate: Candidate, _ id: Int, in db: Connection) throws {
    for sector in candidate.sectors {
      try db.execute(
        """
        INSERT INTO candidate_sector (candidate, sector, starts, ends)
        VALUES (\(id), \(sector.value), \(sector.span.lowerBound), \(sector.span.upperBound))
        """)
    }
    for actor in candidate.actors {
      try db.execute(
        """
        INSERT INTO candidate_actor (candidate, actor, name, role, side, starts, ends)
        VALUES (\(id), \(actor.actor), \(actor.name), \(actor.role.rawValue), \(actor.side), \(actor.span.lowerBound),
          \(actor.span.upperBound))
        """)
    }
    for (field, span) in candidate.spans {
      try db.execute(
        """
        INSERT INTO candidate_span (candidate, field, starts, ends)
        VALUES (\(id), \(field), \(span.lowerBound), \(span.upperBound))
        """)
    }
  }
}

extension Candidate {
  /// The columns that have a value, each with its bytes.
  fileprivate var spans: [(field: String, span: Range<Int>)] {
    let fields: [(String, Range<Int>?)] = [
      ("date", date?.span), ("mechanism", mechanism?.span), ("instrument", instrument?.span),
      ("stage", stage?.span), ("flow", flow?.span),
      ("effect", effect?.span), ("modality", modalitySpan), ("amount", amount?.span),
      ("currency", amount?.span),
    ]
    return fields.compactMap { field, span in span.map { (field, $0) } }
  }
}
