import Records
import SQLite
import TestSupport
import Testing

@Suite struct LogTests {
  let file: EntenteFile
  let db: Connection

  init() throws {
    file = try TestFile.memory()
    db = file.connection
    try file.write(TestFile.desk, why: "first", beginning: Batch(kind: .live, source: "a.csv")) { _ in }
    try db.run(script: "PRAGMA recursive_triggers = 0")
  }

  @Test(arguments: [
    "UPDATE change SET why = 'other'", "DELETE FROM change", "UPDATE OR REPLACE change SET id = 9",
    "INSERT OR REPLACE INTO change (id, at, analyst, why) VALUES (1, '', '', '')",
    "UPDATE batch SET source = 'other'", "DELETE FROM batch", "UPDATE OR REPLACE batch SET id = 9",
    "INSERT OR REPLACE INTO batch SELECT id, uid, 'backfill', started, source, note FROM batch",
    "INSERT OR REPLACE INTO batch SELECT 2, uid, 'backfill', started, source, note FROM batch",
    "DELETE FROM current_change", "INSERT OR REPLACE INTO current_change VALUES (1, 1)",
    "UPDATE label SET rank = -5 WHERE code = 'RED'", "DELETE FROM label",
    "INSERT INTO label VALUES ('PINK', 9)",
    "UPDATE migration SET sha256 = name", "DELETE FROM migration",
    "DELETE FROM erasure; SELECT * FROM nothing",
  ])
  func `the log is append-only`(text: String) throws {
    func log() throws -> [[Value]] { try db.all("SELECT * FROM change, batch, current_change") }
    let before = try log()
    #expect(before.count == 1)
    #expect(refusal { try db.run(script: text) } != nil)
    #expect(try log() == before)
  }

  @Test func `a change says who, when, why and in which batch`() throws {
    #expect(
      try db.all("SELECT id, at, analyst, why, batch FROM change") == [
        [.integer(1), .text("2026-11-24T08:00:00Z"), .text("tester"), .text("first"), .integer(1)]
      ])
    #expect(
      try db.all("SELECT kind, started, source FROM batch") == [
        [.text("live"), .text("2026-11-24T08:00:00Z"), .text("a.csv")]
      ])
  }

  @Test func `a change that fails leaves nothing, and no change current`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try file.write(TestFile.desk, why: "second") { change in
        #expect(try db.number("SELECT change FROM current_change") == change.id)
        try db.setSetting("name", to: "value", change)
        throw Stop()
      }
    }
    #expect(try db.number("SELECT count(*) FROM change") == 1)
    #expect(try db.setting("name") == nil)
    #expect(try db.value("SELECT change FROM current_change", as: Int?.self) == .some(nil))
  }

  @Test func `after a change no change is current`() throws {
    #expect(try db.value("SELECT change FROM current_change", as: Int?.self) == .some(nil))
    #expect(
      refusal { try db.run(script: "INSERT INTO current_change (only_row, change) VALUES (2, 1)") } != nil)
  }

  @Test func `a change without a way back is not left half done by who catches what it throws`() throws {
    let file = try TestFile.memory()
    struct Trouble: Error {}
    #expect(throws: (any Error).self) {
      try file.together {
        do { try file.write(TestFile.desk, why: "half", isUndoable: false) { _ in throw Trouble() } } catch {}
      }
    }
    #expect(try file.connection.value("SELECT count(*) FROM change WHERE why = 'half'", as: Int.self) == 0)
    #expect(try file.connection.value("SELECT change IS NULL FROM current_change", as: Bool.self) == true)
  }

  @Test func `several changes reach the disk together, and one that is refused takes none with it`() throws {
    struct Refused: Error {}
    try file.together {
      try file.write(TestFile.desk, why: "one") { _ in }
      #expect(throws: Refused.self) { try file.write(TestFile.desk, why: "two") { _ in throw Refused() } }
      try file.write(TestFile.desk, why: "three") { _ in }
    }
    let whys = try db.rows("SELECT why FROM change WHERE why <> 'first' ORDER BY id") {
      try $0.get(0, as: String.self)
    }
    #expect(whys == ["one", "three"])
    #expect(throws: Refused.self) {
      try file.together {
        try file.write(TestFile.desk, why: "four") { _ in }
        throw Refused()
      }
    }
    #expect(try db.value("SELECT count(*) FROM change WHERE why = 'four'", as: Int.self) == 0)
    #expect(try db.value("SELECT change FROM current_change", as: Int?.self) == .some(nil))
  }

  @Test func `a change without a way back takes all of them along`() throws {
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try file.together {
        try file.write(TestFile.desk, why: "one") { _ in }
        try file.write(TestFile.desk, why: "two", isUndoable: false) { _ in throw Refused() }
      }
    }
    #expect(try db.value("SELECT count(*) FROM change WHERE why <> 'first'", as: Int.self) == 0)
    #expect(try db.value("SELECT change FROM current_change", as: Int?.self) == .some(nil))
  }

  @Test func `a change inside a change is refused`() throws {
    try file.write(TestFile.desk, why: "second") { _ in
      #expect(refusal { try file.write(TestFile.desk, why: "third") { _ in } } != nil)
    }
    #expect(try db.number("SELECT count(*) FROM change") == 2)
  }

  @Test func `only the newest change can be made current`() throws {
    try file.write(TestFile.desk, why: "second") { _ in }
    #expect(refusal { try db.run(script: "UPDATE current_change SET change = 1") } != nil)
    try db.run(script: "UPDATE current_change SET change = 2; UPDATE current_change SET change = NULL")
  }

  @Test func `a record can be erased in a change that says so, and only that one`() throws {
    try db.execute(
      "INSERT INTO outlet (uid, name) VALUES (\(Identity.loaded("a")), 'A'), (\(Identity.loaded("b")), 'B')")
    try db.execute("UPDATE outlet SET affiliation = 'company'")
    try file.write(TestFile.desk, why: "erase") { change in
      try db.execute(
        "INSERT INTO erasure (record_table, record, why, change) VALUES ('outlet', 1, 'a court order', \(change.id))"
      )
      try db.execute("DELETE FROM outlet_history WHERE id = 1")
      try db.execute("DELETE FROM outlet WHERE id = 1")
      #expect(throws: SQLiteError.self) { try db.execute("DELETE FROM outlet WHERE id = 2") }
      #expect(throws: SQLiteError.self) { try db.execute("DELETE FROM outlet_history WHERE id = 2") }
    }
    #expect(throws: SQLiteError.self) { try db.execute("DELETE FROM outlet WHERE id = 2") }
    #expect(try db.all("SELECT name FROM outlet") == [[.text("B")]])
    #expect(try db.all("SELECT record, why FROM erasure") == [[.integer(1), .text("a court order")]])
  }
}
