import Dispatch
import SQLite
import Synchronization
import TestSupport
import Testing

@testable import Records

@Suite struct FileTests {
  @discardableResult
  private func open(_ path: String, _ access: EntenteFile.Access) throws -> EntenteFile {
    try EntenteFile(path: path, access: access, now: TestFile.instant)
  }
  /// Something done to the file by other means.
  private func tamper(_ path: String, _ script: String) throws {
    try Connection(path: path, mode: .create).run(script: script)
  }

  @Test func `a new file is new once, and carries our mark`() throws {
    try TestFile.temporary { path in
      let made = try open(path, .create)
      #expect(made.isNew && made.isStale)
      #expect(try made.connection.number("PRAGMA application_id") == 1_164_866_660)
      let again = try open(path, .create)
      #expect(!again.isNew && again.isStale, "the search index wants filling until it was filled")
      try again.remakeDerived {}
      #expect(
        try open(path, .write).connection.all("SELECT DISTINCT applied FROM migration") == [
          [.text("2026-11-24T08:00:00Z")]
        ])
      let reader = try open(path, .read)
      #expect(!reader.isNew && !reader.isStale)
    }
  }

  @Test(arguments: [EntenteFile.Access.read, .write, .ask])
  func `a file that is not there is named and not made`(access: EntenteFile.Access) throws {
    try TestFile.folder { folder in
      let message = refusal { try open("\(folder)/none.db", access) }
      #expect(
        message
          == "There is no file \(folder)/none.db, or it cannot be opened. Make one with `entente init`, or name another with --db PATH or $ENTENTE_DB."
      )
      #expect(TestFile.names(in: folder) == [])
    }
  }

  @Test func `an empty file is no database to read or write, and one to create`() throws {
    try TestFile.temporary { path in
      try TestFile.write([], to: path)
      #expect(refusal { try open(path, .read) }?.hasPrefix("The file \(path) holds no database.") == true)
      #expect(refusal { try open(path, .write) }?.hasPrefix("The file \(path) holds no database.") == true)
      #expect(try open(path, .create).isNew)
    }
  }

  @Test(arguments: [EntenteFile.Access.read, .write, .create])
  func `the database of another program is left as it is`(access: EntenteFile.Access) throws {
    try TestFile.temporary { path in
      try tamper(path, "CREATE TABLE theirs (v TEXT); PRAGMA application_id = 7")
      let before = try TestFile.bytes(of: path)
      let message = refusal { try open(path, access) }
      #expect(message?.hasPrefix("The file \(path) is an SQLite database, but not one of Entente's.") == true)
      #expect(try TestFile.bytes(of: path) == before)
    }
  }

  @Test(arguments: [EntenteFile.Access.read, .write, .create])
  func `a file of a newer program is refused`(access: EntenteFile.Access) throws {
    try TestFile.temporary { path in
      try open(path, .create)
      try tamper(path, "INSERT INTO migration SELECT 99, 'later', sha256, applied FROM migration LIMIT 1")
      let message = refusal { try open(path, access) }
      #expect(message?.hasPrefix("the file is newer than this program: it has schema 99") == true)
    }
  }

  @Test func `a file with views of another version is refused to readers and mended by writers`() throws {
    try TestFile.temporary { path in
      try open(path, .create)
      try tamper(
        path, "UPDATE derived_state SET value = 'old' WHERE name = 'derived_sha256'; DROP VIEW observations")
      #expect(
        refusal { try open(path, .read) }?.hasSuffix("Run `entente rebuild` to bring it up to date.") == true)
      #expect(try open(path, .write).isStale)
      try open(path, .read).connection.execute("SELECT * FROM observations")
    }
  }

  @Test(arguments: [
    ("DROP VIEW observations", "the view observations"),
    ("DROP TRIGGER actor_delete", "the trigger actor_delete"),
    ("DROP INDEX document_url", "the index document_url"),
    ("ALTER TABLE actor ADD COLUMN mine TEXT", "the table actor"),
    ("DROP VIEW changes; CREATE VIEW changes AS SELECT 1 AS id", "the view changes"),
  ])
  func `a file with an object of ours changed is refused by the object's name`(script: String, object: String)
    throws
  {
    try TestFile.temporary { path in
      try open(path, .create)
      try tamper(path, script)
      for access in [EntenteFile.Access.read, .write, .ask] {
        #expect(
          refusal { try open(path, access) }?.hasPrefix(
            "In the file \(path), \(object) is not as this program made it.") == true)
      }
    }
  }

  @Test func `tables and views of an analyst are welcome and listed`() throws {
    try TestFile.temporary { path in
      #expect(try SchemaCheck.foreignObjects(in: open(path, .create).connection) == [])
      try tamper(path, "CREATE VIEW my_view AS SELECT id FROM observations; CREATE TABLE my_table (v)")
      for access in [EntenteFile.Access.read, .write, .ask] {
        #expect(
          try SchemaCheck.foreignObjects(in: open(path, access).connection) == [
            "table my_table", "view my_view",
          ])
      }
      try open(path, .write).remakeDerived {}
      try open(path, .read).connection.execute("SELECT * FROM my_view")
    }
  }

  @Test(arguments: 1...5)
  func `two that make the same file at once both get it whole, and one of them made it`(round: Int) throws {
    try TestFile.temporary { path in
      let made = Mutex<[Bool]>([])
      let errors = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        do {
          let isNew = try EntenteFile(path: path, access: .create, now: TestFile.instant).isNew
          made.withLock { $0.append(isNew) }
        } catch { errors.withLock { $0.append("\(error)") } }
      }
      #expect(errors.withLock(\.self) == [])
      #expect(made.withLock(\.self).filter(\.self).count == 1)
      let db = try open(path, .read).connection
      #expect(try db.number("SELECT count(*) FROM migration") == Resources.migrations.count)
      #expect(try db.integrityProblems() == [])
    }
  }
}
