internal import Calendar
internal import Records
internal import SQLite

/// The SQL of decisions.
enum DecisionTable {
  /// A decision in force.
  struct Standing: Sendable {
    var number: Int
    var verdict: Review.Verdict
    var observation: Int?
    var why: String?
    var change: Int
    var analyst: String

    /// As people say it.
    var words: String {
      let what = observation.map { verdict == .merged ? "merged into o\($0)" : "accepted as o\($0)" }
      return "\(what ?? "rejected") by \(analyst)"
    }
  }

  /// The decisions about a candidate that stand, the oldest first.
  static func standing(of uid: String, in db: Connection) throws -> [Standing] {
    try db.rows(
      """
      SELECT z.id, z.verdict, z.observation, z.why, z.change, coalesce(ch.analyst, '?')
      FROM decision AS z LEFT JOIN change AS ch ON ch.id = z.change
      WHERE z.candidate = \(uid) AND z.withdrawn = 0 ORDER BY z.id
      """
    ) { row in
      Standing(
        number: try row.get(0), verdict: try Review.Verdict(rawValue: row.get(1)) ?? .rejected,
        observation: try row.get(2), why: try row.get(3), change: try row.get(4), analyst: try row.get(5))
    }
  }

  /// The observation that was made of a candidate already and says the same; nil if there is none.
  static func observation(of uid: String, saying new: Observation, in db: Connection) throws -> Int? {
    let alike = try db.rows(
      """
      SELECT o.id FROM decision AS z JOIN observation AS o ON o.id = z.observation
      WHERE z.candidate = \(uid) AND z.withdrawn = 0 AND z.verdict = 'accepted'
        AND o.title = \(new.title) AND o.occurred = \(new.occurred.description) AND o.mechanism = \(new.mechanism)
        AND o.effect IS \(new.effect) AND o.stage IS \(new.stage) AND o.instrument IS \(new.instrument)
        AND o.due IS \(new.due?.description) AND o.amount IS \(new.amount)
      """
    ) { try $0.get(0, as: Int.self) }
    return try alike.first { id in
      let actors = try db.rows(
        """
        SELECT a.name FROM participation AS p JOIN actor AS a ON a.id = p.actor
        WHERE p.observation = \(id) AND p.withdrawn = 0
        """
      ) { try $0.get(0, as: String.self) }
      let sectors = try db.rows(
        "SELECT sector FROM observation_sector WHERE observation = \(id) AND withdrawn = 0"
      ) { try $0.get(0, as: String.self) }
      return Set(actors) == Set(new.participants.map(\.name)) && Set(sectors) == Set(new.sectors)
    }
  }

  static func insert(
    _ proposal: Proposal, _ verdict: Review.Verdict, observation: Int?, why: String?, _ context: LoadContext
  ) throws -> Review.Decision {
    let db = context.connection
    try db.execute(
      """
      INSERT INTO decision (
        uid, candidate, document, verdict, observation, why, rule, rules, score, starts, ends, change)
      VALUES (
        \(Identity.typed(at: context.desk)), \(proposal.uid), \(proposal.document), \(verdict.rawValue), \(observation), \(why),
        \(proposal.rule), \(proposal.rules), \(proposal.score), \(proposal.span.lowerBound), \(proposal.span.upperBound), \(context.change.id))
      """)
    let decision = db.lastRowID
    for field in proposal.fields {
      try db.execute(
        """
        INSERT INTO decision_field (decision, field, value, side, role, actor, starts, ends, change)
        VALUES (
          \(decision), \(field.name), \(field.value), \(field.side), \(field.role), \(field.actor), \(field.span?.lowerBound), \(field.span?.upperBound),
          \(context.change.id))
        """)
    }
    return Review.Decision(
      number: decision, candidate: proposal.id, verdict: verdict, observation: observation)
  }
}

extension EvidenceTable {
  /// The sentence of an accepted proposal as evidence: the document we hold, its bytes, and what it claims.
  /// - Parameters:
  ///   - proposal: what was accepted.
  ///   - observation: the number of what was made of it.
  ///   - uid: the uid of that.
  ///   - isMain: false where a correction named another source.
  ///   - judged: how the person grades it.
  ///   - context: of the run.
  /// - Throws: `SQLiteError`.
  static func insert(
    _ proposal: Proposal, of observation: Int, uid: String, isMain: Bool, _ judged: Judged,
    _ context: LoadContext
  ) throws {
    let own = isMain ? mainUID(of: uid) : Identity.loaded("evidence", uid, "sentence")
    try insert(proposal, of: observation, own: own, isMain: isMain, judged, context)
  }

  /// What the reader of a sentence says of it; empty where its observation cites a source of its own.
  struct Judged {
    var credibility: Int?
    var attribution: String?

    init() {}

    init(takenFrom cells: inout [String: String]) throws {
      guard ["source_url", "source_title", "outlet"].allSatisfy({ cells[$0] == nil }) else { return }
      let row = TableRow(line: 0, cells: cells)
      credibility = try SourceReading.credibility(row)
      attribution = try row.choice("attribution", SourceReading.attributions)
      (cells["credibility"], cells["attribution"]) = (nil, nil)
    }
  }

  /// The sentence of a proposal as further evidence of an observation that has its source already.
  static func insertFurther(_ proposal: Proposal, of observation: Int, _ context: LoadContext) throws {
    let own = Identity.typed(at: context.desk)
    try insert(proposal, of: observation, own: own, isMain: false, Judged(), context)
  }

  private static func insert(
    _ proposal: Proposal, of observation: Int, own: String, isMain: Bool, _ judged: Judged,
    _ context: LoadContext
  ) throws {
    let claim = { (name: String) in proposal.fields.first { $0.name == name }?.value }
    let date = claim("date").flatMap { try? EDTF($0) }
    try context.connection.execute(
      """
      INSERT INTO evidence (
        uid, observation, document, main, credibility, attribution, starts, ends, stance, claim_date, claim_earliest, claim_latest, claim_amount,
        claim_currency, claim_amount_kind, claim_stage, quote, tlp, recorded, change)
      VALUES (
        \(own), \(observation), \(proposal.document), \(isMain), \(judged.credibility), \(judged.attribution),
        \(proposal.span.lowerBound), \(proposal.span.upperBound), \(proposal.modality == "denied" ? "disputes" : "supports"), \(claim("date")), \(date?.earliest?.number),
        \(date?.latest?.number), \(claim("amount").flatMap { Double($0) }), \(claim("currency")), \(claim("amount_kind")),
        \(claim("stage")), \(proposal.sentence), \(proposal.label), \(context.desk.now.description), \(context.change.id))
      """)
  }
}
