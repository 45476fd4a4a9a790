public import SQLite

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
  private struct Enough: Error {}

  /// The records that have every part of the query, best first; a word in a title counts five times.
  public static func query(
    _ query: SearchQuery, kind: String? = nil, limit: Int = 50, in connection: Connection
  ) throws -> [SearchHit] {
    guard !query.isEmpty, limit > 0 else { return [] }
    var hits: [SearchHit] = []
    let phrases = query.parts.filter(\.needsLook)
    do {
      try connection.forEach(
        """
        SELECT kind, record, bm25(search, 5.0, 1.0) AS rank, CASE WHEN \(phrases.isEmpty) THEN '' ELSE title END,
          CASE WHEN \(phrases.isEmpty) THEN '' ELSE body END
        FROM search WHERE search MATCH \(query.match) AND (\(kind) IS NULL OR kind = \(kind))
        ORDER BY rank, rowid
        """
      ) { row in
        let columns = try [row.get(3, as: String.self), row.get(4, as: String.self)]
        guard phrases.allSatisfy({ phrase in columns.contains { phrase.stands(in: $0) } }) else { return }
        hits.append(SearchHit(kind: try row.get(0), record: try row.get(1), rank: try row.get(2)))
        if hits.count == limit { throw Enough() }
      }
    } catch is Enough {}
    return hits
  }
}

extension SearchQuery {
  /// As FTS5 wants it; every term is quoted, so nothing in it is an operator.
  var match: String { parts.map(\.match).joined(separator: " AND ") }
}

extension SearchQuery.Part {
  /// True for a phrase of which a word has several forms: FTS5 knows no choice inside a phrase, so it finds the
  /// words, and whether they stand side by side is looked up.
  var needsLook: Bool { count > 1 && !isLiteral }

  /// True if every place has one term.
  private var isLiteral: Bool {
    allSatisfy { slot in
      switch slot {
      case .anyOf(let forms): forms.count == 1
      case .beginning: slot == last
      }
    }
  }

  fileprivate var match: String {
    guard isLiteral else { return map(\.match).joined(separator: " AND ") }
    let terms = map { slot in
      switch slot {
      case .anyOf(let forms): forms[0]
      case .beginning(let start): start
      }
    }
    let quoted = "\"" + terms.joined(separator: " ") + "\""
    if case .beginning? = last { return quoted + "*" }
    return quoted
  }

  /// True if the terms of a record hold it, side by side.
  fileprivate func stands(in terms: String) -> Bool {
    let terms = terms.split(separator: " ")
    guard terms.count >= count else { return false }
    return (0...(terms.count - count)).contains { start in
      indices.allSatisfy { SearchQuery.accepts(self[$0], terms[start + $0]) }
    }
  }
}

extension SearchQuery.Slot {
  fileprivate var match: String {
    switch self {
    case .anyOf(let forms): "(" + forms.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    case .beginning(let start): "\"\(start)\"*"
    }
  }
}
