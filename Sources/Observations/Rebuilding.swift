internal import Candidates
internal import Documents
internal import Names
public import Records
internal import SQLite

/// Remaking what follows from documents, records and rules: views, search index, passages, mentions, open
/// candidates. No answer changes by it.
public enum Rebuilding {
  /// What was remade.
  public struct Counts: Sendable {
    public var observations = 0
    public var documents = 0
    public var candidates = 0
  }

  /// Remakes everything derived in one transaction.
  @discardableResult
  public static func run(_ file: EntenteFile) throws -> Counts {
    let db = file.connection
    return try db.transaction {
      try file.remakeDerived()
      try RulesVersion.refresh(in: db)
      try PassageTable.remakeAll(in: db)
      try SearchIndex.indexDocuments(in: db)
      var counts = Counts()
      let documents = try db.rows("SELECT id FROM document_text WHERE withdrawn = 0 ORDER BY id") {
        try $0.get(0, as: Int.self)
      }
      counts.documents = documents.count
      counts.candidates = try Propose.remakeAll(in: db)
      counts.observations = try ObservationTable.indexAll(in: db)
      return counts
    }
  }
}

extension ObservationTable {
  /// Puts every observation into the search index anew.
  static func indexAll(in connection: Connection) throws -> Int {
    let rows = try connection.rows(
      """
      SELECT o.id, o.title, o.summary, o.place,
        (SELECT group_concat(p.name, ' ') FROM participants AS p WHERE p.observation = o.id)
      FROM observation AS o WHERE o.withdrawn = 0 ORDER BY o.id
      """
    ) { row in (try row.get(0, as: Int.self), try (1..<5).map { try row.get($0, as: String?.self) ?? "" }) }
    for (id, texts) in rows {
      let body = [texts[1], texts[3], texts[2]].joined(separator: "\n")
      try SearchIndex.replace(kind: "observation", record: id, title: texts[0], body: body, in: connection)
    }
    return rows.count
  }
}
