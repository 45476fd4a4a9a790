public import SQLite

/// The full-text index over documents, observations and whatever else has words.
public enum SearchIndex {
  /// Puts a record into the index. One that is there already would be found twice: see `replace`.
  public static func add(
    kind: String, record: Int, title: String, body: [UInt8], in connection: Connection
  ) throws {
    try connection.repeating(
      "INSERT INTO search (rowid, title, body, kind, record) VALUES (?, ?, ?, ?, ?)"
    ) { values in
      try values.bind(1, row(kind, record))
      try values.bind(2, utf8: SearchTerms.joined(Array(title.utf8)))
      try values.bind(3, utf8: SearchTerms.joined(body))
      try values.bind(4, kind)
      try values.bind(5, record)
      try values.run()
    }
  }

  /// Puts a record into the index, in place of what stood there for it.
  public static func replace(
    kind: String, record: Int, title: String, body: [UInt8], in connection: Connection
  ) throws {
    try remove(kind: kind, record: record, in: connection)
    try add(kind: kind, record: record, title: title, body: body, in: connection)
  }

  /// Takes a record out of the index.
  public static func remove(kind: String, record: Int, in connection: Connection) throws {
    try connection.execute("DELETE FROM search WHERE rowid = \(row(kind, record))")
  }

  private static let kinds = [
    "document", "observation", "initiative", "actor", "note", "judgement", "evidence", "candidate",
  ]

  /// FTS5 finds a row quickly by its number only, so kind and record make the number.
  private static func row(_ kind: String, _ record: Int) -> Int {
    record * 16 + (kinds.firstIndex(of: kind) ?? 15)
  }

  /// Puts every document into the index anew, those without a text by their title.
  public static func indexDocuments(in connection: Connection) throws {
    let documents = try connection.rows("SELECT id, title FROM document WHERE withdrawn = 0 ORDER BY id") {
      (id: try $0.get(0, as: Int.self), title: try $0.get(1, as: String?.self))
    }
    for document in documents {
      let body = try StoredText(document.id, in: connection)?.bytes
      guard document.title != nil || body != nil else { continue }
      try replace(
        kind: "document", record: document.id, title: document.title ?? "", body: body ?? [], in: connection)
    }
  }
}
