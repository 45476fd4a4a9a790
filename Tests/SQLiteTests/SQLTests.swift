import SQLite
import Testing

@Suite struct SQLTests {
  @Test func `an interpolation binds and never enters the text`() throws {
    let evil = "x'; DROP TABLE t; --"
    let sql: SQL = "INSERT INTO t VALUES (\(evil))"
    #expect(sql.text == "INSERT INTO t VALUES (?)")
    #expect(sql.values == [.text(evil)])
    let db = try memory("CREATE TABLE t (v TEXT) STRICT")
    try db.execute(sql)
    #expect(try db.texts("SELECT v FROM t") == [evil])
  }

  @Test func `an absent optional is NULL and a present one its value`() {
    let absent: String? = nil
    let present: String? = "here"
    let sql: SQL = "SELECT \(absent), \(present), \(5), \(2.5), \(true), \([1, 2] as [UInt8])"
    #expect(sql.text == "SELECT ?, ?, ?, ?, ?, ?")
    #expect(sql.values == [.null, .text("here"), .integer(5), .real(2.5), .integer(1), .blob([1, 2])])
  }

  @Test func `a piece of SQL brings its values in the order of their places`() throws {
    let condition: SQL = "b = \(2) AND c = \("three")"
    let whole: SQL = "SELECT \(1) WHERE \(condition) OR d = \(4)"
    #expect(whole.text == "SELECT ? WHERE b = ? AND c = ? OR d = ?")
    #expect(whole.values == [.integer(1), .integer(2), .text("three"), .integer(4)])
    #expect((condition + " OR e = \(5)").values == [.integer(2), .text("three"), .integer(5)])
  }

  @Test func `conditions are joined with their values`() {
    let parts: [SQL] = ["a = \(1)", "b = \(2)", "c IS NULL"]
    let joined = parts.joined(separator: " AND ")
    #expect(joined.text == "a = ? AND b = ? AND c IS NULL")
    #expect(joined.values == [.integer(1), .integer(2)])
    #expect(([] as [SQL]).joined(separator: " AND ").text == "")
  }

  @Test(arguments: ["plain", "with \"quotes\"", "; DROP TABLE t; --", "]", "", "中俄"])
  func `an identifier is quoted whatever it holds`(name: String) throws {
    let db = try memory()
    try db.execute("CREATE TABLE t (\(identifier: name) TEXT)")
    try db.execute("INSERT INTO t (\(identifier: name)) VALUES (\("x"))")
    #expect(try db.columnNames(of: "SELECT * FROM t") == [name])
    #expect(try db.texts("SELECT \(identifier: name) FROM t") == ["x"])
  }

  @Test func `too few and too many values are refused before anything runs`() throws {
    let db = try memory("CREATE TABLE t (v ANY) STRICT")
    let statement = try db.prepareOne("INSERT INTO t VALUES (?)")
    #expect(
      sqliteError { try db.run(statement) { _ in } }?.message
        == "the statement wants 1 values and was given 0")
    #expect(sqliteError { try db.run(statement, values: [.null, .null]) { _ in } }?.code == .misuse)
    #expect(try db.number("SELECT count(*) FROM t") == 0)
  }
}
