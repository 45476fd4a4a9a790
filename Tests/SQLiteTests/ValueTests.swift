import SQLite
import Testing

@Suite struct ValueTests {
  @Test(
    arguments: [
      .null, .integer(0), .integer(.max), .integer(.min), .real(0.1), .real(-.greatestFiniteMagnitude),
      .real(.leastNonzeroMagnitude), .real(.infinity), .text(""), .text("a\0b"), .text("\0"),
      .text("е\u{301} e\u{301} 中俄 👩‍👩‍👧‍👧"), .text("x'); DROP TABLE t; --"), .blob([]), .blob([0, 255, 0]),
    ] as [Value])
  func `a value comes back from a strict table as it went in`(value: Value) throws {
    let db = try memory("CREATE TABLE t (v ANY) STRICT")
    try db.execute("INSERT INTO t VALUES (\(value))")
    let back = try #require(try db.value("SELECT v FROM t", as: Value.self))
    #expect(back == value)
    // Swift holds e + accent and é for equal; the bytes must be.
    if case (.text(let left), .text(let right)) = (back, value) {
      #expect(left.utf8.elementsEqual(right.utf8))
    }
    #expect(try db.value("SELECT typeof(v) FROM t", as: String.self) == value.className.lowercased())
  }

  @Test func `ten megabytes of text and of bytes survive`() throws {
    let db = try memory("CREATE TABLE t (a TEXT, b BLOB) STRICT")
    let bytes = (0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let text = String(repeating: "中俄\0é", count: 1_000_000)
    try db.execute("INSERT INTO t VALUES (\(text), \(bytes))")
    #expect(try db.value("SELECT b FROM t", as: [UInt8].self) == bytes)
    let back = try #require(try db.value("SELECT a FROM t", as: String.self))
    #expect(back.utf8.elementsEqual(text.utf8))
  }

  @Test func `minus zero keeps its sign as a parameter and loses it in a table, as SQLite has it`() throws {
    let db = try memory("CREATE TABLE t (v REAL) STRICT")
    try db.execute("INSERT INTO t VALUES (\(-0.0))")
    #expect(try db.value("SELECT \(-0.0)", as: Double.self)?.sign == .minus)
    #expect(try db.value("SELECT v FROM t", as: Double.self)?.sign == .plus)
  }

  @Test func `a number that is none is stored as NULL`() throws {
    #expect(try memory().value("SELECT \(Double.nan)", as: Value.self) == .null)
  }

  @Test func `reading as another type is an error that names column, wanted and found`() throws {
    let db = try memory()
    let error = sqliteError { _ = try db.value("SELECT 'twelve' AS amount", as: Int.self) }
    #expect(error?.message == "column 0 (amount) should hold Int but holds TEXT")
    #expect(error?.sql == "SELECT 'twelve' AS amount")
  }

  @Test func `nothing is converted in reading, but an integer may be read as a double`() throws {
    let db = try memory()
    #expect(sqliteError { _ = try db.value("SELECT '1'", as: Int.self) } != nil)
    #expect(sqliteError { _ = try db.value("SELECT 1.0", as: Int.self) } != nil)
    #expect(sqliteError { _ = try db.value("SELECT 1", as: String.self) } != nil)
    #expect(sqliteError { _ = try db.value("SELECT x'41'", as: String.self) } != nil)
    #expect(sqliteError { _ = try db.value("SELECT 2", as: Bool.self) } != nil)
    #expect(sqliteError { _ = try db.value("SELECT NULL", as: Int.self) } != nil)
    #expect(try db.value("SELECT 3", as: Double.self) == 3)
    #expect(try db.value("SELECT 1", as: Bool.self) == true)
    #expect(try db.value("SELECT NULL", as: Int?.self) == .some(.none))
  }

  @Test func `no row and a row of NULL are told apart`() throws {
    let db = try memory("CREATE TABLE t (v INTEGER) STRICT")
    #expect(try db.value("SELECT v FROM t", as: Int?.self) == nil as Int??)
    try db.execute("INSERT INTO t VALUES (\(nil as Int?))")
    #expect(try db.value("SELECT v FROM t", as: Int?.self) == .some(nil))
  }
}
