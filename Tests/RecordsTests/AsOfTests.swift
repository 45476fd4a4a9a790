import Records
import SQLite
import TestSupport
import Testing

private let seed: UInt64 = 20_261_124

@Suite struct AsOfTests {
  /// The rows of a table as of a change, as the head of 0003_history.sql defines them: the version with the
  /// smallest `version` among those superseded later, else the row itself; nothing if it was entered later.
  private func asOf(_ change: Int, _ table: String, in db: Connection) throws -> [[Value]] {
    let columns = try db.columnNames(of: "SELECT * FROM \(identifier: table)").joined(separator: ", ")
    let history = "\(table)_history"
    return try db.all(
      SQL(
        trusting: """
          SELECT \(columns) FROM \(table) AS t WHERE change <= \(change)
            AND NOT EXISTS (SELECT 1 FROM \(history) AS h WHERE h.id = t.id AND h.until > \(change))
          UNION ALL
          SELECT \(columns) FROM \(history) AS h WHERE change <= \(change) AND until > \(change)
            AND version = (SELECT min(version) FROM \(history) AS x WHERE x.id = h.id AND x.until > \(change))
          ORDER BY id
          """))
  }

  private func now(_ table: String, in db: Connection) throws -> [[Value]] {
    try db.all("SELECT * FROM \(identifier: table) ORDER BY id")
  }

  @Test(.seed(seed)) func `the past by query equals copies taken at the time, after each of 200 changes`()
    throws
  {
    let file = try TestFile.memory()
    let db = file.connection
    var random = SplitMix64(seed: seed)
    var copies: [(change: Int, rows: [[Value]])] = [(0, [])]
    for round in 1...200 {
      if Int.random(in: 0..<4, using: &random) == 0 {
        try step(round, db, &random)
      } else {
        try file.write(TestFile.desk, why: "round \(round)") { _ in
          for _ in 0..<Int.random(in: 1...4, using: &random) { try step(round, db, &random) }
        }
      }
      copies.append((try db.lastChange(), try now("actor", in: db)))
    }
    #expect(try db.number("SELECT count(*) FROM actor_history") ?? 0 > 100)
    for copy in copies {
      #expect(try asOf(copy.change, "actor", in: db) == copy.rows, "change \(copy.change)")
    }
  }

  /// One statement: a new actor, or a change to one or to several.
  private func step(_ round: Int, _ db: Connection, _ random: inout SplitMix64) throws {
    let name = "\(random.text(1...3, of: ["Rosatom", "华为", "Фонд", " "])) \(random.next())"
    let id = try db.number("SELECT id FROM actor ORDER BY (id * 7919 + \(round)) % 101 LIMIT 1")
    switch Int.random(in: 0..<5, using: &random) {
    case 1: try db.execute("UPDATE actor SET name = \(name) WHERE id = \(id)")
    case 2: try db.execute("UPDATE actor SET withdrawn = 1 - withdrawn WHERE id = \(id)")
    case 3:
      try db.execute(
        "UPDATE actor SET note = \(name), parent = nullif(\(id), id) WHERE id % 5 = \(round % 5)")
    default: try RowMaker(db).insert("actor", ["id": .null, "uid": .text(uid(&random)), "name": .text(name)])
    }
  }

  private func uid(_ random: inout SplitMix64) -> String {
    random.text(36...36, of: Array("0123456789abcdef").map(String.init))
  }

  @Test func `several versions inside one change are all kept, and the past sees the one before it`() throws {
    let file = try TestFile.memory()
    let db = file.connection
    let first = try file.write(TestFile.desk, why: "one") { change in
      try db.setSetting("name", to: "a", change)
      return change.id
    }
    let second = try file.write(TestFile.desk, why: "two") { change in
      for value in ["b", "c", "d"] { try db.setSetting("name", to: value, change) }
      return change.id
    }
    func value(_ change: Int) throws -> [Value] { try asOf(change, "setting", in: db).map { $0[2] } }
    #expect(
      try db.all("SELECT value FROM setting_history ORDER BY version") == [
        [.text("a")], [.text("b")], [.text("c")],
      ])
    #expect(try value(first - 1) == [])
    #expect(try value(first) == [.text("a")])
    #expect(try value(second) == [.text("d")])
  }
}
