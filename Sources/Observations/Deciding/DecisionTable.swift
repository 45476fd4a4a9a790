internal import Calendar
internal import Records
internal import SQLite

/// The SQL of decisions.
enum DecisionTable {
  static func insert(
    _ proposal: Proposal, verdict: String, observation: Int?, why: String?, _ context: LoadContext
  ) throws {
    let db = context.connection
    try db.execute(
      """
      INSERT INTO decision (
        uid, candidate, document, verdict, observation, why, rule, rules, score, starts, ends, change)
      VALUES (
        \(Identity.typed(at: context.desk)), \(proposal.uid), \(proposal.document), \(verdict), \(observation), \(why),
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
  }
}

extension EvidenceTable {
  /// The sentence of an accepted proposal as evidence: the document we hold, its bytes, and what it claims.
  /// - Parameters:
  ///   - proposal: what was accepted.
  ///   - observation: the number of what was made of it.
  ///   - uid: the uid of that.
  ///   - isMain: false where a correction named another source.
  ///   - context: of the run.
  /// - Throws: `SQLiteError`.
  static func insert(
    _ proposal: Proposal, of observation: Int, uid: String, isMain: Bool, _ context: LoadContext
  ) throws {
    let claim = { (name: String) in proposal.fields.first { $0.name == name }?.value }
    let own = isMain ? mainUID(of: uid) : Identity.loaded("evidence", uid, "sentence")
    let date = claim("date").flatMap { try? EDTF($0) }
    try context.connection.execute(
      """
      INSERT INTO evidence (
        uid, observation, document, main, starts, ends, stance, claim_date, claim_earliest, claim_latest, claim_amount,
        claim_currency, claim_amount_kind, claim_stage, quote, tlp, recorded, change)
      VALUES (
        \(own), \(observation), \(proposal.document), \(isMain), \(proposal.span.lowerBound), \(proposal.span.upperBound),
        \(proposal.modality == "denied" ? "disputes" : "supports"), \(claim("date")), \(date?.earliest?.number),
        \(date?.latest?.number), \(claim("amount").flatMap { Double($0) }), \(claim("currency")), \(claim("amount_kind")),
        \(claim("stage")), \(proposal.sentence), \(proposal.label), \(context.desk.now.description), \(context.change.id))
      """)
  }
}
