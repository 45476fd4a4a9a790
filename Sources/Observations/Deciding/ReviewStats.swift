public import SQLite

/// What became of proposals: how many each text gave, and how right they were.
public struct ReviewStats: Sendable {
  /// What a group of proposals has in common.
  public enum Kind: String, Sendable {
    /// Nothing: it is all of them.
    case all
    /// The language of the text.
    case language
    /// The rule that made them.
    case rule
  }

  /// Proposals that have something in common. Those decided are counted by their decisions, also where the rules of
  /// today would no longer make them.
  public struct Group: Sendable {
    /// What they have in common.
    public var kind: Kind
    /// The language or the rule.
    public var name: String
    /// Texts: all that are held, for a rule those that it found something in.
    public var texts = 0
    /// Without a decision.
    public var open = 0
    /// Accepted, and not one field of theirs corrected.
    public var unchanged = 0
    /// Accepted, corrected or not; one that was accepted act by act counts once.
    public var accepted = 0
    /// Further evidence of what was known.
    public var merged = 0
    /// Put aside.
    public var rejected = 0

    /// With a decision.
    public var decided: Int { accepted + merged + rejected }
    /// Open or decided.
    public var proposals: Int { open + decided }
  }

  /// How often a proposed field was right, of the proposals that were accepted.
  public struct Field: Sendable {
    /// Its name.
    public var name: String
    /// Taken over as it was.
    public var kept = 0
    /// Another value in its place.
    public var changed = 0
    /// No value in its place.
    public var removed = 0
    /// A value where none was proposed.
    public var added = 0

    /// Proposed at all.
    public var proposed: Int { kept + changed + removed }
  }

  /// All, then by language, then by rule, the largest first.
  public private(set) var groups: [Group] = []
  /// In the order of a proposal.
  public private(set) var fields: [Field] = []
  /// Reasons of rejection as they were given, the most frequent first.
  public private(set) var reasons: [(name: String, count: Int)] = []

  /// Counts.
  /// - Throws: `SQLiteError`.
  public init(_ connection: Connection) throws {
    var counts: [String: Group] = ["all": Group(kind: .all, name: "")]
    let comparison = try AcceptedFields(connection)
    fields = comparison.fields
    try Self.countTexts(&counts, connection)
    try Self.countOpen(&counts, connection)
    try Self.countDecided(&counts, comparison.corrected, connection)
    let order: [Kind] = [.all, .language, .rule]
    groups = counts.values.sorted {
      let (a, b) = (order.firstIndex(of: $0.kind) ?? 0, order.firstIndex(of: $1.kind) ?? 0)
      return (a, -$0.proposals, $0.name) < (b, -$1.proposals, $1.name)
    }
    reasons = try connection.rows(
      """
      SELECT coalesce(why, ''), count(*) FROM decision WHERE verdict = 'rejected' AND withdrawn = 0
      GROUP BY 1 ORDER BY 2 DESC, 1
      """
    ) { (try $0.get(0), try $0.get(1)) }
  }

  private static func add(
    _ counts: inout [String: Group], language: String?, rule: String?, _ body: (inout Group) -> Void
  ) {
    body(&counts["all", default: Group(kind: .all, name: "")])
    let language = language ?? "unknown"
    body(&counts["language \(language)", default: Group(kind: .language, name: language)])
    if let rule { body(&counts["rule \(rule)", default: Group(kind: .rule, name: rule)]) }
  }

  private static func countTexts(_ counts: inout [String: Group], _ db: Connection) throws {
    try db.forEach(
      """
      SELECT d.language, count(*) FROM document AS d JOIN document_text AS t ON t.id = d.id AND t.withdrawn = 0
      WHERE d.withdrawn = 0 GROUP BY 1
      """
    ) { row in
      let texts = try row.get(1, as: Int.self)
      add(&counts, language: try row.get(0), rule: nil) { $0.texts += texts }
    }
    try db.forEach(
      """
      SELECT rule, count(DISTINCT document) FROM (
        SELECT rule, document FROM candidate UNION SELECT rule, document FROM decision WHERE withdrawn = 0)
      GROUP BY 1
      """
    ) { row in
      let rule = try row.get(0, as: String.self)
      counts["rule \(rule)", default: Group(kind: .rule, name: rule)].texts = try row.get(1)
    }
  }

  private static func countOpen(_ counts: inout [String: Group], _ db: Connection) throws {
    try db.forEach(
      """
      SELECT d.language, k.rule, count(*) FROM candidate AS k
      JOIN document AS d ON d.id = k.document AND d.withdrawn = 0
      JOIN document_text AS t ON t.id = k.document AND t.withdrawn = 0
      WHERE NOT EXISTS (SELECT 1 FROM decision AS z WHERE z.candidate = k.uid AND z.withdrawn = 0)
      GROUP BY 1, 2
      """
    ) { row in
      let open = try row.get(2, as: Int.self)
      add(&counts, language: try row.get(0), rule: try row.get(1)) { $0.open += open }
    }
  }

  /// One row a candidate, however many acts it held.
  private static func countDecided(
    _ counts: inout [String: Group], _ corrected: Set<Int>, _ db: Connection
  ) throws {
    try db.forEach(
      """
      SELECT d.language, min(z.rule), count(*), sum(z.verdict = 'accepted'), sum(z.verdict = 'merged'), min(z.id)
      FROM decision AS z JOIN document AS d ON d.id = z.document WHERE z.withdrawn = 0 GROUP BY z.candidate
      """
    ) { row in
      let (all, accepted, merged) = (
        try row.get(2, as: Int.self), try row.get(3, as: Int.self), try row.get(4, as: Int.self)
      )
      let decision = try row.get(5, as: Int.self)
      add(&counts, language: try row.get(0), rule: try row.get(1)) { group in
        if accepted > 0 {
          group.accepted += 1
          if all == 1, !corrected.contains(decision) { group.unchanged += 1 }
        } else if merged > 0 {
          group.merged += 1
        } else {
          group.rejected += 1
        }
      }
    }
  }
}
