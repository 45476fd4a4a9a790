import Records
import SQLite
import TestSupport
import Testing

/// The promises of 0004 and 0005, kept for every table of truth.
@Suite struct HistoryTests {
  let file: EntenteFile
  let db: Connection
  let maker: RowMaker

  init() throws {
    file = try TestFile.memory()
    db = file.connection
    maker = RowMaker(db)
  }

  private func row(_ table: String, _ id: Int) throws -> [Value] {
    try db.all("SELECT * FROM \(identifier: table) WHERE id = \(id)").first ?? []
  }
  private func history(_ table: String) throws -> [[Value]] {
    try db.all("SELECT * FROM \(identifier: table + "_history") ORDER BY version")
  }
  private func change(of table: String, _ id: Int) throws -> Int? {
    try db.number("SELECT change FROM \(identifier: table) WHERE id = \(id)")
  }

  @Test func `there are tables of truth to test`() { #expect(TruthTable.all.count >= 30) }

  @Test(arguments: TruthTable.all)
  func `an insert with no change is written down as made outside the program`(table: String) throws {
    let id = try maker.insert(table)
    let change = try #require(try change(of: table, id))
    #expect(
      try db.all("SELECT analyst, why FROM change WHERE id = \(change)") == [
        [.text("outside the program"), .text("outside the program")]
      ])
    #expect(try history(table).isEmpty, "an insert is not doubled")
  }

  @Test(arguments: TruthTable.all)
  func `an insert inside a change carries it, whether it says so or not`(table: String) throws {
    let (change, named, unnamed) = try file.write(TestFile.desk, why: "test") { change in
      let values: [String: Value] = ["change": .integer(Int64(change.id))]
      return (change.id, try maker.insert(table, values), try maker.insert(table))
    }
    #expect(try self.change(of: table, named) == change)
    #expect(try self.change(of: table, unnamed) == change)
    #expect(try db.number("SELECT count(*) FROM change") == 1)
  }

  @Test(arguments: TruthTable.all)
  func `an update keeps the version it supersedes, tied to its change`(table: String) throws {
    let id = try maker.insert(table)
    let old = try row(table, id)
    let change = try file.write(TestFile.desk, why: "test") { change in
      try db.execute("UPDATE \(identifier: table) SET withdrawn = 1 WHERE id = \(id)")
      return change.id
    }
    #expect(try history(table) == [[.integer(1), .integer(Int64(change))] + old])
    let changed = try row(table, id)
    #expect(changed != old)

    try db.execute("UPDATE \(identifier: table) SET withdrawn = 0 WHERE id = \(id)")
    let outside = try db.lastChange()
    #expect(try history(table).last == [.integer(2), .integer(Int64(outside))] + changed)
    #expect(try row(table, id) == old)
    #expect(try db.value("SELECT analyst FROM change WHERE id = \(outside)") == "outside the program")
  }

  @Test(arguments: TruthTable.all)
  func `nothing is deleted`(table: String) throws {
    let id = try maker.insert(table)
    let message = refusal { try db.execute("DELETE FROM \(identifier: table) WHERE id = \(id)") }
    #expect(message == "\(table): nothing is deleted; take it back with UPDATE \(table) SET withdrawn = 1")
    #expect(try row(table, id).isEmpty == false)
  }

  @Test(arguments: TruthTable.all, [0, 1])
  func `INSERT OR REPLACE replaces nothing, whatever the client's settings`(table: String, recursive: Int)
    throws
  {
    let id = try maker.insert(table)
    let before = try db.all("SELECT * FROM \(identifier: table)")
    try db.run(script: "PRAGMA recursive_triggers = \(recursive)")
    #expect(refusal { try maker.insert(table, ["id": .integer(Int64(id))], or: "REPLACE") } != nil)
    for columns in try TruthTable(table, in: db).uniques {
      let same = try Dictionary(uniqueKeysWithValues: columns.map { ($0, try value(table, $0, id)) })
      #expect(
        refusal { try maker.insert(table, same, or: "REPLACE") } != nil || same.values.contains(.null),
        "\(columns)")
    }
    let after = try db.all("SELECT * FROM \(identifier: table)")
    #expect(before.allSatisfy(after.contains))
    #expect(try history(table).isEmpty)
  }

  @Test(arguments: TruthTable.all, [0, 1])
  func `UPDATE OR REPLACE pushes no other row out`(table: String, recursive: Int) throws {
    // The second row leaves empty what it may: filling it in later is an update too.
    let empty = try TruthTable(table, in: db).optionalKeys.map { ($0, Value.null) }
    let ids = (try maker.insert(table), try maker.insert(table, Dictionary(uniqueKeysWithValues: empty)))
    let first = try row(table, ids.0)
    try db.run(script: "PRAGMA recursive_triggers = \(recursive)")
    for columns in try TruthTable(table, in: db).uniques {
      let assignments = try columns.map { "\(identifier: $0) = \(try value(table, $0, ids.0))" as SQL }
      let update: SQL =
        "UPDATE OR REPLACE \(identifier: table) SET \(assignments.joined(separator: ", ")) WHERE id = \(ids.1)"
      _ = refusal { try db.execute(update) }
      #expect(try row(table, ids.0) == first, "\(columns)")
    }
  }

  @Test(arguments: TruthTable.all)
  func `a change cannot be forged`(table: String) throws {
    let id = try maker.insert(table)
    let earlier = try #require(try change(of: table, id))
    let forged: [String: Value] = ["change": .integer(Int64(earlier))]
    #expect(
      refusal { try maker.insert(table, forged) }?.hasPrefix("\(table): leave the column change empty")
        == true)
    try file.write(TestFile.desk, why: "test") { change in
      #expect(refusal { try maker.insert(table, forged) } != nil)
      for assignment in ["change = \(change.id)", "change = NULL", "id = id + 1000000"] {
        let update = SQL(trusting: "UPDATE \(table) SET \(assignment) WHERE id = \(id)")
        #expect(refusal { try db.execute(update) } != nil, "\(assignment)")
      }
    }
    #expect(try change(of: table, id) == earlier)
  }

  @Test(arguments: TruthTable.all)
  func `past versions stay as they were`(table: String) throws {
    let id = try maker.insert(table)
    try db.execute("UPDATE \(identifier: table) SET withdrawn = 1 WHERE id = \(id)")
    let past = try history(table)
    try db.run(script: "PRAGMA recursive_triggers = 0")
    #expect(refusal { try db.execute("UPDATE \(identifier: table + "_history") SET withdrawn = 1") } != nil)
    #expect(refusal { try db.execute("DELETE FROM \(identifier: table + "_history")") } != nil)
    let replace: SQL =
      "INSERT OR REPLACE INTO \(identifier: table + "_history") (version, until, withdrawn) VALUES (1, 1, 1)"
    #expect(refusal { try db.execute(replace) } != nil)
    #expect(try history(table) == past)
  }

  private func value(_ table: String, _ column: String, _ id: Int) throws -> Value {
    try db.value("SELECT \(identifier: column) FROM \(identifier: table) WHERE id = \(id)") ?? .null
  }
}
