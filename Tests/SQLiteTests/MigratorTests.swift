import SQLite
import Testing

@Suite struct MigratorTests {
  private static let record =
    "CREATE TABLE migration (id INTEGER PRIMARY KEY, name TEXT, sha256 TEXT, applied TEXT) STRICT;"
  private let steps = [
    Migration(
      id: 1, name: "1_first", sql: record + "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;", sha256: "one"),
    Migration(
      id: 2, name: "2_second", sql: "CREATE TABLE b (a INTEGER REFERENCES a (id)) STRICT;", sha256: "two"),
    Migration(
      id: 3, name: "3_third", sql: "ALTER TABLE b ADD COLUMN c TEXT; CREATE INDEX b_c ON b (c);",
      sha256: "three"),
  ]

  private func schema(_ db: Connection) throws -> [String] {
    try db.texts("SELECT sql FROM sqlite_schema ORDER BY name")
  }

  @Test(arguments: 0...3)
  func `from every prefix the end is the same`(prefix: Int) throws {
    let whole = try memory()
    try Migrator(steps).migrate(whole, now: "now")
    let db = try memory()
    #expect(try Migrator(Array(steps.prefix(prefix))).migrate(db, now: "then").count == prefix)
    #expect(
      try Migrator(steps.reversed()).migrate(db, now: "now").map(\.id) == Array(1...3).suffix(3 - prefix))
    #expect(try schema(db) == schema(whole))
    #expect(try Migrator(steps).pending(in: db).isEmpty)
    let applied = try db.texts(
      "SELECT id || ' ' || name || ' ' || sha256 || ' ' || applied FROM migration ORDER BY id")
    let times = (0..<3).map { $0 < prefix ? "then" : "now" }
    #expect(
      applied == ["1 1_first one \(times[0])", "2 2_second two \(times[1])", "3 3_third three \(times[2])"])
  }

  @Test func `a second run does nothing`() throws {
    let db = try memory()
    #expect(try Migrator(steps).migrate(db, now: "now").count == 3)
    let version = try db.number("PRAGMA schema_version")
    #expect(try Migrator(steps).migrate(db, now: "later").isEmpty)
    #expect(try db.number("PRAGMA schema_version") == version)
  }

  @Test func `a migration whose text changed since is refused`() throws {
    let db = try memory()
    try Migrator(steps).migrate(db, now: "now")
    var changed = steps
    changed[1].sha256 = "other"
    let error = sqliteError { try Migrator(changed).migrate(db, now: "now") }
    #expect(error?.message == "migration 2 (2_second) was applied to the file with another text")
  }

  @Test func `a file of a newer program is refused with both versions`() throws {
    let db = try memory()
    try Migrator(steps).migrate(db, now: "now")
    let error = sqliteError { try Migrator(Array(steps.prefix(2))).migrate(db, now: "now") }
    #expect(error?.message == "the file is newer than this program: it has schema 3, the program knows 2")
    #expect(error?.hint?.contains("newer entente") == true)
  }

  @Test func `a failure in the middle leaves nothing of its migration`() throws {
    let db = try memory()
    var broken = steps
    broken[1].sql = "CREATE TABLE b (a INTEGER) STRICT; INSERT INTO a VALUES (5); CREATE TABLE a (x);"
    #expect(sqliteError { try Migrator(broken).migrate(db, now: "now") }?.message == "table a already exists")
    #expect(try db.number("SELECT count(*) FROM a") == 0)
    #expect(try Migrator(steps).pending(in: db).map(\.id) == [2, 3])
    #expect(!db.isInTransaction)
    try Migrator(steps).migrate(db, now: "now")
  }

  @Test func `a migration that would leave a row pointing nowhere is undone`() throws {
    let db = try memory()
    try Migrator(Array(steps.prefix(2))).migrate(db, now: "now")
    try db.run(script: "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)")
    let careless = steps.prefix(2) + [Migration(id: 3, name: "3_careless", sql: "DELETE FROM a", sha256: "x")]
    let error = sqliteError { try Migrator(Array(careless)).migrate(db, now: "now") }
    #expect(error?.message == "migration 3 would break foreign keys of [\"b\"]")
    #expect(try db.number("SELECT count(*) FROM a") == 1)
    #expect(try db.number("PRAGMA foreign_keys") == 1, "and foreign keys are on again")
  }

  @Test func `a table may be rebuilt while others point to it`() throws {
    let db = try memory()
    try Migrator(Array(steps.prefix(2))).migrate(db, now: "now")
    try db.run(script: "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)")
    let text =
      "CREATE TABLE x (id INTEGER PRIMARY KEY, n TEXT) STRICT; INSERT INTO x SELECT id, '' FROM a; DROP TABLE a; ALTER TABLE x RENAME TO a;"
    let rebuild = steps.prefix(2) + [Migration(id: 3, name: "3_rebuild", sql: text, sha256: "x")]
    try Migrator(Array(rebuild)).migrate(db, now: "now")
    #expect(try db.columnNames(of: "SELECT * FROM a") == ["id", "n"])
    #expect(try db.number("SELECT count(*) FROM b") == 1)
    #expect(try db.number("PRAGMA foreign_keys") == 1)
  }
}
