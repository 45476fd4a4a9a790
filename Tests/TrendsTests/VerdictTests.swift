import Calendar
import Records
import SQLite
import Statistics
import TestSupport
import Testing
import TimeSeries

@testable import Trends

private let seed: UInt64 = 20_220_224

@Suite struct `Verdicts` {
  @Test func `a watched rise is a rise, by month and by quarter, and a calm row is none`() throws {
    let file = try Watched(from: "2018-01-01")
    for (place, month) in file.months("2018-01", 72).enumerated() {
      try file.observe(month, 2 + place / 10)
      try file.observe(month, 1, "fund")
    }
    for kind in [PeriodKind.month, .quarter, .year] {
      let set = try file.trends(kind)
      let rows = set.blocks[0].trends
      #expect(rows.map(\.verdict) == [.rise, .noChangeDetected], "\(kind)")
      // Two acts a month are tested by month where that was asked for, fewer by quarter.
      #expect(rows.map(\.tested?.months) == (kind == .month ? [1, 3] : [3, 3]))
      #expect(set.tests == 3 && set.withheld == nil)
      let estimate = try #require(rows[0].estimate)
      #expect(estimate.interval.lower > 1 && estimate.ratio > estimate.interval.lower)
      #expect(try #require(rows[0].adjusted) >= estimate.p)
    }
  }

  @Test func `only what was watched, whole and over is tested`() throws {
    let file = try Watched(from: "2019-02-15")
    for month in file.months("2017-01", 84) { try file.observe(month, 3) }
    let tested = try #require(try file.trends().blocks[0].total.tested)
    #expect(tested.periods.first?.label == "2019-Q2" && tested.periods.last?.label == "2023-Q4")
    #expect(tested.events == 9 * 19)
    let short = try #require(try file.trends(from: "2021-07").blocks[0].total.tested)
    #expect(short.periods.first?.label == "2021-Q3")
  }

  @Test func `months without an act inside the watch are zeros of the test`() throws {
    let file = try Watched(from: "2018-01-01")
    for month in file.months("2022-01", 24) { try file.observe(month, 2) }
    let total = try file.trends().blocks[0].total
    #expect(total.tested?.counts.prefix(16) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(total.verdict == .rise)
  }

  @Test func `an ended watch ends what is tested`() throws {
    let file = try Watched(from: "2018-01-01", to: "2022-05-20")
    for month in file.months("2018-01", 72) { try file.observe(month, 2) }
    #expect(try file.trends().blocks[0].total.tested?.periods.last?.label == "2022-Q1")
  }

  @Test func `a source added with 100 old items looks like a rise, and not among the same sources`() throws {
    let file = try Watched(from: "2018-01-01")
    for month in file.months("2018-01", 72) { try file.observe(month, 2) }
    let before = try file.trends(.quarter, Views(sources: .same))
    try file.watch("New", from: "2022-01-01")
    for month in file.months("2022-01", 20) { try file.observe(month, 5, outlet: "New") }
    #expect(try file.trends().blocks[0].total.verdict == .rise)
    #expect(try file.trends().caveats.contains(.sourcesChanged(from: 1, to: 2)))
    let after = try file.trends(.quarter, Views(sources: .same))
    #expect(after.blocks[0].total.counts == before.blocks[0].total.counts)
    #expect(after.blocks[0].total.tested == before.blocks[0].total.tested)
    #expect(after.blocks[0].total.verdict == .noChangeDetected)
    #expect(after.blocks[0].total.estimate?.ratio == before.blocks[0].total.estimate?.ratio)
  }

  /// Files that are entered in three ways each: in order, in another order, and some years later.
  /// `ALGEBRA=5000 swift test -c release --filter "files say the same"` tries as many as the issue asks for.
  @Test(.seed(seed)) func `files say the same in any order of rows, and years later`() throws {
    var random = Dice(seed: seed)
    for round in 0..<rounds("ALGEBRA", usually: 20) {
      let mean = Double.random(in: 0.3...1.5, using: &random.numbers)
      let counts = random.counts(mean, 3 * Int.random(in: 8...14, using: &random.numbers))
      let years = 4 * Int.random(in: 1...8, using: &random.numbers)
      let order = counts.indices.shuffled(using: &random.numbers)
      let kind: PeriodKind = round % 2 == 0 ? .quarter : .month
      let one = try answer(counts, order: Array(counts.indices), from: 2018, kind)
      #expect(try answer(counts, order: order, from: 2018, kind) == one, "\(counts)")
      #expect(try answer(counts, order: order, from: 2018 - years, kind) == one, "\(counts), \(years)")
    }
  }

  /// What is said of counts by month, entered in that order.
  private func answer(_ counts: [Int], order: [Int], from year: Int, _ kind: PeriodKind) throws -> String {
    let file = try Watched(from: "\(year)-01-01")
    let months = file.months("\(year)-01", counts.count)
    let day = months[counts.count - 1].last
    try file.db.execute("BEGIN")
    defer { try? file.db.execute("ROLLBACK") }
    for place in order { try file.observe(months[place], counts[place]) }
    let set = try TrendSet.read(Question(by: .mechanism, per: kind, asOf: day), from: file.db)
    let total = set.blocks[0].total
    let caveats = total.caveats.map(\.code)
    return
      "\(total.counts.placed) \(total.verdict.code) \(total.estimate?.ratio ?? 0) \(total.adjusted ?? 0) \(caveats)"
  }
}

@Suite struct `Calibration through the trend layer` {
  /// Null series of 36 months, judged as a file is: by month from two acts a month on, else by quarter; exactly under
  /// 20 acts.
  @Test(.seed(seed), arguments: [0.5, 2, 5, 15]) func `cries a trend in at most 7 of 100 null series`(
    _ mean: Double
  )
    throws
  {
    for overdispersed in [false, true] {
      var dice = Dice(seed: seed)
      var cries = 0
      let series = 1_500
      for _ in 0..<series {
        let counts = dice.counts(mean, 36, overdispersed: overdispersed)
        let quarters = stride(from: 0, to: 36, by: 3).map { counts[$0..<$0 + 3].reduce(0, +) }
        let judge = Judge(
          monthly: try Hand(kind: .month, counts: counts).frame(),
          quarterly: try Hand(kind: .quarter, counts: quarters).frame())
        let subject = judge.subject(.counted, "space")
        if [.rise, .fall].contains(Judge.verdict(subject, subject.estimate?.p)) { cries += 1 }
      }
      let share = Double(cries) / Double(series)
      print("calibration: verdicts, mean \(mean)\(overdispersed ? ", overdispersed" : ""): \(share)")
      #expect(share <= 0.07, "\(mean) \(overdispersed)")
    }
  }

  @Test(.seed(seed)) func `turning time around and scaling what was looked at do what algebra says`() throws {
    var dice = Dice(seed: seed)
    for _ in 0..<rounds("ALGEBRA", usually: 1_000) {
      let counts = dice.counts(
        Double.random(in: 0.5...8, using: &dice.numbers), Int.random(in: 8...24, using: &dice.numbers))
      let exposures = counts.map { _ in Double.random(in: 0.5...2, using: &dice.numbers) }
      let factor = Double.random(in: 0.01...100, using: &dice.numbers)
      let tested = TestedCounts(months: 3, counts: counts)
      guard let one = Estimate(tested, exposures: exposures) else { continue }
      let scaled = try #require(Estimate(tested, exposures: exposures.map { $0 * factor }))
      #expect(isNear(one.ratio, scaled.ratio) && isNear(one.p, scaled.p), "\(counts)")
      let turned = try #require(
        Estimate(TestedCounts(months: 3, counts: counts.reversed()), exposures: exposures.reversed()))
      #expect(isNear(one.ratio, 1 / turned.ratio) && isNear(one.p, turned.p), "\(counts)")
      #expect(isNear(one.interval.lower, 1 / turned.interval.upper), "\(counts)")
    }
  }

  private func isNear(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-5 * max(abs(one), abs(other), 1e-6)
  }
}
