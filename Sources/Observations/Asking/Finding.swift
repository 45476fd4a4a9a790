internal import Documents
internal import Records
public import SQLite

/// Searching observations and texts.
public enum Finding {
  /// One record that was found.
  public struct Hit: Sendable {
    /// As people type it: o12, d3.
    public var id: String
    /// EDTF: when the act took place, or when the text was published; empty if unknown.
    public var date: String
    /// Title of the record; of a text without one its address.
    public var title: String
    /// The words around the first match, from the text itself.
    public var snippet: String
  }

  /// What a search found.
  public struct Answer: Sendable {
    /// The records, best first.
    public var hits: [Hit]
    /// Parts of the question that could not be used.
    public var unusable: [String]
    /// Words that nothing in the file has, in any form.
    public var missing: [String]
  }

  /// The records that have every part of `text`, best first.
  public static func find(_ text: String, limit: Int, in connection: Connection) throws -> Answer {
    let query = try SearchQuery(text, in: connection)
    let found = try SearchIndex.query(query, limit: limit, in: connection)
    return Answer(
      hits: try found.compactMap { try hit($0, query, connection) }, unusable: query.unusable,
      missing: query.missing)
  }

  /// Puts everything that is seen on this connection into the search index it sees: see
  /// `EntenteFile.makeTemporarySearch`.
  public static func indexAll(in connection: Connection) throws {
    try SearchIndex.indexDocuments(in: connection)
    _ = try ObservationTable.indexAll(in: connection)
  }

  private static func hit(_ hit: SearchHit, _ query: SearchQuery, _ db: Connection) throws -> Hit? {
    switch hit.kind {
    case "observation":
      return try db.first(
        "SELECT occurred, title, coalesce(summary, '') FROM observation WHERE id = \(hit.record) AND withdrawn = 0"
      ) { row in
        let (date, title, summary): (String, String, String) = try (row.get(0), row.get(1), row.get(2))
        return Hit(
          id: ShortID(.observation, hit.record).description, date: date, title: title,
          snippet: Snippet(of: query, in: summary)?.text ?? "")
      }
    case "document":
      let held = try StoredText(hit.record, in: db)
      return try db.first(
        "SELECT coalesce(published, ''), coalesce(title, url, '') FROM document WHERE id = \(hit.record) AND withdrawn = 0"
      ) { row in
        Hit(
          id: ShortID(.document, hit.record).description, date: try row.get(0), title: try row.get(1),
          snippet: held.flatMap { Snippet(of: query, in: $0.bytes, passages: $0.passages)?.text } ?? "")
      }
    default: return nil
    }
  }
}
