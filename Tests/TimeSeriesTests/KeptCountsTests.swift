import Calendar
import Records
import SQLite
import TestSupport
import Testing

@testable import TimeSeries

/// What is kept ready answers as the observations themselves do, whoever wrote last.
@Suite struct `Kept counts` {
  static let seed: UInt64 = 20_261_124
  let collection: Collection
  var db: Connection { collection.connection }

  init() throws { collection = try Collection() }

  /// Everything a table says, as text.
  private func answer(_ question: Question) throws -> String {
    let table = try SeriesTable.read(question, from: db)
    let blocks = table.blocks.map { block in
      block.rows.map { "\($0.code) \($0.counts)" }.joined(separator: "\n")
        + "\ntotal \(block.total) absent \(block.absent) left \(block.left)"
    }
    let others = table.others.map { "\($0.series) \($0.count)" }
    return "\(table.periods.map(\.label)) \(table.label)\n"
      + (blocks + others).joined(separator: "\n")
  }

  /// The same counted from the observations: a note that is not counted in keeps the reader from what is kept.
  private func counted(_ question: Question) throws -> String {
    try db.execute("INSERT INTO kept_changed VALUES (-1)")
    defer { try? db.execute("DELETE FROM kept_changed WHERE observation = -1") }
    return try answer(question)
  }

  private func questions(_ random: inout SplitMix64) throws -> [Question] {
    try (0..<3).map { _ in
      let bounds = [(nil, nil), ("2019", nil), (nil, "2020-06"), ("2018-04", "2020")].randomElement(
        using: &random)!
      return try Question(
        by: [Dimension.mechanism, .sector, .flow].randomElement(using: &random)!,
        per: PeriodKind.allCases.randomElement(using: &random)!,
        from: bounds.0.map { try EDTF($0) }, to: bounds.1.map { try EDTF($0) },
        asOf: Day(["2019-05-15", "2020-02-29", "2021-07-15", "2019-12-31"].randomElement(using: &random)!)!)
    }
  }

  private func compare(_ random: inout SplitMix64) throws {
    for question in try questions(&random) {
      let (kept, counted) = (try answer(question), try counted(question))
      #expect(kept == counted, "\(question)")
    }
  }

  private var isCountedIn: Bool {
    get throws { try db.value("SELECT NOT EXISTS (SELECT 1 FROM kept_changed)", as: Bool.self) == true }
  }

  /// What is kept against the view that says what ought to be.
  private func difference() throws -> Int {
    try db.value(
      """
      SELECT count(*) FROM (
        SELECT dimension, series, code, first, last, tlp, sum(n) AS n FROM (
          SELECT dimension, series, code, first, last, tlp, observations AS n FROM kept_count
          UNION ALL SELECT dimension, series, code, first, last, tlp, -1 FROM countable)
        GROUP BY dimension, series, code, first, last, tlp HAVING sum(n) <> 0)
      """) ?? -1
  }

  private static let dates = [
    "2019-05-14", "2019-05-16", "2019-05", "2019", "2018-12-30/2019-01-02", "../2019-03", "2020-02-29",
    "2020-02/..",
    "2021-07-15", "2021-07-20", "2020-21", "201X", "2019-05-03/2019-05-20", "2020-02-10/2020-04-01",
  ]

  private func enter(_ random: inout SplitMix64) throws {
    let effect = ["advances", "advances", "advances", "sets-back", "statement", "context"].randomElement(
      using: &random)!
    try collection.observe(
      Self.dates.randomElement(using: &random)!,
      effect == "context" ? "pressure" : ["academic", "fund"].randomElement(using: &random)!, effect: effect,
      stage: ["signed", "pledged", nil].randomElement(using: &random)!,
      sectors: [[], ["space"], ["5g"], ["5g", "telecom"], ["space", "5g"]].randomElement(using: &random)!,
      label: ["CLEAR", "GREEN", "AMBER"].randomElement(using: &random)!,
      umbrella: Int.random(in: 0..<9, using: &random) == 0)
  }

  /// One change, by the program or by another: without a current change the triggers write "outside".
  private func change(_ random: inout SplitMix64) throws {
    let ids = try db.rows("SELECT id FROM observation") { try $0.get(0, as: Int.self) }
    let id = ids.randomElement(using: &random)!
    let sector = ["space", "5g", "telecom"].randomElement(using: &random)!
    let statements: [SQL] = [
      "UPDATE observation SET withdrawn = 1 - withdrawn WHERE id = \(id)",
      "UPDATE observation SET stage = 'completed', title = 'other' WHERE id = \(id)",
      "UPDATE observation SET occurred = '2020-03-01', earliest = 18322, latest = 18322 WHERE id = \(id)",
      "UPDATE observation SET tlp = 'AMBER', flow = 'cn-to-ru' WHERE id = \(id)",
      """
      INSERT INTO observation_sector (observation, sector, position) SELECT \(id), \(sector), 0
      WHERE NOT EXISTS (SELECT 1 FROM observation_sector WHERE observation = \(id) AND sector = \(sector))
      """,
      "UPDATE observation_sector SET withdrawn = 1 - withdrawn WHERE observation = \(id)",
      "UPDATE sector SET parent = CASE WHEN parent IS NULL THEN 'telecom' END WHERE code = 'space'",
      "UPDATE sector SET label = label || '.' WHERE code = 'space'",
    ]
    let statement = statements.randomElement(using: &random)!
    if Bool.random(using: &random) {
      try db.execute(statement)
    } else {
      try collection.file.write(collection.desk, why: "change") { _ in try db.execute(statement) }
      #expect(try isCountedIn)
    }
  }

  @Test(.seed(seed)) func `answer as the observations do, after changes by the program and by others`() throws
  {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<25 { try enter(&random) }
    for _ in 0..<30 {
      if Int.random(in: 0..<3, using: &random) == 0 { try enter(&random) } else { try change(&random) }
      try compare(&random)
    }
    try enter(&random)
    #expect(try isCountedIn)
    #expect(try difference() == 0)
  }

  @Test(.seed(seed)) func `remade they answer the same`() throws {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<30 { try enter(&random) }
    for _ in 0..<20 { try change(&random) }
    let question = try Question(by: .sector, per: .month, asOf: Day("2021-07-15")!)
    let before = try answer(question)
    try collection.file.remakeDerived {}
    #expect(try isCountedIn)
    #expect(try difference() == 0)
    #expect(try answer(question) == before)
  }

  @Test func `are what is read, and not while a lens lies over the tables`() throws {
    try collection.observe("2019-05-14", sectors: ["5g"])
    let question = try Question(by: .sector, per: .month, asOf: Day("2021-07-15")!)
    let right = try answer(question)
    try db.execute("UPDATE kept_count SET observations = 7")
    #expect(try answer(question) != right)
    try db.execute("CREATE TEMP VIEW observation AS SELECT * FROM main.observation")
    #expect(try answer(question) == right)
  }

  @Test func `other clocks, grades and dimensions are counted from the observations`() throws {
    try collection.observe("2019-05-14", sectors: ["5g"], cn: ["A"], ru: ["B"])
    try db.execute("UPDATE kept_count SET observations = 7")
    let recorded = try Question(
      by: .sector, per: .month, asOf: Day("2021-07-15")!, views: Views(clock: .recorded))
    for question in [recorded, try Question(by: .pair, per: .year, asOf: Day("2021-07-15")!)] {
      #expect(try SeriesTable.read(question, from: db).blocks[0].total.total == 1)
    }
  }

  @Test(.seed(seed)) func `tell the delays that the log tells`() throws {
    var random = SplitMix64(seed: Self.seed)
    var live = collection
    for _ in 0..<80 {
      let month = Int.random(in: 1...9, using: &random)
      live.desk = Desk(now: Instant("2020-0\(month)-15T08:00:00Z")!, analyst: "tester")
      let act = max(1, month - [0, 0, 0, 1, 2].randomElement(using: &random)!)
      try live.observe("2020-0\(act)-\(Int.random(in: 10...28, using: &random))", batch: .live)
    }
    try collection.observe("2020-01-05", batch: .backfill)
    let question = try Question(by: .sector, per: .month, asOf: Day("2020-09-15")!)
    func delays() throws -> String {
      let delays = try EntryDelays.read(question, from: db)
      let shares = Period.range(from: Day("2020-01-01")!, to: Day("2020-09-15")!, kind: .month).map(
        delays.share(of:))
      return "\(delays.observations) \(delays.first?.label ?? "-") \(delays.longestDelay) \(shares)"
    }
    let kept = try delays()
    try db.execute("INSERT INTO kept_changed VALUES (-1)")
    #expect(try delays() == kept)
    #expect(kept.hasPrefix("7") || kept.hasPrefix("8"), "\(kept)")
  }

  @Test func `a load counts in at its end`() throws {
    for day in 1...3 {
      try collection.file.write(collection.desk, why: "part", countsIn: false) { _ in
        try db.execute(
          """
          INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, tlp, recorded)
          VALUES (\(Identity.typed(at: collection.desk)), '2019', \(day), \(day), 'act', 'fund', 'CLEAR', \(collection.desk.now.description))
          """)
      }
      #expect(try !isCountedIn)
    }
    try collection.file.countIn()
    #expect(try isCountedIn)
    #expect(try difference() == 0)
  }

  @Test func `an erased observation is taken out`() throws {
    let id = try collection.observe("2019-05-14", sectors: ["5g"])
    try collection.file.write(collection.desk, why: "law") { change in
      for (table, record) in [("observation_sector", 1), ("observation", id)] {
        try db.execute(
          """
          INSERT INTO erasure (record_table, record, uid, why, change) VALUES (\(table), \(record), '', 'law', \(change.id))
          """)
      }
      try db.execute("DELETE FROM observation_sector WHERE id = 1")
      try db.execute("DELETE FROM observation WHERE id = \(id)")
    }
    #expect(try difference() == 0)
  }
}
