import Candidates
import Documents
import Names
import Records
import SQLite
import TestSupport
import Testing

@Suite("Proposing again")
struct AgainTests {
  let bench: Bench
  let document: Int

  init() throws {
    bench = try seededBench()
    document = try bench.ingest(
      "# T\n\nOn June 5, 2019, MTS and Huawei signed a contract on 5G networks. In May 2018 Rosatom and CNNC signed a contract on nuclear fuel."
    )
  }

  private func again() throws -> Propose.Changes {
    try bench.write { _ in try Propose.again(in: bench.db) }
  }

  @Test("With the same rules and names everything is the same")
  func same() throws {
    #expect(try again() == .init(new: 0, gone: 0, same: 2))
  }

  @Test("A cue taken back takes its proposals along, and one that returns brings new ones")
  func rules() throws {
    try bench.write { _ in
      try bench.db.execute("UPDATE actor SET withdrawn = 1 WHERE name IN ('Rosatom', 'CNNC')")
    }
    #expect(try again() == .init(new: 0, gone: 1, same: 1))
    try bench.write { _ in
      try bench.db.execute("UPDATE actor SET withdrawn = 0 WHERE name IN ('Rosatom', 'CNNC')")
    }
    #expect(try again() == .init(new: 1, gone: 0, same: 1))
  }

  @Test("One document can be read anew alone")
  func alone() throws {
    _ = try bench.ingest("# U\n\nOn June 6, 2019, MTS and Huawei signed a contract on 5G networks.")
    let changes = try bench.write { _ in try Propose.again(document: document, in: bench.db) }
    #expect(changes == .init(new: 0, gone: 0, same: 2))
  }

  @Test("A rejected proposal does not come back, also where its sentence is cut otherwise")
  func rejected() throws {
    let uid: String = try #require(try bench.db.value("SELECT uid FROM candidate ORDER BY id LIMIT 1"))
    // As if older rules had made it of other bytes.
    let old = "00000000-0000-8000-8000-000000000001"
    try bench.write { context in
      try bench.db.execute(
        """
        INSERT INTO decision (uid, candidate, document, verdict, why, rule, rules, score, starts, ends, change)
        SELECT '00000000-0000-8000-8000-000000000002', \(old), document, 'rejected', 'no', rule, rules, score, starts + 3, ends,
          \(context.change.id) FROM candidate WHERE uid = \(uid)
        """)
      let decision = bench.db.lastRowID
      try bench.db.execute(
        """
        INSERT INTO decision_field (decision, field, value, change)
        SELECT \(decision), 'date', date, \(context.change.id) FROM candidate WHERE uid = \(uid)
        UNION ALL SELECT \(decision), 'mechanism', mechanism, \(context.change.id) FROM candidate WHERE uid = \(uid)
        """)
    }
    _ = try again()
    let verdicts = try bench.db.rows("SELECT uid, verdict FROM candidates ORDER BY number") {
      [try $0.get(0, as: String.self), try $0.get(1, as: String.self)]
    }
    #expect(verdicts.count == 2)
    #expect(verdicts.contains([old, "rejected"]))
    #expect(!verdicts.contains { $0[0] == uid })
  }
}
