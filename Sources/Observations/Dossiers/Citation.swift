internal import Calendar
internal import Documents
internal import Formats
internal import Names
public import Records
public import SQLite

/// A source as a footnote names it.
public struct Citation: Sendable, Equatable {
  /// How it is written.
  public enum Style: String, Sendable, CaseIterable {
    case plain, markdown, bibtex
    case cslJSON = "csl-json"
  }

  /// A short key: d12.
  public var key: String
  /// Who published it.
  public var outlet: String?
  /// Who wrote it.
  public var authors: [String] = []
  /// As the source has it.
  public var title: String?
  /// In English, where an analyst gave it.
  public var translation: String?
  /// Two letters.
  public var language: String?
  /// When it was published: EDTF.
  public var published: String?
  /// The address.
  public var url: String?
  /// When it was read from there: an instant.
  public var retrieved: String?
  /// Where a copy is kept.
  public var archive: String?
}

extension Citation {
  /// The sources of what is named: of an observation all, the one given with it first; of evidence or a document one.
  /// - Throws: ``EditError`` where nothing is called so, `SQLiteError`.
  public static func all(of name: String, in connection: Connection) throws -> [Citation] {
    let record = try Record(named: name, in: connection)
    switch record.kind {
    case .document: return try [document(record.number, connection)].compactMap(\.self)
    case .evidence: return try evidence("SELECT \(record.number)", connection)
    case .observation:
      return try evidence(
        "SELECT id FROM evidence WHERE observation = \(record.number) AND withdrawn = 0 ORDER BY main DESC, id",
        connection)
    case .initiative, .actor, .outlet: throw EditError.unknown(name, near: [])
    }
  }

  /// A document's title in English, kept with the document as what an analyst says of it.
  public static func translate(_ document: Int, _ title: String, _ context: LoadContext) throws {
    let title = NFC.normalized(title).trimmed
    guard !title.isEmpty else { throw RemarkError.empty("title") }
    let db = context.connection
    try db.execute(
      """
      UPDATE document_claim SET withdrawn = 1
      WHERE document = \(document) AND field = 'title' AND origin = 'analyst' AND withdrawn = 0 AND value <> \(title)
      """)
    let held = try db.value(
      """
      SELECT id FROM document_claim
      WHERE document = \(document) AND field = 'title' AND origin = 'analyst' AND value = \(title)
      """, as: Int.self)
    if let held {
      try db.execute("UPDATE document_claim SET withdrawn = 0 WHERE id = \(held) AND withdrawn = 1")
    } else {
      try db.execute(
        """
        INSERT INTO document_claim (document, field, value, origin, change)
        VALUES (\(document), 'title', \(title), 'analyst', \(context.change.id))
        """)
    }
  }

  /// As the evidence cites its document: a page may have had another title then.
  private static func evidence(_ query: SQL, _ db: Connection) throws -> [Citation] {
    var found: [Citation] = []
    for number in try db.rows(query, { try $0.get(0, as: Int.self) }) {
      let cited = try db.first(
        """
        SELECT e.document, l.outlet, l.title, l.language, l.published, l.url
        FROM evidence AS e JOIN evidence_list AS l ON l.evidence = e.id WHERE e.id = \(number)
        """
      ) { row in (try row.get(0, as: Int.self), try (1...5).map { try row.get($0, as: String?.self) }) }
      guard let cited, var citation = try document(cited.0, db) else { continue }
      citation.outlet = cited.1[0]
      citation.title = cited.1[1]
      citation.language = cited.1[2]
      citation.published = cited.1[3]
      citation.url = cited.1[4]
      if !found.contains(citation) { found.append(citation) }
    }
    return found
  }

  private static func document(_ number: Int, _ db: Connection) throws -> Citation? {
    var citation = try db.first(
      """
      SELECT d.id, out.name, d.title, d.language, d.published, d.url, d.retrieved, d.archived_url,
        (SELECT k.value FROM document_claim AS k WHERE k.document = d.id AND k.field = 'title' AND k.origin = 'analyst'
           AND k.withdrawn = 0 ORDER BY k.id DESC LIMIT 1)
      FROM document AS d LEFT JOIN outlet AS out ON out.id = d.outlet WHERE d.id = \(number) AND d.withdrawn = 0
      """
    ) { row in
      Citation(
        key: "d\(try row.get(0, as: Int.self))", outlet: try row.get(1), title: try row.get(2),
        translation: try row.get(8),
        language: try row.get(3), published: try row.get(4), url: try row.get(5), retrieved: try row.get(6),
        archive: try row.get(7))
    }
    citation?.authors = try db.rows(
      "SELECT name FROM document_author WHERE document = \(number) AND withdrawn = 0 ORDER BY position"
    ) { try $0.get(0, as: String.self) }
    return citation
  }
}
