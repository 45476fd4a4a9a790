import Records
import SQLite
import TestSupport
import Testing

/// The file in the hands of `sqlite3`, which knows nothing of this program and sets nothing up.
@Suite struct BareClientTests {
  /// A file with one row in every table of truth, and a way to type statements into it.
  private func withFile(
    _ test: String = #function,
    _ body: (_ path: String, _ type: ([String]) throws -> Tool.Outcome) throws -> Void
  ) throws {
    guard let sqlite3 = Tool.find("sqlite3") else { return skip(test, because: "there is no sqlite3") }
    try TestFile.temporary { path in
      do {
        let maker = RowMaker(try EntenteFile(path: path, access: .create, now: TestFile.instant).connection)
        for table in TruthTable.all { try maker.insert(table) }
      }
      try body(path) { try Tool.run(sqlite3, ["-batch", "-init", "/dev/null"] + $0) }
    }
  }

  @Test func `an update typed there is in the history as made outside the program`() throws {
    try withFile { path, type in
      let update = try type([path, "UPDATE setting SET value = 'typed'"])
      #expect(update.code == 0 && update.errors == "")
      let db = try EntenteFile(path: path, access: .read, now: TestFile.instant).connection
      let query: SQL = """
        SELECT s.value, c.analyst, h.value IS NOT s.value FROM setting AS s
        JOIN setting_history AS h ON h.id = s.id JOIN change AS c ON c.id = h.until
        """
      #expect(try db.all(query) == [[.text("typed"), .text("outside the program"), .integer(1)]])
      let at = try db.value("SELECT at FROM change ORDER BY id DESC LIMIT 1", as: String.self)
      #expect(at?.count == 20 && at?.hasSuffix("Z") == true)
    }
  }

  @Test func `a delete typed there is refused in words, in every table`() throws {
    try withFile { path, type in
      for table in TruthTable.all {
        let delete = try type([path, "PRAGMA foreign_keys = 0; DELETE FROM \(table)"])
        #expect(delete.errors.contains("\(table): nothing is deleted"), "\(table): \(delete.errors)")
        #expect(delete.code != 0)
        #expect(try type([path, "SELECT count(*) > 0 FROM \(table)"]).text == "1\n")
      }
    }
  }

  @Test func `INSERT OR REPLACE typed there is refused`() throws {
    try withFile { path, type in
      for table in TruthTable.all {
        let replace = try type([path, "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1"])
        #expect(replace.code != 0 && replace.errors.contains("\(table): "), "\(table): \(replace.errors)")
      }
    }
  }

  @Test func `every table and view can be read there, also without trust in the schema`() throws {
    try withFile { path, type in
      let list = try type([
        "-readonly", path, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')",
      ])
      let names = list.text.split(separator: "\n")
      #expect(names.contains("observations") && names.contains("search"))
      let queries = names.map { "SELECT count(*) FROM (SELECT * FROM \"\($0)\");" }.joined(separator: "\n")
      let answer = try type(["-readonly", "-bail", "-cmd", ".dbconfig trusted_schema off", path, queries])
      #expect(answer.code == 0 && answer.errors == "")
      #expect(answer.text.split(separator: "\n").filter { Int($0) != nil }.count == names.count)
    }
  }

  @Test
  func `a statement typed there while a change is half made waits, and does not take the change's name`()
    throws
  {
    try withFile { path, type in
      let file = try EntenteFile(path: path, access: .write, now: TestFile.instant)
      let before = try file.connection.lastChange()
      try file.write(TestFile.desk, why: "half") { _ in
        let update = try type([path, "UPDATE setting SET value = 'typed'"])
        #expect(update.errors.contains("database is locked"))
      }
      #expect(try file.connection.lastChange() == before + 1)
    }
  }

  @Test func `more output than a pipe holds arrives whole, with errors and input beside it`() throws {
    guard let sqlite3 = Tool.find("sqlite3") else { return skip(because: "there is no sqlite3") }
    let line = "SELECT hex(zeroblob(500)); SELECT nope;\n"
    let outcome = try Tool.run(
      sqlite3, ["-batch", ":memory:"], input: Array(String(repeating: line, count: 3_000).utf8))
    #expect(outcome.output.count == 3_000 * 1_001)
    #expect(outcome.errors.split(separator: "\n").count >= 3_000)
    #expect(
      try Tool.run(sqlite3, ["-batch", ":memory:", ".exit 7"], input: [UInt8](repeating: 10, count: 1 << 20))
        .code == 7)
  }
}
