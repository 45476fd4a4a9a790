internal import Calendar
internal import Documents
internal import Formats
internal import Records
internal import SQLite

/// The fields of a document that a person may correct. Its text, and what was read off its bytes, stay.
enum DocumentFields {
  static let names = [
    "title", "outlet", "published", "language", "authors", "categories", "url", "archived_url", "retrieved",
    "tlp",
  ]
  static let lists: Set = ["authors", "categories"]

  static func cells(of id: Int, in db: Connection) throws -> [String: String] {
    let query: SQL = """
      SELECT d.title, o.name AS outlet, d.published, d.language, d.url, d.archived_url, d.retrieved, d.tlp
      FROM document AS d LEFT JOIN outlet AS o ON o.id = d.outlet WHERE d.id = \(id)
      """
    let values = try db.first(query) { $0.values.map(CellText.of) } ?? []
    var cells = Dictionary(uniqueKeysWithValues: zip(try db.columnNames(of: query), values))
    for (field, table) in [("authors", "document_author"), ("categories", "document_category")] {
      cells[field] = try db.rows(
        "SELECT name FROM \(identifier: table) WHERE document = \(id) AND withdrawn = 0 ORDER BY position"
      ) { try $0.get(0, as: String.self) }.joined(separator: ";")
    }
    return cells
  }

  static func write(_ row: TableRow, _ changed: Set<String>, to id: Int, _ context: LoadContext) throws {
    var said = DocumentCorrection()
    (said.title, said.outlet, said.language) = (row.text("title"), row.text("outlet"), row["language"])
    said.published = try ObservationReading.date(row, "published")
    said.url = try SourceReading.address(row, "url")
    said.archivedURL = try SourceReading.address(row, "archived_url")
    (said.retrieved, said.label) = (try row.instant("retrieved"), try row.label())
    if !changed.isSubset(of: lists) { try DocumentTable.correct(id, said, changed: changed, context) }
    if changed.contains("authors") { try name("document_author", row.list("authors"), of: id, context) }
    if changed.contains("categories") {
      try name("document_category", row.list("categories"), of: id, context)
    }
    if changed.contains("title") { try index(id, in: context.connection) }
  }

  /// Names by their place: each place is a row of its own.
  private static func name(_ table: String, _ names: [String], of id: Int, _ context: LoadContext) throws {
    let db = context.connection
    for (position, name) in names.map(NFC.normalized).enumerated() {
      let known = try db.value(
        "SELECT 1 FROM \(identifier: table) WHERE document = \(id) AND position = \(position)", as: Int.self)
      if known == nil {
        try db.execute(
          """
          INSERT INTO \(identifier: table) (document, position, name, change)
          VALUES (\(id), \(position), \(name), \(context.change.id))
          """)
      } else {
        try db.execute(
          """
          UPDATE \(identifier: table) SET name = \(name), withdrawn = 0
          WHERE document = \(id) AND position = \(position) AND (name <> \(name) OR withdrawn = 1)
          """)
      }
    }
    try db.execute(
      """
      UPDATE \(identifier: table) SET withdrawn = 1
      WHERE document = \(id) AND position >= \(names.count) AND withdrawn = 0
      """)
  }

  /// Puts a document into the search index, in place of what stood there for it.
  static func index(_ id: Int, in db: Connection) throws {
    let title = try db.value("SELECT title FROM document WHERE id = \(id)", as: String?.self) ?? nil
    let body = try StoredText(id, in: db)?.bytes
    try SearchIndex.replace(
      kind: "document", record: id, title: title ?? "", body: body ?? [], in: db)
  }
}
