import SQLFunctions
import SQLite
import TestSupport
import Testing

@Suite struct SQLFunctionsTests {
  let db: Connection

  init() throws {
    db = try Connection(path: ":memory:", mode: .memory)
    try register(on: db)
  }

  /// The message of the error that a statement ends with; nil if there is none.
  private func refusal(of sql: SQL) -> String? {
    do {
      try db.execute(sql)
      return nil
    } catch { return (error as? SQLiteError)?.message }
  }

  @Test(arguments: ententeFunctions.map(\.name))
  func `every function's example holds`(_ name: String) throws {
    let function = try #require(ententeFunctions.first { $0.name == name })
    #expect(try db.value(SQL(trusting: function.example), as: Bool.self) == true, "\(function.example)")
    #expect(function.example.contains("\(name)("))
    #expect(!function.summary.isEmpty && !function.result.isEmpty)
  }

  @Test func `no name stands twice`() {
    #expect(Set(ententeFunctions.map(\.name)).count == ententeFunctions.count)
  }

  /// SQLITE_DETERMINISTIC and SQLITE_INNOCUOUS as sqlite3.h has them.
  @Test func `every function is deterministic and innocuous`() throws {
    let flags = 0x800 | 0x20_0000
    for function in ententeFunctions where function.kind != .table {
      let name = function.name
      let given = try db.rows("SELECT flags & \(flags) FROM pragma_function_list WHERE name = \(name)") {
        try $0.get(0, as: Int.self)
      }
      #expect(!given.isEmpty && given.allSatisfy { $0 == flags }, "\(name)")
    }
  }

  @Test func `functions of all kinds stand in views although the schema is not trusted`() throws {
    try db.run(
      script: """
        CREATE TABLE t (month TEXT, n INTEGER) STRICT;
        INSERT INTO t SELECT month, 3 FROM months('2019', '2020');
        CREATE VIEW v AS SELECT rate_ratio(1, 1, 1, 1) AS a, mk_s(month, n) AS b FROM t;
        CREATE VIEW w AS SELECT nb_upper(n, 0.9) OVER (ORDER BY month ROWS 12 PRECEDING) AS a FROM t;
        CREATE VIEW x AS SELECT month FROM months('2019-01', '2019-03');
        """)
    #expect(try db.value("PRAGMA trusted_schema", as: Int.self) == 0)
    #expect(try db.value("SELECT a + b FROM v", as: Double.self) == 1)
    #expect(try db.value("SELECT count(a) FROM w", as: Int.self) == 22)
    #expect(try db.value("SELECT count(*) FROM x", as: Int.self) == 3)
  }

  @Test func `what may only read may call them all`() throws {
    db.authorize(.readOnly)
    for function in ententeFunctions {
      #expect(throws: Never.self, "\(function.name)") { try db.execute(SQL(trusting: function.example)) }
    }
  }

  @Test func `a ratio over nothing is infinite, of one stratum and across strata`() throws {
    #expect(try db.value("SELECT rate_ratio(3, 1, 0, 1)", as: Double.self) == .infinity)
    #expect(try db.value("SELECT mh_rate_ratio(3, 1, 0, 1)", as: Double.self) == .infinity)
    #expect(try db.value("SELECT mh_rate_ratio(0, 1, 3, 1)", as: Double.self) == 0)
    #expect(try db.value("SELECT mh_rate_ratio(0, 1, 0, 1)", as: Value.self) == .null)
    #expect(try db.value("SELECT mh_rate_ratio_high(3, 1, 0, 1)", as: Value.self) == .null)
  }

  // MARK: Dates

  @Test func `text that is no date gives 0 or NULL, never an error`() throws {
    #expect(try db.value("SELECT edtf_valid('soon')", as: Int.self) == 0)
    #expect(try db.value("SELECT edtf_earliest('2019-02-30')", as: String?.self) == .some(nil))
    #expect(try db.value("SELECT edtf_precision('')", as: String?.self) == .some(nil))
    #expect(try db.value("SELECT date_first('soon', 'month')", as: Value.self) == .null)
    #expect(
      try db.value("SELECT date_share('soon', 'later', '2019-01-01', '2019-01-31')", as: Value.self) == .null)
    #expect(try db.value("SELECT count(*) FROM months('soon', '2019')", as: Int.self) == 0)
  }

  @Test func `an open end has no day`() throws {
    #expect(try db.value("SELECT edtf_earliest('../2019')", as: String?.self) == .some(nil))
    #expect(try db.value("SELECT edtf_latest('../2019')", as: String.self) == "2019-12-31")
  }

  @Test func `a year stored as a number is read as a year`() throws {
    #expect(try db.value("SELECT edtf_latest(2019)", as: String.self) == "2019-12-31")
    #expect(try db.value("SELECT date_last(2019, 'year')", as: String.self) == "2019-12-31")
  }

  @Test(arguments: [
    ("2023-03-15", "day", "2023-03-15", "2023-03-15"), ("2023-03", "month", "2023-03-01", "2023-03-31"),
    ("2023", "year", "2023-01-01", "2023-12-31"), ("2024-Q1", "quarter", "2024-01-01", "2024-03-31"),
    ("2023-02-20/2023-03-10", "range", "2023-02-20", "2023-03-10"),
    ("2024-05-19", "week", "2024-05-13", "2024-05-19"), ("2024-05-19", "quarter", "2024-04-01", "2024-06-30"),
    ("2024", "day", "2024-01-01", "2024-12-31"),
  ])
  func `date and precision apart give first and last day`(
    _ text: String, _ precision: String, _ first: String, _ last: String
  ) throws {
    #expect(try db.value("SELECT date_first(\(text), \(precision))", as: String.self) == first)
    #expect(try db.value("SELECT date_last(\(text), \(precision))", as: String.self) == last)
  }

  @Test func `a precision that is none is an error that names those there are`() {
    #expect(
      refusal(of: "SELECT date_first('2019', 'roughly')")
        == "date_first: 'roughly' is no precision: write one of day, week, month, quarter, year, range")
  }

  @Test func `shares of a span over its months add up to one`() throws {
    #expect(
      try db.value("SELECT round(sum(share), 14) FROM allocate('2019-02-20', '2020-03-02')", as: Double.self)
        == 1)
    #expect(try db.value("SELECT count(*) FROM allocate('2019', '2019')", as: Int.self) == 12)
    #expect(try db.value("SELECT date_share(0, 9, 5, 40)", as: Double.self) == 0.5)
    #expect(try db.value("SELECT count(*) FROM allocate('2020', '2019')", as: Int.self) == 0)
  }

  // MARK: What is undefined, and what is wrong

  @Test func `NULL in gives NULL out`() throws {
    for function in ententeFunctions where function.kind == .scalar {
      let least = function.call.prefix { $0 != "[" }.count { $0 == "," } + 1
      let nulls = [SQL](repeating: "NULL", count: least).joined(separator: ", ")
      let sql: SQL = "SELECT \(identifier: function.name)(\(nulls))"
      #expect(try db.value(sql, as: Value.self) == .null)
    }
  }

  @Test func `an aggregate of no rows is NULL`() throws {
    for function in ententeFunctions where function.kind == .aggregate || function.kind == .window {
      let least = function.call.prefix { $0 != "[" }.count { $0 == "," } + 1
      let ones = [SQL](repeating: "1", count: least).joined(separator: ", ")
      let sql: SQL = "SELECT \(identifier: function.name)(\(ones)) FROM (SELECT 1) WHERE 0"
      #expect(try db.value(sql, as: Value.self) == .null, "\(function.name)")
    }
  }

  @Test(arguments: [
    "poisson_high(-1, 0.95)", "wilson_low(3, 2, 0.95)", "wilson_low(0, 0)", "poisson_low(3, 95)",
    "poisson_ci_low(3, 0)", "rate_ratio(0, 1, 0, 1)", "rate_ratio(-1, 1, 2, 1)", "rate_ratio_low(3, 0, 2, 1)",
    "rate_ratio_p(1, 1, 1, -1)", "poisson_cdf(3, -1)", "poisson_quantile(1.5, 3)", "nb_cdf(3, 2, 0)",
    "nb_quantile(0.5, 2, -1)", "crps_poisson(3, -1)", "crps_nb(3, 0, 1)",
  ])
  func `what is not defined is NULL`(_ call: String) throws {
    #expect(try db.value(SQL(trusting: "SELECT \(call)"), as: Value.self) == .null)
  }

  @Test func `series without an estimate are NULL`() throws {
    #expect(try db.value("SELECT trend(column1, 0) FROM (VALUES (1), (2), (3))", as: Value.self) == .null)
    #expect(try db.value("SELECT trend(column1, 5) FROM (VALUES (1), (2))", as: Value.self) == .null)
    #expect(try db.value("SELECT mk_tau(column1, 7) FROM (VALUES (1), (2), (3))", as: Value.self) == .null)
    #expect(try db.value("SELECT mk_p(1, 7)", as: Value.self) == .null)
    #expect(try db.value("SELECT dispersion(0) FROM (VALUES (1), (2))", as: Value.self) == .null)
    #expect(try db.value("SELECT mh_rate_ratio(0, 1, 0, 1)", as: Value.self) == .null)
    #expect(try db.value("SELECT changepoint(1, 7)", as: Value.self) == .null)
  }

  @Test func `an argument of another kind is an error that names it`() throws {
    #expect(
      refusal(of: "SELECT poisson_low('many', 0.95)") == "poisson_low: argument 1 is TEXT, not a whole number"
    )
    #expect(refusal(of: "SELECT wilson_low(1.5, 3)") == "wilson_low: argument 1 is 1.5, not a whole number")
    #expect(refusal(of: "SELECT wilson_low(1)") == "wrong number of arguments to function wilson_low()")
  }

  @Test func `counts that cannot be right are errors`() {
    #expect(refusal(of: "SELECT dispersion(column1) FROM (VALUES (1), (-2))")?.contains("negative") == true)
    #expect(refusal(of: "SELECT trend(column1, 2.5) FROM (VALUES (1), (2), (3))")?.contains("2.5") == true)
    #expect(refusal(of: "SELECT bh(column1) FROM (VALUES (0.1), (2))")?.hasPrefix("bh: ") == true)
  }

  @Test func `two rows of one time are an error`() {
    #expect(
      refusal(of: "SELECT mk_s(column1, 1) FROM (VALUES ('2019-01'), ('2019-02'), ('2019-01'))")
        == "mk_s: two rows are of one time, 2019-01: add them up first")
    #expect(
      refusal(of: "SELECT mk_s(column1, 1) FROM (VALUES ('2019-01'), ('2019'))")?.contains("two kinds")
        == true)
    #expect(refusal(of: "SELECT mk_s('soon', 1)")?.hasPrefix("mk_s: 'soon' is no time") == true)
  }

  @Test(arguments: [
    ("'2019-01'), ('2019-02'), ('2019-04'", "2019-03"), ("'2019-Q3'), ('2020-Q1'", "2019-Q4"),
    ("'2019'), ('2022'", "2020"), ("'2019-02-28'), ('2019-03-02'", "2019-03-01"),
  ])
  func `a trend refuses a series in which a period is missing, and names it`(
    _ times: String, _ missing: String
  ) {
    let sql = SQL(trusting: "SELECT trend(column1, 4) FROM (VALUES (\(times)))")
    #expect(
      refusal(of: sql)
        == "trend: there is no row for \(missing): a period without events wants a row with 0; months() lists them all"
    )
  }

  @Test func `a row that could not be placed is left out of a series`() throws {
    let sql: SQL = """
      SELECT mk_s(column1, column2), trend(column1, column2) ->> 'n'
      FROM (VALUES ('2019', 1), (NULL, 40), ('2020', 2), ('2021', 3))
      """
    #expect(try db.rows(sql) { try [$0.get(0, as: Int.self), $0.get(1, as: Int.self)] } == [[3, 3]])
  }

  // MARK: Bounds

  @Test(arguments: [
    ("mk_s(value, 1)", 5000), ("mk_p(value, 1)", 5000), ("mk_tau(value, value)", 5000),
    ("dispersion(1)", 20_000), ("trend(value, 1)", 20_000), ("changepoint(value, 1)", 20_000),
    ("bh(0.5)", 20_000),
    ("mh_rate_ratio(1, 1, 1, 1)", 20_000),
  ])
  func `a group above the bound is an error, one at the bound is not`(_ call: String, _ bound: Int) throws {
    let sql = { (rows: Int) in
      SQL(
        trusting: """
          WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < \(rows))
          SELECT \(call) FROM n
          """)
    }
    #expect(throws: Never.self) { try db.execute(sql(bound)) }
    #expect(refusal(of: sql(bound + 1))?.contains("more than \(bound) rows") == true)
  }

  @Test func `work that would take too long is an error`() {
    #expect(
      refusal(of: "SELECT trend_exact(month, 400) FROM months('2014', '2018')")?.contains("too long") == true)
    #expect(refusal(of: "SELECT count(*) FROM months('-9000', '9000')")?.contains("more than 120000") == true)
  }

  // MARK: Kinds

  @Test func `all arguments of a table must be given`() throws {
    #expect(refusal(of: "SELECT * FROM months")?.contains("all 2 arguments") == true)
    #expect(refusal(of: "SELECT * FROM months('2019')")?.contains("all 2 arguments") == true)
    #expect(refusal(of: "SELECT * FROM months('2019', 2020, 4)") != nil)
    #expect(refusal(of: "SELECT * FROM months(1.5, '2019')") == "months: a date is REAL, not text")
  }

  @Test func `a table takes its arguments from the row beside it`() throws {
    let sql: SQL = """
      SELECT group_concat(name || ' ' || month || ' ' || share, ', ')
      FROM (SELECT 'a' AS name, '2019-01-31' AS first, '2019-02-01' AS last UNION ALL SELECT 'b', '2020-05', '2020-05')
      JOIN allocate(first, last)
      """
    #expect(try db.value(sql, as: String.self) == "a 2019-01 0.5, a 2019-02 0.5, b 2020-05 1.0")
  }

  @Test func `a running sum needs a frame that begins with the partition`() throws {
    #expect(
      refusal(of: "SELECT cusum(column1, 1) OVER (ROWS 1 PRECEDING) FROM (VALUES (1), (2), (3), (4))")?
        .contains("begin with the partition") == true)
    #expect(refusal(of: "SELECT mk_s(1, 1) OVER ()")?.contains("window function") == true)
  }

  @Test func `a window slides: its bound is that of the counts in it`() throws {
    var random = SplitMix64(seed: 5)
    try db.run(script: "CREATE TABLE s (t INTEGER, y INTEGER) STRICT")
    for t in 0..<400 {
      try db.execute("INSERT INTO s VALUES (\(t), \(Int.random(in: 0...12, using: &random)))")
    }
    let sql: SQL = """
      SELECT sum(bound IS NOT (SELECT nb_upper(b.y, 0.975) FROM s AS b WHERE b.t BETWEEN a.t - 24 AND a.t - 1)) FROM (
        SELECT t, nb_upper(y, 0.975) OVER (ORDER BY t ROWS BETWEEN 24 PRECEDING AND 1 PRECEDING) AS bound FROM s) AS a
      """
    #expect(try db.value(sql, as: Int.self) == 0)
  }

  @Test func `labels of adjusted p values lead back to their rows`() throws {
    let sql: SQL = """
      WITH t (code, p) AS (VALUES ('5g', 0.04), ('space', 0.01), ('a "b"', 0.03))
      SELECT t.code, q.value FROM t JOIN json_each((SELECT bh(code, p) FROM t)) AS q ON q.key = t.code ORDER BY p
      """
    let rows = try db.rows(sql) { try "\($0.get(0, as: String.self)) \($0.get(1, as: Double.self))" }
    #expect(rows == ["space 0.03", "a \"b\" 0.04", "5g 0.04"])
    #expect(refusal(of: "SELECT bh('a', column1) FROM (VALUES (0.1), (0.2))")?.contains("label 'a'") == true)
  }

  @Test func `the functions may stand in a WHERE and are found by their names in any case`() throws {
    let count = try db.value(
      "SELECT count(*) FROM (SELECT '2019' AS d UNION ALL SELECT 'x') WHERE EDTF_VALID(d)", as: Int.self)
    #expect(count == 1)
  }
}
