import SQLite
import TestSupport
import Testing

@Suite struct BackupTests {
  private func filled(_ path: String) throws -> Connection {
    let db = try Connection(path: path, mode: .create)
    try db.run(
      script:
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v BLOB) STRICT; CREATE VIEW w AS SELECT count(*) AS n FROM t"
    )
    try db.transaction {
      for number in 0..<500 { try db.execute("INSERT INTO t VALUES (\(number), randomblob(100))") }
    }
    return db
  }

  @Test func `a backup passes its check and holds the same rows`() throws {
    try TestFile.folder { folder in
      let db = try filled("\(folder)/test.db")
      try db.backUp(to: "\(folder)/copy.db")
      let copy = try Connection(path: "\(folder)/copy.db", mode: .readOnly)
      let content: SQL = "SELECT id || hex(v) FROM t ORDER BY id"
      #expect(try copy.texts(content) == db.texts(content))
      #expect(try copy.texts("SELECT sql FROM sqlite_schema") == db.texts("SELECT sql FROM sqlite_schema"))
      #expect(try copy.integrityProblems() == [])
      #expect(TestFile.names(in: folder).filter { $0.hasSuffix(".db") } == ["copy.db", "test.db"])
    }
  }

  @Test func `a backup holds what was committed, also while a reader stands on a row`() throws {
    try TestFile.folder { folder in
      let db = try filled("\(folder)/test.db")
      let reader = try Connection(path: "\(folder)/test.db", mode: .readOnly)
      var made = false
      try reader.forEach("SELECT id FROM t") { _ in
        if !made { try db.backUp(to: "\(folder)/copy.db") }
        made = true
      }
      #expect(try Connection(path: "\(folder)/copy.db", mode: .readOnly).number("SELECT n FROM w") == 500)
    }
  }

  @Test func `a reference to nothing in a table of one's own is told, and does not forbid the backup`() throws
  {
    try TestFile.folder { folder in
      let db = try filled("\(folder)/test.db")
      try db.run(
        script:
          "CREATE TABLE c (t INTEGER REFERENCES t (id)) STRICT; PRAGMA foreign_keys = 0; INSERT INTO c VALUES (-7)"
      )
      #expect(try db.integrityProblems() == ["c: row 1 points to a missing row of t"])
      try db.backUp(to: "\(folder)/copy.db")
    }
  }

  @Test func `a folder that is not there is named with advice`() throws {
    try TestFile.folder { folder in
      let error = sqliteError { try memory().backUp(to: "\(folder)/nowhere/copy.db") }
      #expect(error?.code.primary == .cannotOpen)
      #expect(error?.message.hasPrefix("cannot open \(folder)/nowhere/copy.db: ") == true)
      #expect(error?.hint == "Check that the folder is there, and that you may read and write in it.")
    }
  }

  @Test(arguments: [
    [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10] + Array("JFIF".utf8)
      + (0..<9_000).map { UInt8(truncatingIfNeeded: $0) },
    Array("event_date,title\n2024-01-01,x\n".utf8),
  ])
  func `a file that is no database is refused and left as it is`(bytes: [UInt8]) throws {
    try TestFile.temporary { path in
      try TestFile.write(bytes, to: path)
      for mode in [Connection.Mode.existing, .create, .readOnly] {
        let error = sqliteError { _ = try Connection(path: path, mode: mode) }
        #expect(error?.code.primary == .notADatabase)
        #expect(error?.hint == "The file is not an SQLite database; check the path.")
      }
      #expect(try TestFile.bytes(of: path) == bytes)
    }
  }

  @Test func `a file that is not there is not made in passing`() throws {
    try TestFile.temporary { path in
      #expect(sqliteError { _ = try Connection(path: path, mode: .existing) }?.code.primary == .cannotOpen)
      #expect(sqliteError { _ = try Connection(path: path, mode: .readOnly) }?.code.primary == .cannotOpen)
      #expect(throws: TestFileError.self) { try TestFile.bytes(of: path) }
    }
  }

  /// A crash between the writing of pages and the end of the commit leaves changed pages and a hot journal.
  @Test func `a journal left by a crash is rolled back at the next opening`() throws {
    try TestFile.folder { folder in
      let (path, crashed) = ("\(folder)/test.db", "\(folder)/crashed.db")
      var db: Connection? = try filled(path)
      try db?.transaction {
        // A cache of one page: changed pages go to the file before the commit.
        try db?.execute("PRAGMA cache_size = 1")
        try db?.execute("UPDATE t SET v = zeroblob(100)")
        // Read through another program: our own close() would drop the locks.
        let cp = try #require(Tool.find("cp"))
        #expect(try Tool.run(cp, [path, crashed]).code == 0)
        #expect(try Tool.run(cp, ["\(path)-journal", "\(crashed)-journal"]).code == 0)
      }
      db = nil
      let zeros: SQL = "SELECT count(*) FROM t WHERE v = zeroblob(100)"
      #expect(try TestFile.bytes(of: crashed) != TestFile.bytes(of: path))
      let reader = sqliteError { _ = try Connection(path: crashed, mode: .readOnly) }
      #expect(reader?.code.primary == .readOnly, "a reader cannot roll back, and must not read half a change")
      let opened = try Connection(path: crashed, mode: .existing)
      #expect(try opened.number(zeros) == 0)
      #expect(try opened.number("SELECT n FROM w") == 500)
      #expect(try opened.integrityProblems() == [])
    }
  }
}
