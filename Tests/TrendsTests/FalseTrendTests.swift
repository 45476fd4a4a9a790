import Calendar
import Statistics
import TestSupport
import Testing
import TimeSeries

@testable import Trends

private let seed: UInt64 = 20_261_126

@Suite struct `No verdict on one burst` {
  @Test(arguments: [5, 8, 25]) func `acts of one period are no trend, wherever it lies`(_ acts: Int) throws {
    for place in [0, 7, 15] {
      var counts = [Int](repeating: 0, count: 16)
      counts[place] = acts
      let found = try Hand(counts: counts).judged()
      #expect(found.verdict == .withheld(.onePeriod(left: 0)) && found.estimate == nil, "\(place)")
      counts[3] += 1
      #expect(try Hand(counts: counts).judged().verdict == .withheld(.onePeriod(left: 1)), "\(place)")
    }
  }

  @Test func `a rise that one period carries says so, also where nothing is left to estimate`() throws {
    // Without the last quarter all acts lie in one period.
    let counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6]
    let found = try Hand(counts: counts).judged()
    #expect(found.verdict == .rise)
    let flips = found.caveats.compactMap {
      if case .flipsWithoutPeriod(let period, let verdict) = $0 { (period.label, verdict) } else { nil }
    }
    #expect(flips.count == 1 && flips[0] == ("2018-Q3", .noChangeDetected), "\(found.caveats)")
  }
}

@Suite struct `Series without a trend that come in bursts` {
  /// Rare events of several acts each: a forum at which five things are signed.
  private static func clustered(_ dice: inout Dice, _ mean: Double) -> Int {
    (0..<dice.poisson(mean / 2.2)).reduce(0) { sum, _ in
      sum + [1, 1, 1, 3, 5][Int.random(in: 0..<5, using: &dice.numbers)]
    }
  }

  /// Nothing in seven periods of ten.
  private static func mostlyNothing(_ dice: inout Dice, _ mean: Double) -> Int {
    dice.uniform() < 0.7 ? 0 : dice.overdispersed(mean / 0.3)
  }

  @Test(.seed(seed), arguments: [0.1, 0.3, 1, 3]) func `are called a trend in at most 7 of 100`(
    _ mean: Double
  )
    throws
  {
    let laws = [("clustered", Self.clustered), ("mostly nothing", Self.mostlyNothing)]
    for (name, law) in laws {
      var (cries, tested) = (0, 0)
      for length in [8, 12, 16, 24] {
        var dice = Dice(seed: seed)
        for _ in 0..<rounds("CALIBRATION", usually: 120) {
          let counts = (0..<length).map { _ in law(&dice, mean) }
          guard let p = try Hand(counts: counts).judged().estimate?.p else { continue }
          (cries, tested) = (cries + (p < Verdict.level ? 1 : 0), tested + 1)
        }
      }
      print("calibration: verdicts, \(name), mean \(mean) a quarter: \(cries) of \(tested)")
      #expect(Double(cries) <= 0.07 * Double(tested) + 2, "\(name) \(mean): \(cries) of \(tested)")
    }
  }

  @Test(.seed(seed)) func `twenty of them in one answer hold a false verdict in at most 7 of 100 answers`()
    throws
  {
    var dice = Dice(seed: seed)
    var cries = 0
    let answers = rounds("CALIBRATION", usually: 60)
    for _ in 0..<answers {
      let all = try (0..<20).map { row in
        let mean = [0.09, 0.24, 0.45, 0.9, 1.8][row % 5] * 2.2
        let counts = (0..<12).map { _ in Self.clustered(&dice, mean) }
        return Judge(monthly: nil, quarterly: try Hand(counts: counts).frame()).subject(.counted, "space")
      }
      let verdicts = zip(all, Judge.adjusted(all)).map { Judge.verdict($0, $1) }
      if verdicts.contains(where: { $0 == .rise || $0 == .fall }) { cries += 1 }
    }
    print("calibration: answers of twenty clustered series with a false verdict: \(cries) of \(answers)")
    #expect(Double(cries) <= 0.07 * Double(answers) + 2)
  }
}

@Suite struct `The smallest change that would have been found` {
  /// What is said beside many tests has to hold beside many tests.
  @Test(.seed(seed), arguments: [1, 8, 24]) func `is found in about 80 of 100 among so many series`(
    _ tests: Int
  )
    throws
  {
    var dice = Dice(seed: seed)
    let (series, mean, length) = (rounds("POWER", usually: 100), 5.0, 36)
    var found = 0
    for _ in 0..<series {
      let calm = try #require(Estimate(TestedCounts(months: 1, counts: dice.counts(mean, length))))
      let slope = logarithm(calm.detectable(tests: tests)) / 12
      let counts = (0..<length).map { month in
        dice.poisson(mean * exponential(slope * (Double(month) - Double(length - 1) / 2)))
      }
      let others = (1..<tests).map { _ in
        Estimate(TestedCounts(months: 1, counts: dice.counts(mean, length)))?.p
      }
      let all = [Estimate(TestedCounts(months: 1, counts: counts))?.p] + others
      let adjusted = try MultipleTesting.benjaminiHochberg(all)
      if let p = adjusted[0], p < Verdict.level { found += 1 }
    }
    print("calibration: power at the smallest detectable change, \(tests) tests: \(found) of \(series)")
    #expect(Double(found) / Double(series) > 0.7, "\(found) of \(series)")
  }

  @Test func `grows with the number of tests`() throws {
    let one = try #require(Estimate(TestedCounts(months: 3, counts: [6, 7, 5, 6, 6, 7, 6, 5, 7, 6, 6, 5])))
    #expect(one.detectable(tests: 1) < one.detectable(tests: 8))
    #expect(one.detectable(tests: 8) < one.detectable(tests: 24))
  }
}

@Suite struct `What p values are adjusted over` {
  @Test func `is everything asked about, in one answer or several`() throws {
    let file = try Watched(from: "2018-01-01")
    for (place, month) in file.months("2018-01", 72).enumerated() {
      try file.observe(month, 2 + place / 10)
      try file.observe(month, 1, "fund")
    }
    let day = Day("2024-01-10")!
    let all = try Question(by: .mechanism, per: .quarter, asOf: day)
    let one = try TrendSet.read(all, from: file.db)
    #expect(one.blocks[0].trends.count == 2 && one.tests == 3)
    let both = try TrendSet.read([all, all], from: file.db)
    #expect(both.map(\.tests) == [6, 6])
    #expect(both[0].blocks[0].trends.map(\.adjusted) == both[1].blocks[0].trends.map(\.adjusted))
  }
}
