import Calendar
import Documents
import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Letters of outlets` {
  private func grade(
    _ name: String, _ letter: String, since: String = "2026-11-24", why: String = "checked",
    _ file: EntenteFile
  ) throws {
    let outlet = try Outlets.known(name, in: file.connection)
    try file.write(TestFile.desk, why: "grade") { change in
      try OutletGrades.set(
        letter, of: outlet, since: Day(since)!, why: why,
        LoadContext(connection: file.connection, change: change, desk: TestFile.desk, label: .clear))
    }
  }

  private func letter(_ name: String, _ file: EntenteFile) throws -> String? {
    try file.connection.value("SELECT letter FROM outlets WHERE name = \(name)")
  }

  @Test func `are dated, and ungraded is not F`() throws {
    let file = try seeded()
    #expect(try letter("TASS", file) == "ungraded")
    try grade("TASS", "b", since: "2020-01-01", file)
    #expect(try letter("TASS", file) == "B")
    try grade("TASS", "C", since: "2022-03-01", file)
    #expect(try letter("TASS", file) == "C")
    // A letter for the past does not push out a later one.
    try grade("TASS", "A", since: "2018-01-01", file)
    #expect(try letter("TASS", file) == "C")
    // A second thought on the same day holds.
    try grade("TASS", "D", since: "2022-03-01", file)
    let outlet = try Outlets.known("TASS", in: file.connection)
    let letters = try Outlets.letters(of: outlet, in: file.connection).rows.map { $0[0...2].map(\.shown) }
    #expect(
      letters == [
        ["D", "2022-03-01", ""], ["B", "2020-01-01", "2022-02-28"], ["A", "2018-01-01", "2019-12-31"],
      ])
    try grade("RT", "F", file)
    #expect(try letter("RT", file) == "F")
  }

  @Test(arguments: [
    ("G", "2026-11-24", "why", "letter"), ("", "2026-11-24", "why", "letter"),
    ("B", "2026-11-25", "why", "since"),
    ("B", "2026-11-24", "  ", "why"),
  ])
  func `need a letter, a day that has come and a reason`(_ wrong: (String, String, String, String)) throws {
    let file = try seeded()
    let refusal = #expect(throws: RowRefusal.self) {
      try grade("TASS", wrong.0, since: wrong.1, why: wrong.2, file)
    }
    #expect(refusal?.column == wrong.3)
    #expect(try file.count("SELECT count(*) FROM outlet_grade") == 0)
  }

  private func takeBack(_ name: String, since: String? = nil, why: String = "a mix-up", _ file: EntenteFile)
    throws
    -> Int
  {
    let outlet = try Outlets.known(name, in: file.connection)
    return try file.write(TestFile.desk, why: why) { change in
      try OutletGrades.takeBack(
        of: outlet, since: since.flatMap { Day($0) }, why: why,
        LoadContext(connection: file.connection, change: change, desk: TestFile.desk, label: .clear))
    }
  }

  @Test func `are taken back to ungraded, with the reason, and stay in the history`() throws {
    let file = try seeded()
    try grade("TASS", "B", since: "2020-01-01", file)
    try grade("TASS", "C", since: "2022-03-01", file)
    #expect(try takeBack("TASS", since: "2022-03-01", file) == 1)
    // What stood before stands again.
    #expect(try letter("TASS", file) == "B")
    #expect(try takeBack("TASS", why: "nobody can tell", file) == 1)
    #expect(try letter("TASS", file) == "ungraded")
    #expect(try takeBack("TASS", file) == 0)
    let outlet = try Outlets.known("TASS", in: file.connection)
    let letters = try Outlets.letters(of: outlet, in: file.connection).rows.map { row in
      [0, 1, 7, 8].map { row[$0].shown }
    }
    #expect(
      letters == [
        ["C", "2022-03-01", "tester", "a mix-up"], ["B", "2020-01-01", "tester", "nobody can tell"],
      ])
    let story = try Story(of: Record(named: "outlet:TASS", in: file.connection), in: file.connection)
    #expect(
      story.changes.filter { $0.field == "withdrawn" && $0.new == "1" }.map(\.why) == [
        "a mix-up", "nobody can tell",
      ])
    // An ungraded outlet takes a letter again.
    try grade("TASS", "D", file)
    #expect(try letter("TASS", file) == "D")
  }

  @Test func `are not taken back without a reason`() throws {
    let file = try seeded()
    try grade("TASS", "B", file)
    let refusal = #expect(throws: RowRefusal.self) { try takeBack("TASS", why: " ", file) }
    #expect(refusal?.column == "why")
    #expect(try letter("TASS", file) == "B")
  }

  @Test func `go to known outlets`() throws {
    let file = try seeded()
    let missed = #expect(throws: FilterError.self) { try Outlets.known("TAS", in: file.connection) }
    #expect(missed?.hint?.contains("TASS") == true)
  }

  @Test func `tell what rests on an outlet, and what another letter would change`() throws {
    let act = try Sourced(["credibility": "2"])
    let file = act.file
    let alone = try Logging.enter(
      [
        "event_date": "2018", "title": "Alone", "mechanism": "fund", "source_url": "https://tass.com/z",
        "outlet": "TASS",
      ], why: "log", file, TestFile.desk
    ).number
    try act.add(["source_url": "http://www.xinhuanet.com/b", "outlet": "Xinhua"])
    try grade("TASS", "B", file)
    try grade("Xinhua", "B", file)
    let tass = try Outlets.known("TASS", in: file.connection)
    func impact(_ letter: String?) throws -> [[String]] {
      try Outlets.impact(of: tass, letter: letter, in: file.connection).rows.map { $0.map(\.shown) }
    }
    #expect(try impact(nil).map { $0[0] } == ["o\(alone)", "o\(act.number)"])
    #expect(try impact(nil).map { $0[4...6] } == [["B?", "on it alone", ""], ["B2", "on others too", "B"]])
    // Where another outlet is as good, the best letter stays.
    #expect(try impact("D").map { $0[7...8] } == [["D?", "B -> D"], ["D2", ""]])
    #expect(try impact("A").map { $0[8] } == ["B -> A", "B -> A"])
    // F is no worse letter than E, it is none.
    #expect(try impact("F").map { $0[8] } == ["B -> none", ""])
    #expect(try impact("ungraded").map { $0[7...8] } == [["??", "B -> none"], ["?2", ""]])
  }
}
