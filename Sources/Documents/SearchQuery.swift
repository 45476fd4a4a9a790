public import SQLite

/// What a person asks the search index for: words, all of which must occur; a phrase in double quotes; the
/// beginning of a word with a star behind it.
public struct SearchQuery: Sendable {
  /// The parts that no index could find, such as marks alone.
  public private(set) var unusable: [String] = []
  private var parts: [String] = []
  private(set) var terms: Set<String> = []
  private var beginnings: [String] = []

  /// Never fails: what cannot be used is listed.
  public init(_ text: String) {
    // Every second piece stands between quotes; a quote left open runs to the end.
    for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        add(String(piece))
      } else {
        for word in piece.split(whereSeparator: \.isWhitespace) { add(String(word)) }
      }
    }
  }

  /// True if nothing in it can be looked for.
  public var isEmpty: Bool { parts.isEmpty }

  private mutating func add(_ text: String) {
    let words = SearchWord.all(in: text)
    guard let last = words.last else {
      if text.contains(where: { !$0.isWhitespace }) { unusable.append(text) }
      return
    }
    if words.count == 1, last.isBeginning(in: text) {
      beginnings.append(last.word)
      parts.append(Self.quoted([last.word]) + "*")
    } else {
      terms.formUnion(words.map(\.term))
      parts.append(Self.quoted(words.map(\.term)))
    }
  }

  private static func quoted(_ terms: [String]) -> String { "\"" + terms.joined(separator: " ") + "\"" }

  /// As FTS5 wants it; every part is quoted, so nothing in it is an operator.
  var match: String { parts.joined(separator: " AND ") }

  func accepts(_ word: SearchWord) -> Bool {
    terms.contains(word.term) || beginnings.contains { word.word.hasPrefix($0) }
  }
}

extension SearchWord {
  /// `техн*`, or one Chinese character, which stands in the index as the first of a pair.
  fileprivate func isBeginning(in text: String) -> Bool {
    text.hasSuffix("*") || (word.unicodeScalars.count == 1 && Token.Kind(word.unicodeScalars.first!) == .han)
  }
}

/// A record that a search found.
public struct SearchHit: Hashable, Sendable {
  /// What it is: document, observation ...
  public var kind: String
  /// Its number.
  public var record: Int
  /// bm25 of the index; lower is better.
  public var rank: Double
}

extension SearchIndex {
  /// The records that have every part of the query, best first; a word in a title counts five times.
  public static func query(
    _ query: SearchQuery, kind: String? = nil, limit: Int = 50, in connection: Connection
  ) throws -> [SearchHit] {
    guard !query.isEmpty else { return [] }
    return try connection.rows(
      """
      SELECT kind, record, bm25(search, 5.0, 1.0) AS rank FROM search
      WHERE search MATCH \(query.match) AND (\(kind) IS NULL OR kind = \(kind))
      ORDER BY rank, rowid LIMIT \(limit)
      """
    ) { SearchHit(kind: try $0.get(0), record: try $0.get(1), rank: try $0.get(2)) }
  }
}
