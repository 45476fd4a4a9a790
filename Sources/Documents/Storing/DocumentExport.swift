public import Formats
public import Records
public import SQLite

extension DocumentTable {
  /// One object a document, in order of number: what `export documents` writes.
  /// - Parameters:
  ///   - references: also those that are known by address or citation only.
  ///   - label: the highest label that may go out.
  ///   - connection: the file.
  /// - Returns: objects whose keys stand in the order of the export.
  /// - Throws: `SQLiteError`.
  public static func export(
    references: Bool = false, upTo label: Label = .red, in connection: Connection
  ) throws -> [JSONValue] {
    try connection.rows(
      """
      SELECT d.id, d.path, d.title, d.published, out.name, d.language, d.sha256, length(t.original), d.uid, d.url, d.tlp,
        d.recorded
      FROM document AS d
      JOIN label AS l ON l.code = d.tlp
      LEFT JOIN outlet AS out ON out.id = d.outlet
      LEFT JOIN document_text AS t ON t.id = d.id AND t.withdrawn = 0
      WHERE d.withdrawn = 0 AND (t.id IS NOT NULL OR \(references)) AND l.rank <= \(label.rank)
      ORDER BY d.id
      """
    ) { row in
      let (cells, id) = (row.values.map(JSONValue.init(exported:)), try row.get(0, as: Int.self))
      return .members([
        "path": cells[1], "title": cells[2], "published": cells[3], "outlet": cells[4],
        "authors": try names("document_author", of: id, connection), "language": cells[5], "sha256": cells[6],
        "bytes": cells[7], "uid": cells[8], "id": .string(ShortID(.document, id).description),
        "url": cells[9],
        "categories": try names("document_category", of: id, connection), "tlp": cells[10],
        "recorded": cells[11],
      ])
    }
  }

  private static func names(_ table: String, of document: Int, _ db: Connection) throws -> JSONValue {
    .array(
      try db.rows(
        "SELECT name FROM \(identifier: table) WHERE document = \(document) AND withdrawn = 0 ORDER BY position"
      ) {
        .string(try $0.get(0))
      })
  }
}
