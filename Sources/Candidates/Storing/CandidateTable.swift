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
    _ candidates: [Candidate], of text: StoredText, rules: String, _ numbers: inout Numbers, in db: Connection
  ) throws {
    var entered: [(id: Int, candidate: Candidate)] = []
    var uids: [String] = []
    for candidate in candidates {
      guard let (uid, id) = numbers.take(candidate, in: text) else { continue }
      entered.append((id, candidate))
      uids.append(uid)
    }
    try db.insert(entered.count, by: insertion) { index, row in
      try row.put(entered[index].id)
      try row.put(uids[index])
      try row.put(text.id)
      try put(entered[index].candidate, rules, &row)
    }
    try insertParts(of: entered, in: db)
  }

  private static let insertion = RowInsertion(
    """
    INSERT INTO candidate (
      id, uid, document, starts, ends, rule, rules, score, date, earliest, latest, mechanism, instrument, effect, stage,
      flow, modality, amount, currency, amount_kind) VALUES
    """, row: "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")

  private static func put(_ candidate: Candidate, _ rules: String, _ row: inout RowValues) throws {
    let date = candidate.date?.value
    try row.put(candidate.span.lowerBound)
    try row.put(candidate.span.upperBound)
    try row.put(candidate.rule.rawValue)
    try row.put(rules)
    try row.put(candidate.score)
    try row.put(date?.description)
    try row.put(date?.earliest?.number)
    try row.put(date?.latest?.number)
    try row.put(candidate.mechanism?.value)
    try row.put(candidate.instrument?.value)
    try row.put(candidate.effect?.value)
    try row.put(candidate.stage?.value)
    try row.put(candidate.flow?.value)
    try row.put(candidate.modality.rawValue)
    try row.put(candidate.amount?.value.value)
    try row.put(candidate.amount?.value.currency)
    try row.put(candidate.amount?.value.kind.rawValue)
  }

  /// The parts of all of them table by table: many rows go in at once.
  private static func insertParts(of entered: [(id: Int, candidate: Candidate)], in db: Connection) throws {
    let allSectors = entered.flatMap { one in one.candidate.sectors.map { (one.id, $0) } }
    try db.insert(allSectors.count, by: sectors) { index, row in
      let (id, sector) = allSectors[index]
      try row.put(id)
      try row.put(sector.value)
      try row.put(sector.span.lowerBound)
      try row.put(sector.span.upperBound)
    }
    let allActors = entered.flatMap { one in one.candidate.actors.map { (one.id, $0) } }
    try db.insert(allActors.count, by: actors) { index, row in
      let (id, actor) = allActors[index]
      try row.put(id)
      try row.put(actor.actor)
      try row.put(actor.name)
      try row.put(actor.role.rawValue)
      try row.put(actor.side)
      try row.put(actor.span.lowerBound)
      try row.put(actor.span.upperBound)
    }
    let allSpans = entered.flatMap { one in one.candidate.spans.map { (one.id, $0) } }
    try db.insert(allSpans.count, by: spans) { index, row in
      let (id, field) = allSpans[index]
      try row.put(id)
      try row.put(field.field)
      try row.put(field.span.lowerBound)
      try row.put(field.span.upperBound)
    }
  }

  private static let sectors = RowInsertion(
    "INSERT INTO candidate_sector (candidate, sector, starts, ends) VALUES", row: "(?, ?, ?, ?)")
  private static let actors = RowInsertion(
    "INSERT INTO candidate_actor (candidate, actor, name, role, side, starts, ends) VALUES",
    row: "(?, ?, ?, ?, ?, ?, ?)")
  private static let spans = RowInsertion(
    "INSERT INTO candidate_span (candidate, field, starts, ends) VALUES", row: "(?, ?, ?, ?)")
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
