import SQLFunctions
import SQLite
import Testing

@Suite struct SQLFunctionsTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", mode: .memory)
    try register(on: connection)
  }

  @Test func `every function's example holds`() throws {
    for function in ententeFunctions {
      #expect(
        try connection.value(SQL(trusting: function.example), as: Bool.self) == true, "\(function.example)")
      #expect(function.example.contains("\(function.name)("))
      #expect(!function.summary.isEmpty)
    }
  }

  @Test func `text that is no date gives 0 or NULL, never an error`() throws {
    #expect(try connection.value("SELECT edtf_valid('soon')", as: Int.self) == 0)
    #expect(try connection.value("SELECT edtf_earliest('2019-02-30')", as: String?.self) == .some(nil))
    #expect(try connection.value("SELECT edtf_precision('')", as: String?.self) == .some(nil))
  }

  @Test func `an open end has no day`() throws {
    #expect(try connection.value("SELECT edtf_earliest('../2019')", as: String?.self) == .some(nil))
    #expect(try connection.value("SELECT edtf_latest('../2019')", as: String.self) == "2019-12-31")
  }

  @Test func `a year stored as a number is read as a year`() throws {
    #expect(try connection.value("SELECT edtf_latest(2019)", as: String.self) == "2019-12-31")
  }

  @Test func `NULL in gives NULL out`() throws {
    for function in ententeFunctions {
      let nulls = [SQL](repeating: "NULL", count: function.arguments).joined(separator: ", ")
      let sql: SQL = "SELECT \(identifier: function.name)(\(nulls))"
      #expect(try connection.value(sql, as: Value.self) == .null)
    }
  }

  @Test func `limits that are not defined are NULL`() throws {
    #expect(try connection.value("SELECT poisson_high(-1, 0.95)", as: Value.self) == .null)
    #expect(try connection.value("SELECT wilson_low(3, 2, 0.95)", as: Value.self) == .null)
    #expect(try connection.value("SELECT wilson_low(0, 0, 0.95)", as: Value.self) == .null)
    #expect(try connection.value("SELECT poisson_low(3, 95)", as: Value.self) == .null)
  }

  @Test func `an argument of another kind is an error that names it`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try connection.execute("SELECT poisson_low('many', 0.95)")
    }
    #expect(error.message == "poisson_low: argument 1 is TEXT, not a whole number")
  }

  @Test func `the functions may stand in a WHERE and are found by their names in any case`() throws {
    let count = try connection.value(
      "SELECT count(*) FROM (SELECT '2019' AS d UNION ALL SELECT 'x') WHERE EDTF_VALID(d)", as: Int.self)
    #expect(count == 1)
  }
}
