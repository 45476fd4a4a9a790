import Calendar
import Records
import SQLite
import Statistics
import TestSupport
import Testing
import TimeSeries
import Trends

@Suite struct `Ties by period` {
  let file: EntenteFile
  var db: Connection { file.connection }

  init() throws {
    file = try TestFile.memory()
    try file.write(TestFile.desk, why: "vocabularies") { _ in
      try db.run(
        script: """
          INSERT INTO mechanism (code, label, definition, position) VALUES ('fund', 'Fund', '.', 1);
          INSERT INTO effect (code, label, definition, position) VALUES ('advances', 'a', '.', 1);
          INSERT INTO stage (code, label, definition, position) VALUES ('signed', 's', '.', 1);
          """)
    }
  }

  /// One counted act; a name that begins with a small letter is Russian.
  private func act(_ date: String, _ names: [String], tlp: String = "CLEAR") throws {
    let edtf = try EDTF(date)
    try file.write(TestFile.desk, why: "act") { _ in
      try db.execute(
        """
        INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, effect, stage, tlp, recorded)
        VALUES (\(Identity.typed(at: TestFile.desk)), \(date), \(edtf.earliest?.number), \(edtf.latest?.number), 'act', 'fund',
          'advances', 'signed', \(tlp), \(TestFile.desk.now.description))
        """)
      let id = db.lastRowID
      for name in names {
        let side = name.first?.isLowercase == true ? "ru" : name.hasPrefix("Joint") ? "joint" : "cn"
        try db.execute(
          """
          INSERT INTO actor (uid, name, kind, side) SELECT \(Identity.typed(at: TestFile.desk)), \(name), 'company', \(side)
          WHERE NOT EXISTS (SELECT 1 FROM actor WHERE name = \(name))
          """)
        try db.execute(
          """
          INSERT INTO participation (observation, actor, role, side, position)
          SELECT \(id), id, 'party', \(side), 0 FROM actor WHERE name = \(name)
          """)
      }
    }
  }

  private func table(_ kind: PeriodKind = .year, from: String? = nil) throws -> TieTable {
    let question = try Question(
      by: .pair, per: kind, from: from.map { try EDTF($0) }, asOf: Day("2026-11-24")!, limit: nil)
    return try TieTable.read(question, from: db)
  }

  @Test func `a pair is one actor of each side, once an act, and joint bodies make none`() throws {
    try act("2019-03-01", ["A", "B", "x", "Joint body"])
    try act("2019-04-01", ["A", "x"])
    try act("2019-05-01", ["A", "B"])
    let row = try #require(try table().rows.first)
    #expect(row.observations == 2 && row.actors == 3)
    #expect(
      row.ties.map { "\($0.key.chinese.name)\($0.key.russian.name)\($0.value)" }.sorted() == ["Ax2", "Bx1"])
    #expect(row.change == nil)
  }

  @Test func `new ties are those again, among known actors, and of newcomers, and they add up`() throws {
    try act("2018-03", ["A", "x"])
    try act("2018-03", ["B", "y"])
    try act("2019", ["A", "x"])
    try act("2019-07", ["C", "x"])
    try act("2021-01-09", ["B", "y"])
    try act("2021-01-10", ["A", "y"])
    try act("2021-02", ["A", "z"])
    let rows = try table().rows
    #expect(rows.map(\.period.label) == ["2018", "2019", "2020", "2021"])
    let changes = rows.compactMap(\.change)
    #expect(changes.map(\.new.count) == [1, 0, 3])
    #expect(changes.map(\.kept.count) == [1, 0, 0])
    #expect(changes.map(\.lost.count) == [1, 2, 0])
    #expect(changes.map(\.returning) == [0, 0, 1])
    #expect(changes.map(\.amongKnown) == [0, 0, 1])
    #expect(changes.map(\.ofNewcomers) == [1, 0, 1])
    #expect(rows[2].ties.isEmpty && rows[2].observations == 0)
  }

  @Test func `merged actors are one`() throws {
    try act("2018", ["A", "x"])
    try act("2019", ["Alias of A", "x"])
    try file.write(TestFile.desk, why: "merge") { _ in
      try db.execute(
        """
        INSERT INTO actor_merge (uid, actor, into_actor, why)
        SELECT \(Identity.typed(at: TestFile.desk)), o.id, a.id, 'same' FROM actor AS o, actor AS a
        WHERE o.name = 'Alias of A' AND a.name = 'A'
        """)
    }
    let change = try #require(try table().rows.last?.change)
    #expect(change.kept.count == 1 && change.new.isEmpty)
  }

  @Test func `an act dated more widely than the period is not placed, and in the network of the range`()
    throws
  {
    try act("2019", ["A", "x"])
    try act("2019-02-03", ["B", "x"], tlp: "GREEN")
    let table = try table(.month)
    #expect(table.notPlaced == 1)
    #expect(table.rows.map(\.period.label) == ["2019-02"])
    #expect(table.ties.count == 2)
    #expect(table.meetings.label == .green)
  }

  @Test func `centrality comes with intervals, the same in every run`() throws {
    for month in 1...9 { try act("2019-0\(month)", ["A", month < 5 ? "x" : "y"]) }
    try act("2019-10", ["B", "x"])
    let one = try ActorPlaces(table())
    let other = try ActorPlaces(table())
    let first = try #require(one.places.first)
    #expect(first.actor.name == "A" && first.degree == 2)
    let interval = try #require(first.degreeInterval)
    #expect(interval.lower <= 2 && interval.upper >= 2)
    #expect(one.places.map(\.betweenness) == other.places.map(\.betweenness))
    #expect(one.places.map(\.betweennessInterval) == other.places.map(\.betweennessInterval))
  }
}
