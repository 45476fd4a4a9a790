import Calendar
import Records
import SQLite
import Testing
import TimeSeries
import Trends

@Suite struct TrendsTests {
  let file: EntenteFile
  let now = Instant("2021-07-15T08:00:00Z")!

  init() throws {
    file = try EntenteFile(inMemoryAt: now)
    try file.connection.run(
      script: """
        INSERT INTO mechanism (code, label, definition, position) VALUES ('academic', 'Academic', '.', 1);
        INSERT INTO effect (code, label, definition, position) VALUES ('advances', 'Advances', '.', 1);
        INSERT INTO stage (code, label, definition, position) VALUES ('signed', 'Signed', '.', 1);
        """)
  }

  private func observe(_ occurred: String) throws {
    let date = try EDTF(occurred)
    try file.connection.execute(
      """
      INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, effect, stage, tlp, recorded)
      VALUES (\(Identity.loaded("test", occurred)), \(occurred), \(date.earliest?.number), \(date.latest?.number),
        'An act', 'academic', 'advances', 'signed', 'CLEAR', \(now.description))
      """)
  }

  private func cover(_ kind: String, to end: String?) throws {
    try file.connection.execute(
      """
      INSERT INTO coverage (uid, source, kind, starts, ends, how, tlp)
      VALUES (\(Identity.loaded("coverage", kind)), 'TASS', \(kind), 0, unixepoch(\(end)) / 86400, 'read', 'CLEAR')
      """)
  }

  private func trends(_ kind: PeriodKind = .year, asOf: String = "2021-07-15") throws -> TrendSet {
    try TrendSet.read(Question(by: .mechanism, per: kind, asOf: Day(asOf)!), from: file.connection)
  }

  @Test func `without coverage there is no verdict about the world`() throws {
    try observe("2020-01-01")
    let trends = try trends()
    #expect(trends.withheld == .noCoverage && trends.tests == 0)
    #expect(trends.blocks[0].trends.map(\.verdict) == [.withheld(.noCoverage)])
    #expect(trends.blocks[0].total.verdict == .withheld(.noCoverage))
  }

  @Test func `a convenience collection is no watch`() throws {
    try cover("convenience", to: nil)
    #expect(try trends().withheld == .noCoverage)
  }

  @Test func `a last period that the as-of day lies inside is said to be incomplete`() throws {
    try observe("2021-02-01")
    let caveats = try trends().caveats
    #expect(
      caveats == [
        .lastPeriodIncomplete(Period(containing: Day("2021-01-01")!, kind: .year), to: Day("2021-07-15")!)
      ])
    #expect(caveats[0].sentence == "Last period incomplete: 2021 is counted to 2021-07-15 only.")
  }

  @Test func `on its last day a period is complete`() throws {
    try observe("2020-02-01")
    #expect(try trends(asOf: "2020-12-31").caveats.isEmpty)
    #expect(try trends(asOf: "2020-12-30").caveats.count == 1)
    #expect(try trends().caveats.isEmpty)
  }

  @Test func `what was looked at only in part is incomplete too`() throws {
    try observe("2020-02-01")
    try cover("convenience", to: "2020-11-05")
    #expect(
      try trends().caveats.map(\.sentence) == ["Last period incomplete: 2020 is counted to 2020-11-05 only."])
  }

  @Test func `many dates that are wider than the period are a caveat`() throws {
    for day in 1...9 { try observe("2020-02-0\(day)") }
    try observe("2019-02-01/2020-12")
    #expect(try trends().caveats.isEmpty)
    try observe("2019-01/2020-11")
    #expect(
      try trends().caveats.map(\.sentence) == [
        "2 of 11 counted observations are dated more widely than a year and stand in no column."
      ])
  }
}
