import SQLite
import Testing

@Suite struct FunctionTests {
  struct Refusal: Error, CustomStringConvertible { var description: String { "it is no date" } }

  /// Gives back what it was given.
  private func echo() throws -> Connection {
    let db = try memory("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
    try db.functions.register(ScalarFunction("echo", arguments: 1...1) { $0[0] })
    return db
  }

  @Test(
    arguments: [
      .null, .integer(.max), .integer(.min), .real(0.1), .real(-0.0), .real(.infinity), .text(""),
      .text("a\0b"), .text("中俄 👍🏽"),
      .blob([]), .blob([0, 1, 255]),
    ] as [Value])
  func `a value passes through a function unchanged`(value: Value) throws {
    let db = try echo()
    #expect(try db.value("SELECT echo(\(value))", as: Value.self) == value)
    #expect(try db.value("SELECT typeof(echo(\(value)))", as: String.self) == value.className.lowercased())
  }

  @Test func `a function sees its arguments in order and is called for each row`() throws {
    let db = try echo()
    try db.functions.register(
      ScalarFunction("join3", arguments: 3...3) { values in
        .text(values.map { "\($0.className)" }.joined(separator: "-"))
      })
    #expect(
      try db.texts("SELECT join3(v, 'a', NULL) FROM t") == Array(repeating: "INTEGER-TEXT-NULL", count: 3))
    #expect(
      sqliteError { try db.execute("SELECT join3(1)") }?.message
        == "wrong number of arguments to function join3()")
  }

  @Test func `an error of a function is an error of the statement, in its words`() throws {
    let db = try echo()
    try db.functions.register(
      ScalarFunction("day", arguments: 1...1) { _ in throw Refusal() })
    #expect(sqliteError { try db.execute("SELECT day('soon')") }?.message == "day: it is no date")
    #expect(try db.number("SELECT echo(7)") == 7)
  }

  @Test func `a function may stand in a view and in an index`() throws {
    let db = try echo()
    try db.run(script: "CREATE VIEW w AS SELECT echo(v) AS v FROM t; CREATE INDEX t_v ON t (echo(v))")
    #expect(try db.number("SELECT sum(v) FROM w") == 6)
  }

  @Test func `a function is known to its own connection only`() throws {
    _ = try echo()
    #expect(sqliteError { try memory().execute("SELECT echo(1)") }?.message == "no such function: echo")
  }

  @Test func `a function that replaces another is the one that answers`() throws {
    let db = try echo()
    try db.functions.register(
      ScalarFunction("echo", arguments: 1...1) { _ in .integer(1) })
    #expect(try db.number("SELECT echo(5)") == 1)
  }

  @Test func `a name that SQLite cannot take is refused`() throws {
    let long = String(repeating: "x", count: 300)
    let function = ScalarFunction(long, arguments: 0...0) { _ in .null }
    #expect(sqliteError { try memory().functions.register(function) } != nil)
  }
}
