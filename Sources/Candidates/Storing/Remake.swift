public import Documents
internal import Names
public import SQLite

extension Propose {
  /// What making candidates again did to them.
  public struct Changes: Equatable, Sendable {
    /// Candidates that were not there before.
    public var new = 0
    /// Candidates that did not come again. What was decided about them stays.
    public var gone = 0
    /// Candidates that came out the same.
    public var same = 0

    /// Counts.
    public init(new: Int = 0, gone: Int = 0, same: Int = 0) {
      self.new = new
      self.gone = gone
      self.same = same
    }

    /// How many there are now.
    public var count: Int { new + same }
  }

  /// Reads a document anew: its mentions and candidates are replaced. A candidate that comes out the same keeps
  /// its number, and so does what was decided about it.
  /// - Returns: how many candidates it has now.
  @discardableResult
  public static func remake(document: Int, in connection: Connection) throws -> Int {
    try remake(document: document, Rulebook(connection), in: connection)
  }

  /// As above, for many documents with one rulebook.
  @discardableResult
  public static func remake(document: Int, _ rulebook: Rulebook, in connection: Connection) throws -> Int {
    try again([document], rulebook, in: connection).count
  }

  /// Reads every document anew.
  /// - Returns: how many candidates there are now.
  @discardableResult
  public static func remakeAll(in connection: Connection) throws -> Int { try again(in: connection).count }

  /// Reads one document anew, or every one, and says what changed.
  @discardableResult
  public static func again(document: Int? = nil, in connection: Connection) throws -> Changes {
    // Also those taken back since: their mentions and candidates go.
    let documents = try connection.rows(
      "SELECT id FROM document WHERE \(document) IS NULL OR id = \(document) ORDER BY id"
    ) { try $0.get(0, as: Int.self) }
    return try again(documents, Rulebook(connection), in: connection)
  }

  private static func again(_ documents: [Int], _ rulebook: Rulebook, in connection: Connection) throws
    -> Changes
  {
    var numbers = try CandidateTable.Numbers(in: connection)
    for document in documents { try remake(document, rulebook, &numbers, in: connection) }
    return numbers.changes
  }

  private static func remake(
    _ document: Int, _ rulebook: Rulebook, _ numbers: inout CandidateTable.Numbers, in connection: Connection
  ) throws {
    try numbers.remember(document, in: connection)
    try MentionTable.removeAll(of: document, in: connection)
    if numbers.isKnown { try CandidateTable.removeAll(of: document, in: connection) }
    defer { numbers.finish() }
    if let text = try StoredText(document, in: connection) {
      try write(proposals(in: [text], rulebook)[0], of: text, &numbers, in: connection)
    }
  }

  /// What texts name and propose, before any of it is written.
  public struct Proposals: Sendable {
    var mentions: [Mention]
    var candidates: [Candidate]
    /// The version of names and rules.
    var rules: String
  }

  /// Reads some texts, one step after the other for all of them: what a step looks up stays at hand.
  public static func proposals(in texts: [StoredText], _ rulebook: Rulebook) -> [Proposals] {
    let matches = texts.map { rulebook.finder.matches(in: $0.bytes, language: $0.language) }
    let figures = texts.map(Figures.init)
    return texts.indices.map { index in
      Proposals(
        mentions: Mentions.find(matches[index], figures[index]),
        candidates: candidates(in: texts[index], matches[index], figures[index], rulebook),
        rules: rulebook.version)
    }
  }

  /// Writes what was read in a document that was entered just now, and so has no candidates yet and no decisions.
  /// - Returns: how many candidates it has now.
  @discardableResult
  public static func enter(_ proposals: Proposals, of text: StoredText, in connection: Connection) throws
    -> Int
  {
    var numbers = try CandidateTable.Numbers(in: connection)
    try write(proposals, of: text, &numbers, in: connection)
    return numbers.changes.count
  }

  private static func write(
    _ proposals: Proposals, of text: StoredText, _ numbers: inout CandidateTable.Numbers,
    in connection: Connection
  ) throws {
    try MentionTable.insert(proposals.mentions, of: text.id, rules: proposals.rules, in: connection)
    try CandidateTable.insert(
      proposals.candidates, of: text, rules: proposals.rules, &numbers, in: connection)
  }
}
