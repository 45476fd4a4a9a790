public import Calendar
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
  /// - Parameters:
  ///   - text: words and phrases.
  ///   - from: only what may have occurred, or been published, on or after its first day.
  ///   - to: only what may have occurred, or been published, on or before its last day.
  ///   - limit: how many at most.
  ///   - connection: the file.
  /// - Returns: what was found, and what could not be searched for.
  /// - Throws: `SQLiteError`.
  public static func find(
    _ text: String, from: EDTF? = nil, to: EDTF? = nil, limit: Int, in connection: Connection
  ) throws -> Answer {
    let query = try SearchQuery(text, in: connection)
    // What lies outside the days falls out afterwards: all has to be looked at then.
    let isDated = from != nil || to != nil
    var found = try SearchIndex.query(query, limit: isDated ? Int(Int32.max) : limit, in: connection)
    if isDated {
      found = try Array(found.filter { try isWithin(from, to, $0, connection) }.prefix(limit))
    }
    return Answer(
      hits: try found.compactMap { try hit($0, query, connection) }, unusable: query.unusable,
      missing: query.missing)
  }

  private static func isWithin(_ from: EDTF?, _ to: EDTF?, _ hit: SearchHit, _ db: Connection) throws -> Bool
  {
    let query: SQL =
      hit.kind == "observation"
      ? "SELECT earliest, latest FROM observation WHERE id = \(hit.record)"
      : "SELECT earliest, latest FROM document WHERE id = \(hit.record)"
    let days = try db.first(query) { (try $0.get(0, as: Int?.self), try $0.get(1, as: Int?.self)) }
    guard let days, days.0 != nil || days.1 != nil else { return false }
    let (first, last) = (from?.earliest?.number ?? .min, to?.latest?.number ?? .max)
    return (days.1 ?? .max) >= first && (days.0 ?? .min) <= last
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
