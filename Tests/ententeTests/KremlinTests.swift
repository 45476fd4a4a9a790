import TestSupport
import Testing

@Suite struct `The Kremlin's items` {
  /// Every span of the file with the bytes it stands in.
  private static let spans = """
    WITH span (document, starts, ends, printed) AS (
      SELECT document, starts, ends, NULL FROM passage
      UNION ALL SELECT document, starts, ends, NULL FROM mention
      UNION ALL SELECT document, starts, ends, NULL FROM candidate
      UNION ALL SELECT c.document, s.starts, s.ends, NULL FROM candidate_span s JOIN candidate c ON c.id = s.candidate
      UNION ALL SELECT c.document, a.starts, a.ends, NULL FROM candidate_actor a JOIN candidate c ON c.id = a.candidate
        WHERE a.starts IS NOT NULL
      UNION ALL SELECT document, starts, ends, NULL FROM document_claim WHERE starts IS NOT NULL
    )
    SELECT count(*) AS spans, count(*) FILTER (WHERE NOT (
        s.starts >= 0 AND s.starts < s.ends AND s.ends <= length(b.bytes)
        AND hex(substr(b.bytes, s.starts + 1, 1)) NOT BETWEEN '80' AND 'BF'
        AND hex(substr(b.bytes, s.ends + 1, 1)) NOT BETWEEN '80' AND 'BF'
      )) AS wrong
    FROM span s LEFT JOIN document_bytes b ON b.document = s.document
    """

  @Test func `all of them are read in one go, every span is exact, and again they are known`() throws {
    guard let items = Shared.path("data/open/kremlin_en_1999_2017.jsonl") else { return }
    try TestFile.temporary { db in
      let outcome = try Program.run(["ingest", items], db: db)
      #expect(outcome.code == 0 && outcome.text.contains("152 documents"), "\(outcome.text)\(outcome.errors)")
      let found = try Program.run(["sql", Self.spans, "--format", "csv"], db: db)
      let figures = found.text.split { $0 == "\n" || $0 == "\r\n" }.last?.split(separator: ",").compactMap {
        Int($0)
      }
      let counts = try #require(figures)
      #expect(counts.count == 2 && counts[0] > 5000 && counts[1] == 0, "\(found.text)\(found.errors)")
      let again = try Program.run(["ingest", items], db: db)
      #expect(again.code == 0 && again.text.contains("0 documents") && again.text.contains("152 skipped"))
    }
  }
}
