import TestSupport
import Testing

@testable import Statistics

/// What the reference numbers do not reach.
@Suite struct `A method` {
  @Test(arguments: [(2.0, 12.0, 12.0, 2.0), (10, 12, 12, 1.4), (2, 1, 24, 4.2), (20, 3, 24, 1.4)])
  func `of the rate ratio knows the smallest change it can find`(
    rate: Double, after: Double, before: Double, published: Double
  ) throws {
    let ratio = try RateRatio.detectableRatio(rate: rate, exposures: (after, before))
    #expect(abs(try #require(ratio) - published) < 0.06)
  }

  @Test func `that predicts counts finds the shortest range that holds enough`() throws {
    for law in [
      CountDistribution.poisson(mean: 3.3), .negativeBinomial(mean: 5, size: 0.8), .poisson(mean: 0.2),
    ] {
      var previous = 0...0
      for probability in [0.5, 0.8, 0.95, 0.999] {
        let range = try #require(law.shortestRange(holding: probability))
        #expect(law.probability(of: range) >= probability - 1e-9)
        // No range with one count less does.
        for start in 0...range.upperBound where range.count > 1 {
          let shorter = start...start + range.count - 2
          #expect(law.probability(of: shorter) < probability)
        }
        #expect(
          probability == 0.5 || range.contains(previous.lowerBound) && range.contains(previous.upperBound))
        previous = range
      }
    }
  }

  @Test func `that scores an interval pays for its width and for what lies outside`() {
    let interval = Interval(lower: 2, upper: 6)
    #expect(interval.score(4, confidence: 0.8) == 4)
    #expect(interval.score(7, confidence: 0.8).map { abs($0 - 14) < 1e-12 } == true)
    #expect(interval.score(7, confidence: 1) == nil)
  }

  @Test(.seed(7)) func `of the ranks counts every order of tied values`() throws {
    var numbers = SplitMix64(seed: 7)
    for _ in 0..<40 {
      let values = (0..<6).map { _ in Double(Int.random(in: 0...3, using: &numbers)) }
      let score = abs(MannKendall(present: values).score)
      let orders = permutations(values)
      let share = Double(orders.count { abs(MannKendall(present: $0).score) >= score }) / Double(orders.count)
      let exact = try #require(try MannKendall.exactP(values))
      #expect(abs(exact - share) < 1e-12, "\(values)")
    }
  }

  private func permutations(_ values: [Double]) -> [[Double]] {
    guard let first = values.first else { return [[]] }
    return permutations(Array(values.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in rest[..<place] + [first] + rest[place...] }.map { Array($0) }
    }
  }

  @Test func `of the exact trend agrees with the sum over all outcomes`() throws {
    // Two events in three periods: nine equally probable outcomes.
    let trend = try ExactConditionalTrend(counts: [0, 1, 1])
    #expect(trend.total == 2 && trend.statistic == 3)
    #expect(abs(trend.pAtLeast - 3.0 / 9) < 1e-12 && abs(trend.pAtMost - 8.0 / 9) < 1e-12)
    let large = try ExactConditionalTrend(counts: (0..<60).map { 30 + $0 / 3 })
    #expect(try #require(large.interval()).lower > 0 && large.p < 1e-6)
  }

  @Test(.seed(11)) func `that draws events anew is the same for the same seed`() throws {
    let events = [["A", "B"], ["B", "C"], ["A", "B", "D"], ["C", "D"], ["E"]]
    let intervals = try (0..<2).map { _ in
      var numbers = SplitMix64(seed: 11)
      return try CollaborationNetwork.bootstrap(events, replicates: 200, using: &numbers) {
        $0.degree.map(Double.init)
      }
    }
    #expect(intervals[0] == intervals[1])
    let degree = try #require(intervals[0]["B"])
    #expect(degree.lower <= 3 && degree.upper >= 3 || degree.lower < degree.upper)
  }

  @Test(.seed(12)) func `around a declared date ranks it among dates when nothing happened`() throws {
    var simulation = Simulation(seed: 12)
    let jump = (0..<72).map { simulation.poisson($0 < 36 ? 4 : 16) }
    let dates = Array(stride(from: 12, through: 60, by: 4))
    let found = try PlaceboDates(counts: jump, change: 36, placebos: dates)
    #expect(found.rank == 1 && found.placebos.count == 13)
    #expect(try #require(found.p) <= 1.0 / 12)
    let flat = (0..<72).map { _ in simulation.poisson(4) }
    #expect(try PlaceboDates(counts: flat, change: 36, placebos: dates).rank > 1)
  }

  @Test func `of Farrington leaves out what is missing and says when history is short`() throws {
    var counts: [Int?] = (0..<96).map { 8 + ($0 * 7) % 5 }
    counts[30] = nil
    let bound = try FarringtonFlexible(counts, at: 95)
    #expect(try #require(bound.upper) > 8 && !bound.isAlarm)
    counts[95] = 60
    #expect(try FarringtonFlexible(counts, at: 95).isAlarm)
    #expect(throws: StatisticsError.tooFew(found: 63, needed: 64)) { try FarringtonFlexible(counts, at: 62) }
    #expect(throws: StatisticsError.nothingCounted) {
      try FarringtonFlexible([Int?](repeating: 0, count: 96), at: 95)
    }
  }

  @Test func `whose published numbers are rounded is itself exact`() throws {
    for table in [[18, 6, 21, 20], [3, 9, 14, 5], [30, 28, 41, 22]] {
      let test = try FisherExact(
        before: table[0], after: table[1], controlBefore: table[2], controlAfter: table[3])
      let (interval, odds) = (try #require(test.interval()), try #require(test.oddsRatio))
      let atLeast = test.law(logarithm(interval.lower))[test.place...].reduce(0, +)
      let atMost = test.law(logarithm(interval.upper))[...test.place].reduce(0, +)
      #expect(abs(atLeast - 0.025) < 1e-10 && abs(atMost - 0.025) < 1e-10)
      let printed = try #require(test.oddsRatioAsInR)
      #expect(abs(printed / odds - 1) < 1e-3)
    }
    let counts = [12, 8, 20, 4, 4, 8, 12, 8, 13, 19, 13, 11, 21, 18, 36, 22, 1, 3, 1, 26, 11, 10, 4, 3]
    let trend = try #require(try NegativeBinomialTrend(PoissonTrend(counts: counts)))
    #expect(abs(trend.sizeStandardErrorAsInR / trend.sizeStandardError - 1) < 1e-3)
  }
}
