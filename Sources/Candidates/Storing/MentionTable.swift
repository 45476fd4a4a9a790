internal import Documents
internal import SQLite

/// The SQL of mentions. They are derived, and carry the version of the rules that found them.
enum MentionTable {
  static func removeAll(of document: Int, in db: Connection) throws {
    try db.execute("DELETE FROM mention WHERE document = \(document)")
  }

  private static let insertion = RowInsertion(
    "INSERT INTO mention (document, kind, code, actor, starts, ends, rules) VALUES",
    row: "(?, ?, ?, ?, ?, ?, ?)")

  /// Those of a document that has none yet.
  static func insert(_ mentions: [Mention], of document: Int, rules: String, in db: Connection) throws {
    try db.insert(mentions.count, by: insertion) { index, row in
      let mention = mentions[index]
      try row.put(document)
      try row.put(mention.kind.rawValue)
      try row.put(mention.code)
      try row.put(mention.actor)
      try row.put(mention.span.lowerBound)
      try row.put(mention.span.upperBound)
      try row.put(rules)
    }
  }
}
