import Calendar
import Records
import SQLite
import Statistics
import TestSupport
import Testing
import TimeSeries

@testable import Trends

@Suite struct `Around a declared date` {
  private func years(_ counts: [Int], from: Int = 2000) -> ImpactSeries {
    ImpactSeries(
      name: "series",
      periods: counts.indices.map {
        Period(containing: Day(year: from + $0, month: 1, day: 1)!, kind: .year)
      },
      counts: counts)
  }

  private let calm = [50, 52, 49, 51, 50, 48, 52, 50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 51, 49, 50]

  @Test func `a fall at the date stands out among the dates before it`() throws {
    let counts = calm + [25, 26]
    let impact = try #require(
      Impact(years(counts), control: years(calm + [50, 51]), day: Day("2020-02-24")!))
    #expect(impact.before.map(\.label) == ["2018", "2019"] && impact.after.map(\.label) == ["2020", "2021"])
    #expect(impact.counts == (99, 51) && impact.rank == 1 && impact.placebos.count == 17)
    // No placebo period is touched by the declared one.
    #expect(impact.placebos.map(\.date.label).last == "2018")
    #expect(abs(impact.relative - 51.0 / 99 * 99 / 101) < 1e-12)
    #expect(impact.interval.upper < 1)
  }

  @Test func `a calm series does not, and a growing one is said to have a trend`() throws {
    let still = try #require(Impact(years(calm + [50, 49]), control: nil, day: Day("2020-02-24")!))
    #expect(still.rank > 3 && !still.isTrending)
    let growing = (0..<22).map { 20 + 4 * $0 }
    let rise = try #require(Impact(years(growing), control: nil, day: Day("2020-02-24")!))
    #expect(rise.isTrending && rise.rank == 18)
  }

  @Test func `a year belongs to the time after a date in its first half, a month is left out`() throws {
    let late = try #require(Cut(years(calm).periods, Day("2010-09-01")!))
    #expect((late.place, late.untouched) == (11, 10))
    let months = Watched.months("2010-01", 40)
    let cut = try #require(Cut(months, Day("2012-02-24")!))
    #expect(months[cut.before(cut.place)].last?.label == "2012-01")
    #expect(months[cut.after(cut.place)].first?.label == "2012-03")
    #expect(try #require(Cut(months, Day("2012-02-01")!)).place == 25)
    #expect(Cut(months, Day("2009-02-01")!) == nil && Cut(months, Day("2013-04-02")!) == nil)
  }

  @Test func `a date declared after the data were seen says so, one declared before does not`() throws {
    var file = try Watched(from: "2018-01-01")
    func declare(_ date: String) throws -> Int {
      try file.file.write(file.desk, why: "declare") { change in
        try DeclaredTable.declare(
          EDTF(date), title: "War", note: nil, label: nil,
          LoadContext(connection: file.db, change: change, desk: file.desk, label: .clear)
        ).number
      }
    }
    func enter(_ month: Period, _ count: Int) throws {
      try file.file.write(file.desk, why: "log") { _ in try file.observe(month, count) }
    }
    let months = file.months("2018-01", 60)
    file.desk.now = Instant("2021-01-01T00:00:00Z")!
    for month in months.prefix(36) { try enter(month, 3) }
    let early = try declare("2021-01")
    file.desk.now = Instant("2023-01-01T00:00:00Z")!
    for month in months.dropFirst(36) { try enter(month, 1) }
    let late = try declare("2021-01")
    let question = try Question(by: .mechanism, per: .quarter, asOf: Day("2023-01-10")!)
    let one = try ImpactSet.read(around: "p\(early)", control: nil, question, from: file.db)
    let two = try ImpactSet.read(around: "p\(late)", control: nil, question, from: file.db)
    #expect(!one.isDeclaredAfterwards && two.isDeclaredAfterwards && two.seen.before == two.seen.of)
    #expect(one.findings.map(\.impact.rank) == [1, 1])
    #expect(one.findings[0].impact.ratio < 0.5)
  }

  @Test func `a declaration cannot be moved`() throws {
    let file = try Watched()
    try file.db.execute(
      """
      INSERT INTO declared (uid, day, earliest, latest, title, declared, tlp)
      VALUES (\(Identity.loaded("a")), '2022', 18993, 19357, 'War', '2022-01-01T00:00:00Z', 'CLEAR')
      """)
    for statement: SQL in [
      "UPDATE declared SET day = '2021'", "UPDATE declared SET declared = '2020-01-01T00:00:00Z'",
      "DELETE FROM declared",
    ] {
      #expect(throws: SQLiteError.self) { try file.db.execute(statement) }
    }
    try file.db.execute("UPDATE declared SET withdrawn = 1, why = 'twice'")
    #expect(try file.db.value("SELECT count(*) FROM declared_history", as: Int.self) == 1)
  }
}
