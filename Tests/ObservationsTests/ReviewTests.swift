import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Deciding about candidates` {
  private let brief = """
    # Two acts

    2019-06-11

    On June 5, 2019, MTS and Huawei signed a contract in Moscow to develop 5G networks in Russia.

    On May 15, 2019, the US Bureau of Industry and Security put Huawei on its Entity List for shipping chips to Russia.
    """

  private func withCandidates() throws -> (file: EntenteFile, review: Review, ids: [Int]) {
    let file = try seeded()
    #expect(try file.ingest(text: brief, as: "brief.md").documents == 1)
    let ids = try file.connection.rows("SELECT id FROM candidate ORDER BY starts") {
      try $0.get(0, as: Int.self)
    }
    try #require(!ids.isEmpty)
    return (file, Review(file, TestFile.desk), ids)
  }

  @Test func `an accepted one becomes an observation resting on its very bytes`() throws {
    let (file, review, ids) = try withCandidates()
    let number = try review.accept(ids[0], corrections: ["title": "5G contract"], why: nil)
    let held = try #require(
      try file.connection.first(
        """
        SELECT e.quote, CAST(substr(b.bytes, e.starts + 1, e.ends - e.starts) AS TEXT), e.main
        FROM evidence AS e JOIN document_bytes AS b ON b.document = e.document WHERE e.observation = \(number)
        """
      ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self), try $0.get(2, as: Bool.self)) })
    #expect(held.0 == held.1 && held.0.hasPrefix("On June 5, 2019") && held.2)
    #expect(
      try file.count(
        "SELECT count(*) FROM decision_field WHERE field = 'actor' AND role IS NOT NULL AND actor IS NOT NULL"
      ) >= 2)
  }

  @Test func `a decision is made once, and again after it was taken back`() throws {
    let (file, review, ids) = try withCandidates()
    let first = try review.accept(ids[0], corrections: [:], why: nil)
    #expect(throws: ReviewError.self) { try review.accept(ids[0], corrections: [:], why: nil) }
    #expect(throws: ReviewError.self) { try review.reject(ids[0], why: "no") }
    try file.connection.execute("UPDATE observation SET withdrawn = 1 WHERE id = \(first)")
    try file.connection.execute("UPDATE decision SET withdrawn = 1")
    let second = try review.accept(ids[0], corrections: [:], why: nil)
    #expect(second != first)
  }

  @Test func `another source named on accepting stands beside the sentence`() throws {
    let (file, review, ids) = try withCandidates()
    let number = try review.accept(ids[0], corrections: ["source_url": "https://example.org/a"], why: nil)
    #expect(try file.count("SELECT count(*) FROM evidence WHERE observation = \(number)") == 2)
    #expect(try file.count("SELECT count(*) FROM evidence WHERE observation = \(number) AND main = 1") == 1)
  }

  @Test func `pressure read from a text is on the link`() throws {
    let (file, review, _) = try withCandidates()
    let pressure = try file.connection.value(
      "SELECT id FROM candidate WHERE mechanism = 'pressure'", as: Int.self)
    guard let pressure else { return }
    let number = try review.accept(pressure, corrections: [:], why: nil)
    #expect(
      try file.connection.value("SELECT pressure_on FROM observation WHERE id = \(number)", as: String.self)
        == "link")
  }

  @Test func `a correction that cannot be taken leaves nothing behind`() throws {
    let (file, review, ids) = try withCandidates()
    #expect(throws: RowRefusal.self) { try review.accept(ids[0], corrections: ["stage": "begun"], why: nil) }
    #expect(try file.count("SELECT count(*) FROM observation") == 0)
    #expect(try file.count("SELECT count(*) FROM decision") == 0)
  }

  @Test func `what was accepted, logged and edited comes back the same from its exports`() throws {
    let (file, review, ids) = try withCandidates()
    try file.ingest("\(seeds)/observations.csv", "\(seeds)/evidence.csv", "\(seeds)/initiatives.csv")
    for id in ids {
      _ = try review.accept(id, corrections: ["effect": "", "title": "=1+1 \"odd\", 'x' 华为"], why: nil)
    }
    _ = try Logging.enter(
      ["event_date": "2020", "title": "+plus\nline", "mechanism": "dialogue", "actors": "Huawei;MTS"],
      why: "log", file, TestFile.desk)
    try file.connection.execute("UPDATE observation SET summary = 'edited' WHERE source_id = 'o0009'")
    let copy = try seeded()
    for name in ["initiatives", "observations", "evidence"] {
      #expect(try copy.ingest(text: file.csv(name), as: "\(name).csv").refused == [], "\(name)")
    }
    for name in ["initiatives", "observations", "evidence"] {
      #expect(try copy.csv(name) == file.csv(name), "\(name)")
    }
  }
}
