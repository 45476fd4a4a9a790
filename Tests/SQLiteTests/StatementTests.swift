import SQLite
import Testing

@Suite struct StatementTests {
  @Test func `the same query may run inside its own rows`() throws {
    let db = try memory("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
    let query: SQL = "SELECT v FROM t WHERE v > \(0) ORDER BY v"
    for _ in 1...2 {
      var pairs: [[Int]] = []
      try db.forEach(query) { outer in
        let number: Int = try outer.get(0)
        try db.forEach(query) { pairs.append([number, try $0.get(0)]) }
      }
      #expect(pairs == [1, 2, 3].flatMap { left in [1, 2, 3].map { [left, $0] } })
    }
  }

  @Test func `a repeated statement keeps what was bound and takes what is new`() throws {
    let db = try memory("CREATE TABLE t (a INTEGER, b TEXT CHECK (b <> 'bad')) STRICT")
    let insert: SQL = "INSERT INTO t (a, b) VALUES (?, ?)"
    try db.repeating(insert) { row in
      try row.bind(1, 7)
      for text in ["x", nil, "z"] {
        try row.bind(2, text)
        try row.run()
      }
    }
    let rows = try db.rows("SELECT a, coalesce(b, '-') FROM t ORDER BY rowid") {
      "\(try $0.get(0, as: Int.self))\(try $0.get(1, as: String.self))"
    }
    #expect(rows == ["7x", "7-", "7z"])
    let failure = sqliteError {
      try db.repeating(insert) { row in
        try row.bind(2, "bad")
        try row.run()
      }
    }
    #expect(failure?.code.primary == .constraint)
    // Nothing stays bound from one loan to the next.
    try db.repeating(insert) { try $0.run() }
    #expect(try db.number("SELECT count(*) FROM t WHERE a IS NULL") == 1)
    #expect(sqliteError { try db.repeating(insert) { try $0.bind(9, 1) } } != nil)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31, 32, 33, 75])
  func `rows go in many at a time, in their order, however many they are`(count: Int) throws {
    let db = try memory("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT CHECK (b <> 'bad'), c INTEGER) STRICT")
    let insertion = RowInsertion("INSERT INTO t (b, c) VALUES", row: "(?, ?)")
    try db.insert(count, by: insertion) { number, row in
      try row.put(number % 3 == 0 ? nil : "t\(number)")
      try row.put(number % 5 == 0 ? nil : number)
    }
    let rows = try db.rows("SELECT b, c FROM t ORDER BY a") {
      "\(try $0.get(0, as: String?.self) ?? "-") \(try $0.get(1, as: Int?.self) ?? -1)"
    }
    #expect(
      rows == (0..<count).map { "\($0 % 3 == 0 ? "-" : "t\($0)") \($0 % 5 == 0 ? -1 : $0)" })
  }

  @Test func `of rows that go in together one that is refused says why, and the next ones go in`() throws {
    let db = try memory("CREATE TABLE t (b TEXT CHECK (b <> 'bad')) STRICT")
    let insertion = RowInsertion("INSERT INTO t (b) VALUES", row: "(?)")
    let texts = Array(repeating: "x", count: 40) + ["bad"]
    #expect(
      sqliteError { try db.insert(texts.count, by: insertion) { try $1.put(texts[$0]) } }?.code.primary
        == .constraint)
    // A row that puts too much.
    #expect(
      sqliteError {
        try db.insert(1, by: insertion) { _, row in
          try row.put("x")
          try row.put("x")
        }
      } != nil)
    try db.insert(1, by: insertion) { try $1.put("y") }
    #expect(try db.number("SELECT count(*) FROM t WHERE b = 'y'") == 1)
  }

  @Test func `a nested failure leaves the outer rows alone`() throws {
    let db = try memory("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2)")
    struct Stop: Error {}
    var seen: [Int] = []
    try db.forEach("SELECT v FROM t ORDER BY v") { row in
      #expect(throws: Stop.self) { try db.forEach("SELECT v FROM t ORDER BY v") { _ in throw Stop() } }
      seen.append(try row.get(0))
    }
    #expect(seen == [1, 2])
  }

  @Test func `a statement that failed can be run again with better values`() throws {
    let db = try memory("CREATE TABLE t (v INTEGER PRIMARY KEY) STRICT")
    func insert(_ value: Int) throws { try db.execute("INSERT INTO t VALUES (\(value))") }
    try insert(1)
    #expect(sqliteError { try insert(1) }?.code.primary == .constraint)
    try insert(2)
    #expect(try db.number("SELECT count(*) FROM t") == 2)
  }

  @Test func `a body that throws leaves no statement open`() throws {
    let db = try memory("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2)")
    struct Stop: Error {}
    #expect(throws: Stop.self) { try db.forEach("SELECT v FROM t") { _ in throw Stop() } }
    // DROP is refused while a reader stands on a row.
    try db.execute("DROP TABLE t")
  }

  @Test func `a cached query sees a column that was added since`() throws {
    let db = try memory("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('x')")
    #expect(try db.first("SELECT * FROM t") { $0.count } == 1)
    #expect(try db.columnNames(of: "SELECT * FROM t") == ["a"])
    try db.execute("ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'y'")
    #expect(try db.first("SELECT * FROM t") { $0.values } == [.text("x"), .text("y")])
    try db.execute("ALTER TABLE t ADD COLUMN c TEXT")
    #expect(try db.columnNames(of: "SELECT * FROM t") == ["a", "b", "c"])
  }

  @Test func `more texts than the cache holds are all answered`() throws {
    let db = try memory()
    for round in 1...2 {
      for number in 0..<600 {
        #expect(try db.number(SQL(trusting: "SELECT \(number)")) == number, "round \(round)")
      }
    }
  }

  @Test(arguments: [
    ("SELECT 1; SELECT 2", "SELECT 2"), ("SELECT 1;;-- two\nDELETE FROM t", "DELETE FROM t"),
    ("SELECT 1; /* a; */ nonsense", "nonsense"), ("SELECT 1;\0x", "\0x"), ("SELECT 1; - 1", "- 1"),
  ])
  func `a second statement is refused and named`(text: String, second: String) throws {
    let error = sqliteError { _ = try memory("CREATE TABLE t (v)").prepareOne(text) }
    #expect(error?.message == "one statement at a time; a second one begins with: \(second)")
    #expect(error?.hint != nil)
  }

  @Test func `a second statement that is refused has no effect, not even a pragma`() throws {
    let db = try memory()
    #expect(sqliteError { _ = try db.prepareOne("SELECT 1; PRAGMA recursive_triggers = 0") } != nil)
    #expect(try db.number("PRAGMA recursive_triggers") == 1)
  }

  @Test(arguments: [
    "SELECT 1;", "SELECT 1 ; \n\t-- done", "SELECT 1; /* done */ ;", "SELECT 1; /* open", "-- a\nSELECT 1",
  ])
  func `blanks, comments and semicolons around a statement are no second one`(text: String) throws {
    #expect(try memory().prepareOne(text).columnCount == 1)
  }

  @Test(arguments: ["", " ", "-- nothing", ";"])
  func `a text without a statement is refused`(text: String) throws {
    #expect(sqliteError { _ = try memory().prepareOne(text) }?.message == "no statement in the text")
  }

  @Test func `an error shows its line with a caret at the fault`() throws {
    let error = sqliteError { _ = try memory().prepareOne("SELECT 1,\n  '中' AS a, nope\nFROM sqlite_schema") }
    #expect(error?.description == "no such column: nope\n    '中' AS a, nope\n              ^")
  }

  @Test func `an error in a script points at no wrong line`() throws {
    let error = sqliteError {
      try memory().run(script: "CREATE TABLE a (x);\nCREATE TABLE b (x);\nSELECT nope;")
    }
    #expect(error?.description == "no such column: nope")
  }
}
