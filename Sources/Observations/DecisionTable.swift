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
      INSERT INTO decision (uid, candidate, document, verdict, observation, why, rule, rules, starts, ends, change)
      VALUES (
        \(Identity.typed(at: context.desk)), \(proposal.uid), \(proposal.document), \(verdict), \(observation), \(why),
        \(proposal.rule), \(proposal.rules), \(proposal.span.lowerBound), \(proposal.span.upperBound), \(context.change.id))
      """)
    let decision = db.lastRowID
    for field in proposal.fields {
      try db.execute(
        """
        INSERT INTO decision_field (decision, field, value, side, starts, ends, change)
        VALUES (
          \(decision), \(field.name), \(field.value), \(field.side), \(field.span?.lowerBound), \(field.span?.upperBound),
          \(context.change.id))
        """)
    }
  }
}

extension EvidenceTable {
  /// The sentence of an accepted proposal as evidence: the document we hold, its bytes, and what it claims.
  static func insert(_ proposal: Proposal, of observation: Int, uid: String, _ context: LoadContext) throws {
    let claim = { (name: String) in proposal.fields.first { $0.name == name }?.value }
    try context.connection.execute(
      """
      INSERT INTO evidence (
        uid, observation, document, main, starts, ends, stance, claim_date, claim_amount, claim_currency, claim_stage,
        quote, tlp, change)
      VALUES (
        \(Identity.loaded("evidence", uid, "main")), \(observation), \(proposal.document), 1, \(proposal.span.lowerBound),
        \(proposal.span.upperBound), \(proposal.modality == "denied" ? "disputes" : "supports"), \(claim("date")),
        \(claim("amount").flatMap { Double($0) }), \(claim("currency")), \(claim("stage")), \(proposal.sentence),
        \(proposal.label), \(context.change.id))
      """)
  }
}
