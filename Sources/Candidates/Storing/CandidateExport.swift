internal import Documents
public import Formats
public import Records
public import SQLite

extension CandidateTable {
  /// One object a candidate, in order of number: what `export candidates` writes. `start` and `end` count bytes
  /// of the stored text.
  /// - Parameters:
  ///   - verdict: `open`, `accepted`, `rejected`, `merged`; nil for all.
  ///   - document: the number of a document; nil for all.
  ///   - label: the highest label of a document whose candidates may go out.
  ///   - connection: the file.
  /// - Returns: objects whose keys stand in the order of the export.
  /// - Throws: `SQLiteError`.
  public static func export(
    verdict: String? = nil, document: Int? = nil, upTo label: Label = .red, in connection: Connection
  ) throws -> [JSONValue] {
    try connection.rows(
      """
      SELECT k.id, coalesce(d.path, d.url, 'd' || d.id), k.date, k.mechanism, k.amount, k.currency, k.modality, k.effect,
        CAST(substr(b.bytes, k.starts + 1, k.ends - k.starts) AS TEXT), k.starts, k.ends, k.rule, k.uid, k.instrument, k.stage,
        k.flow, k.score, v.verdict, d.title
      FROM candidate AS k
      JOIN candidates AS v ON v.uid = k.uid
      JOIN document AS d ON d.id = k.document
      JOIN label AS l ON l.code = d.tlp
      JOIN document_bytes AS b ON b.document = k.document
      WHERE (\(verdict) IS NULL OR v.verdict = \(verdict)) AND (\(document) IS NULL OR k.document = \(document))
        AND l.rank <= \(label.rank)
      ORDER BY k.id
      """
    ) { row in
      let (cells, id) = (row.values.map(JSONValue.init(exported:)), try row.get(0, as: Int.self))
      return .members([
        "document": cells[1], "date": cells[2], "mechanism": cells[3],
        "sectors": try sectors(of: id, connection),
        "actors": try actors(of: id, connection), "amount": cells[4], "currency": cells[5],
        "modality": cells[6],
        "effect": cells[7], "evidence": cells[8], "start": cells[9], "end": cells[10], "rule": cells[11],
        "id": .string(ShortID(.candidate, id).description), "uid": cells[12], "instrument": cells[13],
        "stage": cells[14],
        "flow": cells[15], "score": cells[16], "verdict": cells[17], "title": cells[18],
      ])
    }
  }

  private static func sectors(of candidate: Int, _ db: Connection) throws -> JSONValue {
    .array(
      try db.rows("SELECT sector FROM candidate_sector WHERE candidate = \(candidate) ORDER BY starts, id") {
        .string(try $0.get(0))
      })
  }

  /// `text` is the form in which the document names the actor.
  private static func actors(of candidate: Int, _ db: Connection) throws -> JSONValue {
    .array(
      try db.rows(
        """
        SELECT a.name, a.side, CAST(substr(b.bytes, a.starts + 1, a.ends - a.starts) AS TEXT)
        FROM candidate_actor AS a
        JOIN candidate AS k ON k.id = a.candidate
        JOIN document_bytes AS b ON b.document = k.document
        WHERE a.candidate = \(candidate) ORDER BY a.starts, a.id
        """
      ) {
        .members([
          "name": .string(try $0.get(0)), "side": .string(try $0.get(1)), "text": .string(try $0.get(2)),
        ])
      })
  }
}
