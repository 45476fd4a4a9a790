internal import Documents
internal import SQLite

/// The SQL of mentions, and of the version of the rules that a text was read with. They are derived.
enum MentionTable {
  static func removeAll(of document: Int, in db: Connection) throws {
    try db.execute("DELETE FROM mention WHERE document = \(document)")
    try db.execute("DELETE FROM reading WHERE document = \(document)")
  }

  // FAIL: nothing of it is kept where a row is refused, so SQLite need not be ready to take back a single statement.
  private static let insertion = RowInsertion(
    "INSERT OR FAIL INTO mention (document, position, starts, ends, kind, code, actor) VALUES",
    row: "(?, ?, ?, ?, ?, ?, ?)")

  /// Those of a document that has none yet.
  static func insert(_ mentions: [Mention], of document: Int, rules: String, in db: Connection) throws {
    try db.execute("INSERT INTO reading (document, rules) VALUES (\(document), \(rules))")
    try db.insert(mentions.count, by: insertion) { index, row in
      let mention = mentions[index]
      try row.put(document)
      try row.put(index)
      try row.put(mention.span.lowerBound)
      try row.put(mention.span.upperBound)
      try row.put(constant: mention.kind.constant)
      try row.put(mention.code)
      try row.put(mention.actor)
    }
  }
}
