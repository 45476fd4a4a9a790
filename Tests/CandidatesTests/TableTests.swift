import Candidates
import Documents
import Formats
import Names
import Records
import SQLite
import TestSupport
import Testing

@Suite("Candidates in the file")
struct TableTests {
  let bench: Bench
  let document: Int

  init() throws {
    bench = try seededBench()
    document = try bench.ingest(
      "# T\n\nOn June 5, 2019, MTS and Huawei signed a contract on 5G networks.", path: "folder/a.txt")
  }

  @Test("An export line has the agreed keys first, and its span reads the evidence")
  func export() throws {
    let rows = try CandidateTable.export(in: bench.db)
    let row = try #require(rows.first)
    #expect(
      row.object?.prefix(12).map(\.key) == [
        "document", "date", "mechanism", "sectors", "actors", "amount", "currency", "modality", "effect",
        "evidence", "start", "end",
      ])
    #expect(row["document"]?.string == "folder/a.txt")
    let stored = try #require(try StoredText(document, in: bench.db))
    let (start, end) = (Int(row["start"]!.integer!), Int(row["end"]!.integer!))
    #expect(stored.text(start..<end) == row["evidence"]?.string)
    #expect(row["verdict"]?.string == "open")
    #expect(try CandidateTable.export(verdict: "accepted", in: bench.db).isEmpty)
    #expect(try CandidateTable.export(upTo: .clear, in: bench.db).isEmpty)
  }

  @Test("Every column that has a value has its bytes beside it")
  func spans() throws {
    let fields = try bench.db.rows("SELECT field FROM candidate_span ORDER BY field") {
      try $0.get(0, as: String.self)
    }
    #expect(fields == ["date", "effect", "instrument", "mechanism", "stage"])
    #expect(try bench.db.value("SELECT count(*) FROM candidate_actor") == 2)
    #expect(try bench.db.value("SELECT count(*) FROM mention", as: Int.self)! > 4)
    let version = try RulesVersion.current(in: bench.db)
    #expect(try bench.db.value("SELECT rules FROM reading WHERE document = \(document)") == version)
  }

  @Test("Reading again keeps number and uid; a document taken back loses its candidates")
  func again() throws {
    let second = try bench.ingest("# U\n\nOn June 6, 2019, MTS and Huawei signed a contract on 5G networks.")
    let before = try bench.db.rows("SELECT id, uid FROM candidate ORDER BY id", \.values)
    #expect(before.count == 2)
    #expect(try bench.write { _ in try Propose.remakeAll(in: bench.db) } == 2)
    #expect(try bench.db.rows("SELECT id, uid FROM candidate ORDER BY id", \.values) == before)
    try bench.write { try $0.connection.execute("UPDATE document SET withdrawn = 1 WHERE id = \(document)") }
    #expect(try bench.write { _ in try Propose.remakeAll(in: bench.db) } == 1)
    #expect(try bench.db.value("SELECT document FROM candidate") == second)
    #expect(try bench.db.value("SELECT count(*) FROM mention WHERE document = \(document)") == 0)
  }

  @Test("A candidate that comes anew takes a number that no other has")
  func newNumber() throws {
    let second = try bench.ingest("# U\n\nOn June 6, 2019, MTS and Huawei signed a contract on 5G networks.")
    let before = try bench.db.rows("SELECT id, document FROM candidate ORDER BY id", \.values)
    try bench.write { try $0.connection.execute("UPDATE candidate SET uid = lower(hex(randomblob(18)))") }
    #expect(try bench.write { _ in try Propose.remake(document: document, in: bench.db) } == 1)
    let after = try bench.db.rows("SELECT id, document FROM candidate ORDER BY id", \.values)
    #expect(after == [[before[1][0], second.value], [.integer(3), document.value]])
  }
}
