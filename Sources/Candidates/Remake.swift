internal import Documents
internal import Names
public import SQLite

extension Propose {
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
    var numbers = try CandidateTable.Numbers(in: connection)
    return try remake(document, rulebook, &numbers, in: connection)
  }

  /// Reads every document anew.
  /// - Returns: how many candidates there are now.
  @discardableResult
  public static func remakeAll(in connection: Connection) throws -> Int {
    let rulebook = try Rulebook(connection)
    var numbers = try CandidateTable.Numbers(in: connection)
    // Also those taken back since: their mentions and candidates go.
    let documents = try connection.rows("SELECT id FROM document ORDER BY id") { try $0.get(0, as: Int.self) }
    return try documents.reduce(0) { try $0 + remake($1, rulebook, &numbers, in: connection) }
  }

  private static func remake(
    _ document: Int, _ rulebook: Rulebook, _ numbers: inout CandidateTable.Numbers, in connection: Connection
  ) throws -> Int {
    try numbers.remember(document, in: connection)
    try CandidateTable.removeAll(of: document, in: connection)
    guard let text = try StoredText(document, in: connection) else {
      try MentionTable.replace([], of: document, rules: rulebook.version, in: connection)
      return 0
    }
    let matches = rulebook.finder.matches(in: text.bytes, language: text.language)
    try MentionTable.replace(
      Mentions.find(in: text, matches), of: document, rules: rulebook.version, in: connection)
    let candidates = candidates(in: text, matches, rulebook)
    for candidate in candidates {
      try CandidateTable.insert(candidate, of: text, rules: rulebook.version, &numbers, in: connection)
    }
    return candidates.count
  }
}
