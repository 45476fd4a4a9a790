internal import Documents
internal import SQLite

/// The SQL of mentions. They are derived, and carry the version of the rules that found them.
enum MentionTable {
  static func replace(_ mentions: [Mention], of document: Int, rules: String, in db: Connection) throws {
    try db.execute("DELETE FROM mention WHERE document = \(document)")
    for mention in mentions {
      try db.execute(
        """
        INSERT INTO mention (document, kind, code, actor, starts, ends, rules)
        VALUES (\(document), \(mention.kind.rawValue), \(mention.code), \(mention.actor), \(mention.span.lowerBound),
          \(mention.span.upperBound), \(rules))
        """)
    }
  }
}
