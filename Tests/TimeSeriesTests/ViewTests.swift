import Calendar
import Records
import SQLite
import TestSupport
import Testing
import TimeSeries

private let seed: UInt64 = 2_026

/// Clocks, grades and sources; what dates known in part may add; what lies behind a cell.
@Suite struct `Views of the counts` {
  var collection: Collection
  init() throws { collection = try Collection() }

  private func ask(
    _ views: Views = Views(), _ kind: PeriodKind = .year, from: String? = nil, to: String? = nil,
    by dimension: Dimension = .mechanism
  ) throws -> SeriesTable {
    try SeriesTable.read(
      question(views, kind, from: from, to: to, by: dimension), from: collection.connection)
  }

  private func question(
    _ views: Views = Views(), _ kind: PeriodKind = .year, from: String? = nil, to: String? = nil,
    by dimension: Dimension = .mechanism
  ) throws -> Question {
    try Question(
      by: dimension, per: kind, from: from.map { try EDTF($0) }, to: to.map { try EDTF($0) },
      asOf: Day("2021-07-15")!, views: views)
  }

  // MARK: Dates known in part

  @Test func `what is certain, expected and possible in a period`() throws {
    try collection.observe("2019-05-01")
    try collection.observe("2019-04/2019-05")
    try collection.observe("2019")
    let counts = try ask(Views(), .month, from: "2019", to: "2019").blocks[0].total
    #expect(counts.placed[3...4] == [0, 1] && counts.notPlaced == 2)
    #expect(counts.possible[3...4] == [2, 3] && counts.possible[0] == 1)
    // 31 of the 61 days of April and May, and 31 of the 365 of the year.
    #expect(abs(counts.expected[4] - (1 + 31.0 / 61 + 31.0 / 365)) < 1e-12)
    #expect(abs(counts.expected.reduce(0, +) - 3) < 1e-9)
  }

  @Test(.seed(seed)) func `certain and not placed give the total, and nothing expected is impossible`() throws
  {
    var random = SplitMix64(seed: seed)
    for _ in 0..<120 {
      let year = 2017 + Int.random(in: 0...3, using: &random)
      let (month, more) = (Int.random(in: 1...9, using: &random), Int.random(in: 0...3, using: &random))
      let form = Int.random(in: 0...3, using: &random)
      let date =
        switch form {
        case 0: "\(year)"
        case 1: "\(year)-0\(month)"
        case 2: "\(year)-0\(month)/\(year)-\(month + more < 10 ? "0" : "")\(month + more)"
        default: "\(year)-0\(month)-0\(1 + more)"
        }
      try collection.observe(date, sectors: Bool.random(using: &random) ? ["5g", "space"] : [])
    }
    for dimension in [Dimension.mechanism, .sector] {
      for kind in PeriodKind.allCases {
        let block = try ask(Views(), kind, from: "2017", to: "2020", by: dimension).blocks[0]
        for counts in block.rows.map(\.counts) + [block.total] {
          #expect(counts.placed.reduce(counts.notPlaced, +) == counts.total)
          for (place, expected) in counts.expected.enumerated() {
            #expect(Double(counts.placed[place]) <= expected + 1e-9)
            #expect(expected <= Double(counts.possible[place]) + 1e-9)
          }
        }
        // Every date here lies within the years shown, so what is spread is all there is.
        #expect(abs(block.total.expected.reduce(0, +) - 120) < 1e-6)
      }
    }
  }

  // MARK: Clocks

  @Test func `each clock places an act by its own day, and all count the same acts`() throws {
    let act = try collection.observe("2018-05-01", recorded: "2021-02-03T08:00:00Z")
    try collection.support(act, "TASS", published: "2020-01-02")
    try collection.support(act, "RIA", published: "2019-03")
    try collection.support(act, "Kommersant", published: "2018-05-02", stance: "disputes")
    let silent = try collection.observe("2018-06-01", recorded: "2021-02-03T08:00:00Z")
    #expect(silent > act)
    #expect(try ask().blocks[0].total.placed == [2])
    let published = try ask(Views(clock: .published))
    #expect(published.periods.map(\.label) == ["2019"])
    #expect((published.blocks[0].total.placed, published.blocks[0].total.notPlaced) == ([1], 1))
    let recorded = try ask(Views(clock: .recorded), .month)
    #expect(recorded.periods.map(\.label) == ["2021-02"] && recorded.blocks[0].total.placed == [2])
  }

  @Test func `an act after the as-of day counts by no clock`() throws {
    let act = try collection.observe("2021-08-01", recorded: "2021-01-01T00:00:00Z")
    try collection.support(act, "TASS", published: "2021-01-01")
    for clock in Clock.allCases { #expect(try ask(Views(clock: clock)).blocks[0].total.total == 0) }
  }

  // MARK: Grades

  @Test func `grades leave out what is graded lower and count what is ungraded apart`() throws {
    let given: [(String?, Int?)] = [
      ("A", 2), ("B", 3), ("B", 4), ("C", 1), ("F", 1), (nil, 2), ("A", nil), ("A", 6),
    ]
    for (place, (letter, number)) in given.enumerated() {
      let act = try collection.observe("2019-0\(place + 1)-01")
      try collection.support(act, "outlet \(place)", letter: letter, credibility: number)
    }
    try collection.observe("2019-12-01")
    let table = try ask(Views(grade: .b3))
    #expect(table.blocks[0].total.total == 2)
    // Ungraded: no letter, no number, no source. F and 6 cannot be judged, which is a grade.
    let grades = try #require(table.grades)
    #expect((grades.kept, grades.ungraded, grades.lower) == (2, 3, 4))
    #expect(try ask().grades == nil)
  }

  @Test func `confirmed wants a source of number 1 and two origins`() throws {
    let one = try collection.observe("2019-01-01")
    try collection.support(one, "TASS", letter: "B", credibility: 1)
    let two = try collection.observe("2019-02-01")
    try collection.support(two, "TASS", letter: "B", credibility: 1)
    try collection.support(two, "RIA")
    let three = try collection.observe("2019-03-01")
    try collection.support(three, "TASS", letter: "B", credibility: 2)
    try collection.support(three, "RIA", letter: "B", credibility: 2)
    #expect(try ask(Views(grade: .confirmed), .month).blocks[0].total.placed == [1])
    // A copy of the first text is no second origin.
    try collection.connection.execute(
      """
      INSERT INTO same_origin (uid, document, original, why)
      SELECT \(Identity.typed(at: collection.desk)), max(document), min(document), 'the same'
      FROM evidence WHERE observation = \(two)
      """)
    #expect(try ask(Views(grade: .confirmed)).blocks[0].total.total == 0)
  }

  // MARK: Sources

  @Test func `a source that is added with 100 old items leaves the same-sources counts as they were`() throws
  {
    for month in 1...9 {
      try collection.support(try collection.observe("2019-0\(month)-03"), "TASS")
      try collection.support(try collection.observe("2020-0\(month)-03"), "TASS")
    }
    try collection.cover("TASS", "watch", from: "2019-01-01", to: nil)
    let same = Views(sources: .same)
    let before = try ask(same, .quarter)
    #expect(before.panel?.names == ["TASS"] && before.blocks[0].total.total == 18)
    for item in 0..<100 {
      let act = try collection.observe("20\(item < 50 ? "12" : "20")-0\(1 + item % 9)-07")
      try collection.support(act, "New")
    }
    try collection.cover("New", "watch", from: "2021-06-01", to: nil)
    let after = try ask(same, .quarter)
    #expect(after.periods == before.periods)
    #expect(after.blocks.map(\.total) == before.blocks.map(\.total))
    #expect(after.blocks[0].rows.map(\.counts) == before.blocks[0].rows.map(\.counts))
    #expect(try ask().blocks[0].total.total == 118)
  }

  @Test func `a gap in a watch takes a source out of the panel, and touching spans make one`() throws {
    let act = try collection.observe("2020-03-01")
    try collection.support(act, "TASS")
    try collection.support(act, "RIA")
    try collection.cover("TASS", "watch", from: "2019-01-01", to: "2019-12-31")
    try collection.cover("TASS", "watch", from: "2020-01-01", to: nil)
    try collection.cover("RIA", "watch", from: "2019-01-01", to: "2019-10-01")
    try collection.cover("RIA", "watch", from: "2019-12-01", to: nil)
    try collection.cover("starting-file", "convenience", from: "2010-01-01", to: nil)
    let table = try ask(Views(sources: .same), from: "2019")
    #expect(table.panel?.names == ["TASS"] && table.blocks[0].total.total == 1)
    let later = try ask(Views(sources: .same), from: "2020")
    #expect(later.panel?.names == ["RIA", "TASS"])
    #expect(try ask(Views(sources: .same), from: "2018").panel == nil)
    #expect(try ask(Views(sources: .same), from: "2018").blocks[0].total.total == 0)
  }

  // MARK: Behind a cell

  @Test(arguments: Dimension.allCases, PeriodKind.allCases)
  func `as many rows lie behind a cell as it counts`(_ dimension: Dimension, _ kind: PeriodKind) throws {
    try collection.observe("2019-05-01", sectors: ["5g", "space"], cn: ["Huawei"], ru: ["MTS"])
    try collection.observe("2019", sectors: ["5g"], cn: ["Huawei"], ru: ["MTS"])
    try collection.observe("2020-02-01/2020-03-01", "fund", stage: "pledged")
    try collection.observe("2020-02-01")
    let table = try ask(Views(), kind, by: dimension)
    let question = try question(Views(), kind, by: dimension)
    var sum = 0
    for block in table.blocks {
      for row in block.rows {
        for (place, period) in table.periods.enumerated() {
          var cell = CellChoice(words: [block.series.rawValue, period.label], in: question)
          cell.code = row.code
          let found = try question.rows(behind: cell, from: collection.connection).rows
          #expect(found.count == row.counts.placed[place], "\(row.label) \(period)")
          sum += found.count
        }
        var cell = CellChoice()
        (cell.series, cell.code, cell.isNotPlaced) = (block.series, row.code, true)
        let found = try question.rows(behind: cell, from: collection.connection).rows
        #expect(found.count == row.counts.notPlaced)
        sum += found.count
      }
    }
    #expect(try question.rows(behind: CellChoice(), from: collection.connection).rows.count == sum)
    #expect(sum > 0 || dimension == .initiative)
  }

  // MARK: Indicators

  @Test func `an indicator stands beside the counts and changes none of them`() throws {
    try collection.observe("2019-05-01")
    let before = try ask()
    try collection.measure("papers", [("2018", 7), ("2019", 8.5), ("2019-05", 1), ("2022", 9)])
    let series = try IndicatorSeries.read("papers", asOf: Day("2021-07-15")!, from: collection.connection)
    #expect(series.placed(in: before.periods) == [8.5])
    #expect(series.values.count == 3 && series.notPlaced(in: before.periods) == 2)
    #expect(try ask().blocks.map(\.total) == before.blocks.map(\.total))
    let error = try #require(throws: IndicatorError.self) {
      try IndicatorSeries.read("paper", asOf: Day("2021-07-15")!, from: collection.connection)
    }
    #expect(error.hint == "There are: papers.")
  }
}

/// How late entries come.
@Suite struct `Delays of entry` {
  var collection: Collection
  init() throws { collection = try Collection() }

  private func read() throws -> EntryDelays {
    try EntryDelays.read(
      Question(by: .mechanism, per: .month, asOf: Day("2021-07-15")!), from: collection.connection)
  }

  private func month(_ text: String) -> Period { Period(containing: Day("\(text)-01")!, kind: .month) }

  /// In each month of 2020 two acts are entered at once and two three months later.
  private mutating func enter(_ kind: Batch.Kind) throws {
    for month in 1...18 {
      let (year, of) = (2020 + (month - 1) / 12, (month - 1) % 12 + 1)
      let act = "\(year)-\(of < 10 ? "0" : "")\(of)-05"
      for delay in [0, 0, 3, 3] {
        let entry = Day(act)!.advanced(by: 31 * delay)
        guard entry <= Day("2021-07-15")! else { continue }
        collection.desk.now = Instant.endOf(day: entry)
        try collection.observe(act, batch: kind)
      }
    }
  }

  @Test func `are learned from live entries, and the last months are known in part`() throws {
    var tests = self
    try tests.enter(.live)
    let delays = try tests.read()
    #expect(!delays.isUnknown && delays.observations > 50)
    #expect(try #require(delays.share(of: month("2020-06"))) == 1)
    let share = try #require(delays.share(of: month("2021-06")))
    #expect(abs(share - 0.5) < 0.05)
    // A quarter is as mature as its last month.
    let quarter = Period(containing: Day("2021-05-01")!, kind: .quarter)
    #expect(delays.share(of: quarter) == share)
    #expect(delays.share(of: Period(containing: Day("2021-08-01")!, kind: .month)) == nil)
  }

  @Test func `of old records entered afterwards mean nothing`() throws {
    var tests = self
    try tests.enter(.backfill)
    #expect(try tests.read().isUnknown)
  }

  @Test func `and the counts of the current period stand still under 500 old acts entered as backfill`()
    throws
  {
    var tests = self
    try tests.enter(.live)
    tests.collection.desk.now = Instant("2021-07-14T08:00:00Z")!
    let before = try tests.figures()
    for act in 0..<500 {
      // Long ago, and in the months whose delays are learned.
      let year = [2001, 2010, 2020][act % 3]
      try tests.collection.observe("\(year)-0\(1 + act % 9)-1\(act % 10)", batch: .backfill)
    }
    #expect(try tests.figures() == before)
    // Row by row it is the same.
    try tests.collection.connection.execute("INSERT INTO kept_changed VALUES (-1)")
    #expect(try tests.figures() == before)
  }

  @Test func `tell nothing from a ten-year-old act, which occurred then and is recorded now`() throws {
    var tests = self
    try tests.enter(.live)
    tests.collection.desk.now = Instant("2021-07-14T08:00:00Z")!
    let before = try tests.figures()
    try tests.collection.observe("2011-07-14", batch: .live)
    #expect(try tests.figures() == before)
    let recorded = try Question(
      by: .mechanism, per: .month, asOf: Day("2021-07-15")!, views: Views(clock: .recorded))
    let occurred = try Question(by: .mechanism, per: .month, asOf: Day("2021-07-15")!)
    func july(_ question: Question) throws -> Int {
      let total = try SeriesTable.read(question, from: tests.collection.connection).blocks[0].total
      return try #require(total.placed.last)
    }
    let (now, then) = try (july(recorded), july(occurred))
    try tests.collection.observe("2011-07-15", batch: .live)
    #expect(try july(recorded) == now + 1)
    #expect(try july(occurred) == then)
  }

  /// The delays, and what is counted in the month of the as-of day.
  private func figures() throws -> String {
    let delays = try read()
    let months = Period.range(from: Day("2020-01-01")!, to: Day("2021-07-15")!, kind: .month)
    let table = try SeriesTable.read(
      Question(by: .mechanism, per: .month, asOf: Day("2021-07-15")!), from: collection.connection)
    let now = table.blocks[0].total.placed.last
    return
      "\(delays.observations) \(delays.longestDelay) \(months.map(delays.share(of:))) \(String(describing: now))"
  }

  @Test func `are unknown where nobody enters anything live`() throws {
    try collection.observe("2020-05-01")
    let delays = try read()
    #expect(delays.isUnknown && delays.share(of: month("2020-05")) == nil)
  }
}
