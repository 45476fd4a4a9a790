import Calendar
import Records
import SQLite
import TestSupport
import Testing

private let seed: UInt64 = 20_261_125

/// What a lens shows, for every table of the schema: a table added by a later migration is tested without a word.
@Suite struct LensTests {
  private static let labels = Label.allCases.map(\.rawValue)

  /// The rows of every table of truth and of every view, as texts.
  private func everything(in db: Connection) throws -> [String: [[Value]]] {
    let names =
      try TruthTable.all
      + ["change", "batch", "erasure"]
      + db.rows("SELECT name FROM main.sqlite_schema WHERE type = 'view' ORDER BY name") { try $0.get(0) }
    var found: [String: [[Value]]] = [:]
    for name in names where name != "outside" && name != "change_now" && name != "erasing" {
      found[name] = try db.all("SELECT * FROM \(identifier: name)").sorted { "\($0)" < "\($1)" }
      if TruthTable.all.contains(name) {
        found["\(name)_history"] = try db.all(
          "SELECT * FROM \(identifier: name + "_history") ORDER BY version")
      }
    }
    return found
  }

  /// Edits of every kind to every table, each under a change of its own or with several others.
  private func edit(_ file: EntenteFile, at day: Int, _ random: inout SplitMix64, _ maker: RowMaker) throws {
    let db = file.connection
    let desk = Desk(now: Instant.endOf(day: Day(number: 20_000 + day)), analyst: "tester")
    try file.write(desk, why: "day \(day)") { _ in
      for _ in 0..<6 {
        let table = TruthTable.all.randomElement(using: &random)!
        let label = Self.labels.randomElement(using: &random)!
        let isMarked = try TruthTable(table, in: db).columns.contains { $0.name == "tlp" }
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          try? db.execute(
            "UPDATE \(identifier: table) SET withdrawn = 1 - withdrawn WHERE id % 3 = \(day % 3)")
        case 1 where isMarked:
          try db.execute("UPDATE \(identifier: table) SET tlp = \(label) WHERE id % 2 = \(day % 2)")
        default: try maker.insert(table, isMarked ? ["tlp": .text(label)] : [:])
        }
      }
    }
  }

  @Test(.seed(seed)) func `as of a day every table and view is as the file saved then`() throws {
    try TestFile.folder { folder in
      var random = SplitMix64(seed: seed)
      let path = "\(folder)/now.db"
      var copies: [(day: Int, rows: [String: [[Value]]])] = []
      do {
        let file = try EntenteFile(path: path, access: .create, now: TestFile.instant)
        let maker = RowMaker(file.connection)
        for day in 1...40 {
          try edit(file, at: day, &random, maker)
          if day % 8 == 1 { copies.append((day, try everything(in: file.connection))) }
        }
      }
      for copy in copies {
        for access in [EntenteFile.Access.read, .ask] {
          let file = try EntenteFile(path: path, access: access, now: TestFile.instant)
          try file.look(through: Lens(asOf: .endOf(day: Day(number: 20_000 + copy.day))))
          let found = try everything(in: file.connection)
          for (name, rows) in copy.rows { #expect(found[name] == rows, "\(name) on day \(copy.day)") }
        }
      }
    }
  }

  @Test(.seed(seed))
  func `under a label no row and no version is seen that is above it, or hangs on one that is`()
    throws
  {
    try TestFile.folder { folder in
      var random = SplitMix64(seed: seed)
      let path = "\(folder)/now.db"
      do {
        let file = try EntenteFile(path: path, access: .create, now: TestFile.instant)
        let maker = RowMaker(file.connection)
        for day in 1...40 { try edit(file, at: day, &random, maker) }
      }
      for label in Label.allCases {
        let file = try EntenteFile(path: path, access: .ask, now: TestFile.instant)
        try file.look(through: Lens(maxLabel: label))
        let db = file.connection
        for name in TruthTable.all {
          let table = try TruthTable(name, in: db)
          for source in [name, "\(name)_history"] {
            if table.columns.contains(where: { $0.name == "tlp" }) {
              let ranks = try db.rows(
                "SELECT l.rank FROM \(identifier: source) AS t JOIN label AS l ON l.code = t.tlp"
              ) { try $0.get(0, as: Int.self) }
              #expect(ranks.allSatisfy { $0 <= label.rank }, "\(source) \(label)")
            }
            for (column, parent) in table.parents where parent.table != "change" && parent.table != "label" {
              let lost = try db.number(
                """
                SELECT count(*) FROM \(identifier: source) WHERE \(identifier: column) NOT IN (
                  SELECT \(identifier: parent.column) FROM \(identifier: parent.table))
                """)
              #expect(lost == 0, "\(source).\(column) \(label)")
            }
          }
        }
        let seen = try db.number("SELECT count(*) FROM evidence") ?? 0
        let all = try db.number("SELECT count(*) FROM main.evidence WHERE tlp = \(label.rawValue)") ?? 0
        #expect(label != .red || seen >= all && all > 0)
      }
    }
  }

  @Test func `a file without changes by that day is empty, and nothing of it is changed by looking`() throws {
    let file = try TestFile.memory()
    try RowMaker(file.connection).insert("observation")
    try file.look(through: Lens(asOf: .endOf(day: Day("1999-12-31")!)))
    #expect(try file.connection.number("SELECT count(*) FROM observation") == 0)
    #expect(try file.connection.number("SELECT count(*) FROM observations") == 0)
    #expect(try file.connection.number("SELECT count(*) FROM main.observation") == 1)
  }

  @Test func `a name met only in a row that is not seen is not seen either, nor are the words of its change`()
    throws
  {
    let file = try TestFile.memory()
    let (db, maker) = (file.connection, RowMaker(file.connection))
    try file.write(TestFile.desk, why: "the secret deal") { _ in
      let actor = try maker.insert("actor", ["provisional": .integer(1)])
      let observation = try maker.insert("observation", ["tlp": .text("RED")])
      try maker.insert(
        "participation",
        ["actor": .integer(Int64(actor)), "observation": .integer(Int64(observation))])
      try maker.insert("actor_alias", ["actor": .integer(Int64(actor))])
      try maker.insert("actor", ["provisional": .integer(1), "name": .text("met nowhere")])
    }
    try file.look(through: Lens(maxLabel: .amber))
    #expect(try db.all("SELECT name FROM actor WHERE provisional = 1") == [[.text("met nowhere")]])
    #expect(try db.number("SELECT count(*) FROM actor_alias") == 0)
    #expect(try db.all("SELECT DISTINCT why FROM change") == [[.text("(above the label)")]])
  }

  @Test
  func `what was read from a text that is not seen is not seen either, though its tables declare no keys`()
    throws
  {
    let file = try TestFile.memory()
    let (db, maker) = (file.connection, RowMaker(file.connection))
    try file.write(TestFile.desk, why: "a text") { _ in
      let id = try maker.insert("document", ["tlp": .text("RED")])
      try db.execute(
        "INSERT INTO passage (document, kind, position, starts, ends) VALUES (\(id), 'title', 0, 0, 1)")
      try db.execute(
        "INSERT INTO mention (document, position, starts, ends, kind, code) VALUES (\(id), 0, 0, 1, 'place', 'CN')"
      )
      try db.execute("INSERT INTO reading (document, rules) VALUES (\(id), 'x')")
      try db.execute("INSERT INTO sketch (document, size, sequences) VALUES (\(id), 1, x'01')")
      try db.execute("INSERT INTO sketch_sequence (sequence, document, size) VALUES (1, \(id), 1)")
    }
    let count: SQL =
      """
      SELECT (SELECT count(*) FROM passage) + (SELECT count(*) FROM mention) + (SELECT count(*) FROM reading)
        + (SELECT count(*) FROM sketch) + (SELECT count(*) FROM sketch_sequence)
      """
    #expect(try db.number(count) == 5)
    try file.look(through: Lens(maxLabel: .amber))
    #expect(try db.number(count) == 0)
  }
}
