internal import Documents
internal import SQLite

/// The SQL of mentions. They are derived, and carry the version of the rules that found them.
enum MentionTable {
  static func replace(_ mentions: [Mention], of document: Int, rules: String, in db: Connection) throws {
    try db.execute("DELETE FROM mention WHERE document = \(document)")
    try db.execute(
      """
      INSERT INTO mention (document, kind, code, actor, starts, ends, rules) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, forEach: mentions
    ) { mention in
      [
        document.value, mention.kind.rawValue.value, mention.code.value, mention.actor.value,
        mention.span.lowerBound.value, mention.span.upperBound.value, rules.value,
      ]
    }
  }
}
