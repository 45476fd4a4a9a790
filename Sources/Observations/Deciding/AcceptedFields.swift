internal import SQLite

/// Accepted proposals held against the observations that were made of them, as those were entered: what was edited
/// later corrects the observation, not the proposal.
struct AcceptedFields {
  private(set) var fields: [ReviewStats.Field] = []
  /// The decisions in which a field was corrected.
  private(set) var corrected: Set<Int> = []

  /// A value of one decision. Actors are compared by number: a name may have been put in for another of the same body.
  private struct Key: Hashable {
    var decision: Int
    var field: String
  }

  private static let names = [
    "date", "mechanism", "instrument", "effect", "stage", "flow", "amount", "currency", "amount_kind",
    "sector",
    "actor",
  ]

  init(_ db: Connection) throws {
    var proposed: [Key: Set<String>] = [:]
    var entered: [Key: Set<String>] = [:]
    try Self.readProposed(&proposed, db)
    let planned = try Set(
      db.rows(
        "SELECT decision FROM decision_field WHERE field = 'modality' AND value = 'planned' AND withdrawn = 0"
      ) {
        try $0.get(0, as: Int.self)
      })
    try Self.readEntered(&entered, planned: planned, db)
    let decisions = try db.rows(
      "SELECT id FROM decision WHERE verdict = 'accepted' AND withdrawn = 0 ORDER BY id"
    ) {
      try $0.get(0, as: Int.self)
    }
    for name in Self.names {
      var field = ReviewStats.Field(name: name)
      for decision in decisions {
        let key = Key(decision: decision, field: name)
        let old = proposed[key] ?? []
        var new = entered[key] ?? []
        if old.isEmpty { new.subtract(Self.implied(name, planned.contains(decision), proposed, decision)) }
        if count(old, new, in: &field) { corrected.insert(decision) }
      }
      fields.append(field)
    }
  }

  /// What accepting fills in by itself is no correction.
  private static func implied(
    _ field: String, _ isPlanned: Bool, _ proposed: [Key: Set<String>], _ decision: Int
  ) -> Set<String> {
    switch field {
    case "stage" where isPlanned: ["pledged"]
    case "effect" where proposed[Key(decision: decision, field: "mechanism")] == ["pressure"]: ["context"]
    default: []
    }
  }

  /// One value in the place of another is a change; of lists, each value is counted by itself.
  private func count(_ old: Set<String>, _ new: Set<String>, in field: inout ReviewStats.Field) -> Bool {
    let (lost, gained) = (old.subtracting(new).count, new.subtracting(old).count)
    let changed = min(lost, gained)
    field.kept += old.intersection(new).count
    field.changed += changed
    field.removed += lost - changed
    field.added += gained - changed
    return lost + gained > 0
  }

  private static func readProposed(_ values: inout [Key: Set<String>], _ db: Connection) throws {
    try db.forEach(
      """
      SELECT f.decision, f.field, CASE WHEN f.field <> 'actor' THEN f.value
        ELSE CAST(coalesce(f.actor, (SELECT a.id FROM actor AS a WHERE a.name = f.value), f.value) AS TEXT) END
      FROM decision_field AS f JOIN decision AS z ON z.id = f.decision
      WHERE z.verdict = 'accepted' AND z.withdrawn = 0 AND f.withdrawn = 0
      """
    ) { row in
      values[Key(decision: try row.get(0), field: try row.get(1)), default: []].insert(try row.get(2))
    }
  }

  private static func readEntered(
    _ values: inout [Key: Set<String>], planned: Set<Int>, _ db: Connection
  ) throws {
    let columns = [
      "date", "due", "mechanism", "instrument", "effect", "stage", "flow", "amount", "currency",
      "amount_kind",
    ]
    // The first version: the oldest that was superseded, else the row itself.
    try db.forEach(
      """
      SELECT z.id, h.occurred, h.due, h.mechanism, h.instrument, h.effect, h.stage, h.flow, h.amount, h.currency, h.amount_kind
      FROM decision AS z JOIN observation_history AS h ON h.id = z.observation
      WHERE z.verdict = 'accepted' AND z.withdrawn = 0
        AND h.version = (SELECT min(x.version) FROM observation_history AS x WHERE x.id = z.observation)
      UNION ALL
      SELECT z.id, o.occurred, o.due, o.mechanism, o.instrument, o.effect, o.stage, o.flow, o.amount, o.currency, o.amount_kind
      FROM decision AS z JOIN observation AS o ON o.id = z.observation
      WHERE z.verdict = 'accepted' AND z.withdrawn = 0
        AND NOT EXISTS (SELECT 1 FROM observation_history AS x WHERE x.id = z.observation)
      """
    ) { row in
      let decision = try row.get(0, as: Int.self)
      let isPlanned = planned.contains(decision)
      for (name, value) in zip(columns, row.values.dropFirst()) where value != .null {
        // The date of a plan is when it is due.
        if name == (isPlanned ? "date" : "due") { continue }
        values[Key(decision: decision, field: name == "due" ? "date" : name), default: []].insert(
          CellText.of(value))
      }
    }
    let lists: [(String, SQL)] = [
      (
        "sector",
        "SELECT z.id, s.sector FROM decision AS z JOIN observation_sector AS s ON s.observation = z.observation AND s.change = z.change WHERE z.verdict = 'accepted' AND z.withdrawn = 0"
      ),
      (
        "actor",
        "SELECT z.id, CAST(p.actor AS TEXT) FROM decision AS z JOIN participation AS p ON p.observation = z.observation AND p.change = z.change WHERE z.verdict = 'accepted' AND z.withdrawn = 0"
      ),
    ]
    for (name, query) in lists {
      try db.forEach(query) { row in
        values[Key(decision: try row.get(0), field: name), default: []].insert(try row.get(1))
      }
    }
  }
}
