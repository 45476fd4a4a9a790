import Testing

@testable import Statistics

/// Nonsense in, a sentence out; never NaN.
@Suite struct `A method refuses` {
  @Test func `negative and absurd counts, and exposures that are none`() {
    #expect(throws: StatisticsError.count(index: 1)) { try PoissonTrend(counts: [1, -2, 3]) }
    #expect(throws: StatisticsError.count(index: 0)) { try Dispersion([.max, 1]) }
    for exposure in [0, -1, Double.nan, .infinity] {
      #expect(throws: StatisticsError.exposure(index: 2)) {
        try QuasiPoissonTrend(counts: [1, 2, 3, 4], exposures: [1, 1, exposure, 1])
      }
      #expect(throws: StatisticsError.exposure(index: 0)) { try RateRatio(1, over: exposure, to: 1, over: 1) }
      #expect(PoissonInterval.midP(count: 1, exposure: exposure) == nil)
      #expect(PoissonInterval.jeffreys(count: 1, exposure: exposure) == nil)
    }
    #expect(throws: StatisticsError.lengths(3, 2)) {
      try PoissonTrend(counts: [1, 2, 3], exposures: [1, 1])
    }
  }

  @Test func `series without events, too short, or without an answer`() {
    #expect(throws: StatisticsError.nothingCounted) { try PoissonTrend(counts: [0, 0, 0, 0]) }
    #expect(throws: StatisticsError.nothingCounted) { try ExactConditionalTrend(counts: [0, 0]) }
    #expect(throws: StatisticsError.nothingCounted) { try SingleChangePoint([0, 0, 0]) }
    #expect(throws: StatisticsError.tooFew(found: 1, needed: 2)) { try MannKendall([1, nil]) }
    // All events in one period: the rate ratio per year grows without end.
    #expect(throws: StatisticsError.noEstimate) { try PoissonTrend(counts: [0, 0, 0, 0, 5]) }
    #expect(throws: StatisticsError.noEstimate) {
      try RatioOfRateRatios(before: 0, after: 1, controlBefore: 1, controlAfter: 1)
    }
  }

  @Test func `values that are not numbers`() {
    #expect(throws: StatisticsError.value(index: 1)) { try MannKendall([1, .nan, 2]) }
    #expect(throws: StatisticsError.value(index: 0)) { try SenSlope([.infinity, 1, 2]) }
    #expect(throws: StatisticsError.value(index: 0)) { try MultipleTesting.holm([1.5]) }
    #expect(throws: StatisticsError.self) { try KleinbergBursts(times: [1, 1, 2]) }
    #expect(CountDistribution.poisson(mean: .nan).quantile(0.5) == nil)
    #expect(CountDistribution.negativeBinomial(size: -1, probability: 0.5).density(1) == nil)
    #expect(CountDistribution.poisson(mean: -1).crps(1) == nil)
  }

  @Test func `and says what to do about it`() {
    let errors: [StatisticsError] = [
      .tooFew(found: 1, needed: 2), .count(index: 3), .exposure(index: 3), .value(index: 3), .lengths(1, 2),
      .nothingCounted, .setting("The level", mustBe: "between 0 and 1"), .noEstimate, .tooLarge,
    ]
    for error in errors { #expect("\(error)".hasSuffix(".") && "\(error)".count > 20) }
  }

  @Test func `nothing where the edge has an answer`() throws {
    let none = try RateRatio(0, over: 1, to: 0, over: 1)
    #expect(none.estimate == nil && none.p == 1 && none.interval() == Interval(lower: 0, upper: .infinity))
    let one = try RateRatio(3, over: 1, to: 0, over: 1)
    #expect(
      one.estimate == .infinity && one.interval()?.upper == .infinity
        && one.midPInterval()?.upper == .infinity)
    let last = try ExactConditionalTrend(counts: [0, 0, 0, 4])
    #expect(last.slope == .infinity && last.interval()?.upper == .infinity)
    #expect(try #require(last.interval()).lower > 0)
    #expect(try MannKendall([2, 2, 2]).p == 1)
    #expect(try OutbreakDetection.statistics([0, 0, 0]) == [1, 1, 1])
    #expect(try NegativeBinomialBound(window: [0, 0, 0, 0]).bounds() == 0...1)
  }
}
