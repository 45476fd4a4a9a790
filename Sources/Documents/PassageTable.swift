public import SQLite

/// The SQL of passages. They are derived: remade from the texts.
public enum PassageTable {
  static func replace(_ passages: [Passage], of document: Int, in db: Connection) throws {
    try db.execute("DELETE FROM passage WHERE document = \(document)")
    var positions: [Passage.Kind: Int] = [:]
    try db.repeating("INSERT INTO passage (document, kind, position, starts, ends) VALUES (?, ?, ?, ?, ?)") {
      row in
      try row.bind(1, document)
      for passage in passages {
        let position = positions[passage.kind, default: 0]
        positions[passage.kind] = position + 1
        try row.bind(2, passage.kind.rawValue)
        try row.bind(3, position)
        try row.bind(4, passage.span.lowerBound)
        try row.bind(5, passage.span.upperBound)
        try row.run()
      }
    }
  }

  /// The passages of a document, in order of place; a paragraph stands before its sentences.
  public static func passages(of document: Int, in connection: Connection) throws -> [Passage] {
    try connection.rows(
      """
      SELECT kind, starts, ends FROM passage WHERE document = \(document)
      ORDER BY starts, kind = 'sentence', id
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
