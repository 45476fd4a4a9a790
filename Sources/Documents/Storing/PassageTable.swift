public import SQLite

/// The SQL of passages. They are derived: remade from the texts.
public enum PassageTable {
  static func replace(_ passages: [Passage], of document: Int, in db: Connection) throws {
    try db.execute("DELETE FROM passage WHERE document = \(document)")
    try insert(passages, of: document, in: db)
  }

  // FAIL: nothing of it is kept where a row is refused, so SQLite need not be ready to take back a single statement.
  private static let insertion = RowInsertion(
    "INSERT OR FAIL INTO passage (document, kind, position, starts, ends) VALUES", row: "(?, ?, ?, ?, ?)")

  /// Those of a document that has none yet.
  static func insert(_ passages: [Passage], of document: Int, in db: Connection) throws {
    var positions = [0, 0, 0, 0]
    try db.insert(passages.count, by: insertion) { index, row in
      let passage = passages[index]
      let (kind, place) = passage.kind.constant
      try row.put(document)
      try row.put(constant: kind)
      try row.put(positions[place])
      positions[place] += 1
      try row.put(passage.span.lowerBound)
      try row.put(passage.span.upperBound)
    }
  }

  /// The passages of a document, in order of place; a paragraph stands before its sentences.
  public static func passages(of document: Int, in connection: Connection) throws -> [Passage] {
    try connection.rows(
      """
      SELECT kind, starts, ends FROM passage WHERE document = \(document)
      ORDER BY starts, kind = 'sentence', kind, position
      """
    ) { row in
      let kind = try Passage.Kind(rawValue: row.get(0))
      return try kind.map { Passage($0, try row.get(1)..<row.get(2)) }
    }.compactMap(\.self)
  }

  /// Divides every text anew.
  public static func remakeAll(in connection: Connection) throws {
    for id in try StoredText.all(in: connection) {
      guard let stored = try StoredText(id, in: connection) else { continue }
      let document = try Read.document(bytes: stored.bytes, path: stored.path, url: stored.url)
      try replace(document.passages, of: id, in: connection)
    }
  }
}
