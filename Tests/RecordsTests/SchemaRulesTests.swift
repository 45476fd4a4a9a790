import SQLite
import TestSupport
import Testing

@testable import Records

@Suite struct SchemaRulesTests {
  let db: Connection

  init() throws { db = try TestFile.memory().connection }

  private func names(_ type: String) throws -> [String] {
    try db.rows("SELECT name FROM sqlite_schema WHERE type = \(type) ORDER BY name") { try $0.get(0) }
  }
  private func columns(_ table: String) throws -> [[Value]] {
    try db.all("SELECT name, type FROM pragma_table_info(\(table)) ORDER BY cid")
  }

  @Test(arguments: TruthTable.all)
  func `a table of truth has its history, column by column, and its four triggers`(table: String) throws {
    let (truth, history) = (try columns(table), try columns(table + "_history"))
    #expect(history.prefix(2).map { $0[0] } == [.text("version"), .text("until")])
    #expect(Array(history.dropFirst(2)) == truth)
    let triggers: [String] = try db.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = \(table) ORDER BY name"
    ) { try $0.get(0) }
    let four = ["delete", "insert", "outside", "update"].map { "\(table)_\($0)" }
    #expect(triggers.filter(four.contains) == four)
  }

  @Test func `every history belongs to a table of truth`() throws {
    let histories = try names("table").filter { $0.hasSuffix("_history") }
    #expect(histories == TruthTable.all.map { "\($0)_history" }.sorted())
  }

  @Test func `every table is strict, and every key of truth a plain number`() throws {
    let loose: [String] = try db.rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0"
    ) { try $0.get(0) }
    #expect(loose == [])
    for table in TruthTable.all {
      let key = try db.all("SELECT name, type FROM pragma_table_info(\(table)) WHERE pk > 0")
      #expect(key == [[.text("id"), .text("INTEGER")]], "\(table)")
    }
  }

  @Test func `every reference points to a table and a column that are there`() throws {
    for table in try names("table") {
      for parent in try db.all("SELECT \"table\", \"to\" FROM pragma_foreign_key_list(\(table))") {
        guard case .text(let name) = parent[0] else { continue }
        #expect(try columns(name).contains { $0[0] == parent[1] }, "\(table) points to \(name).\(parent[1])")
      }
    }
    #expect(try db.integrityProblems() == [])
  }

  @Test func `every table and view has a comment above it, but for the histories`() {
    for file in Resources.files(in: "migrations/") {
      var comment = false
      for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
        let words = line.split(separator: " ")
        if words.first == "CREATE", ["TABLE", "VIEW", "VIRTUAL"].contains(words.dropFirst().first) {
          let name = words[words[1] == "VIRTUAL" ? 3 : 2]
          #expect(comment || name.hasSuffix("_history"), "\(file.name): \(name)")
        }
        let isRule = line.hasPrefix("-- ---")
        comment = (line.hasPrefix("--") && !isRule) || (comment && line.hasPrefix("DROP "))
      }
    }
  }

  @Test func `no trigger, view or check needs a function that an untrusted schema may not call`() throws {
    let maker = RowMaker(db)
    for table in TruthTable.all { try maker.insert(table) }
    for view in try names("view") { try db.execute("SELECT * FROM \(identifier: view)") }
  }

  @Test(arguments: 0...5)
  func `from every prefix of the migrations the schema is the same`(prefix: Int) throws {
    let early = try Connection(path: ":memory:", mode: .memory)
    try Migrator(Array(Resources.migrations.prefix(prefix))).migrate(early, now: "then")
    try Migrator(Resources.migrations).migrate(early, now: "now")
    try early.run(script: Resources.derived.text)
    let schema: SQL =
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'search%' ORDER BY type, name"
    #expect(try early.all(schema) == db.all(schema))
    #expect(try early.number("SELECT count(*) FROM migration") == Resources.migrations.count)
  }

  @Test func `the numbers of the migrations begin at one and rise`() {
    let numbers = Resources.migrations.map(\.id)
    #expect(numbers.first == 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `views and index can be remade over themselves without a difference`() throws {
    let schema: SQL = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    let before = try db.all(schema)
    try db.run(script: Resources.derived.text)
    #expect(try db.all(schema) == before)
  }
}
