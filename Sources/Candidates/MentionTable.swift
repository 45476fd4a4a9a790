internal import Documents
internal import SQLite

/// The SQL of mentions. They are derived, and carry the version of the rules that found them.
enum MentionTable {
  static func replace(_ mentions: [Mention], of document: Int, rules: String, in db: Connection) throws {
    try db.execute("DELETE FROM mention WHERE document = \(document)")
    try db.repeating(
      "INSERT INTO mention (document, rules, kind, code, actor, starts, ends) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { row in
      try row.bind(1, document)
      try row.bind(2, rules)
      for mention in mentions {
        try row.bind(3, mention.kind.rawValue)
        try row.bind(4, mention.code)
        try row.bind(5, mention.actor)
        try row.bind(6, mention.span.lowerBound)
        try row.bind(7, mention.span.upperBound)
        try row.run()
      }
    }
  }
}
