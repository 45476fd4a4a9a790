import TestSupport
import Testing

@testable import Statistics

private let seed: UInt64 = 20_220_224

/// How often the methods are wrong on series whose truth is known. Seeded: a change of the figures is a
/// change of a method.
@Suite struct `Calibration of the methods` {
  @Test(.seed(seed)) func `a trend is cried in at most 7 of 100 trendless series of 36 months`() throws {
    var simulation = Simulation(seed: seed)
    for law in Simulation.Law.all {
      var (cries, series) = (0, 0)
      while series < 800 {
        guard let trend = try? QuasiPoissonTrend(counts: simulation.counts(law, 36)) else { continue }
        series += 1
        if try #require(trend.p) < 0.05 { cries += 1 }
      }
      let share = Double(cries) / Double(series)
      print("calibration: quasi-Poisson, \(law): \(share)")
      #expect(share <= 0.07, "\(law)")
      #expect(share >= 0.01, "\(law): a test that never cries finds nothing")
    }
  }

  @Test(.seed(seed)) func `an unusual month is cried at most twice as often as stated`() throws {
    var simulation = Simulation(seed: seed)
    for law in Simulation.Law.all {
      var share = 0.0
      for _ in 0..<300 {
        let bound = try NegativeBinomialBound(window: simulation.counts(law, 24))
        let upper = try #require(bound.bounds()).upperBound
        share += try #require(law.distribution.moreThan(upper)) / 300
      }
      print("calibration: bound at 0.025, \(law): \(share)")
      #expect(share <= 0.05, "\(law)")
    }
  }

  @Test(.seed(seed)) func `the 90 % interval of a nowcast covers 85 to 95 of 100 totals`() throws {
    var simulation = Simulation(seed: seed)
    var (all, total) = (0, 0)
    for law in Simulation.Law.all {
      var (covered, asked) = (0, 0)
      for _ in 0..<150 { try nowcast(law, &simulation, &covered, &asked) }
      let share = Double(covered) / Double(asked)
      print("calibration: nowcast at 0.9, \(law): \(share) of \(asked)")
      (all, total) = (all + covered, total + asked)
      // At a mean of 0.5 or 2 whole numbers are too coarse for the band; there a range only must not hold too
      // little.
      if law.mean >= 5 { #expect((0.85...0.95).contains(share), "\(law)") }
      #expect(share >= 0.85, "\(law)")
    }
    print("calibration: nowcast at 0.9, all: \(Double(all) / Double(total))")
    #expect((0.85...0.95).contains(Double(all) / Double(total)))
  }

  /// 30 months whose events become known up to five months later; the immature months are asked for.
  private func nowcast(
    _ law: Simulation.Law, _ simulation: inout Simulation, _ covered: inout Int, _ asked: inout Int
  ) throws {
    let now = 29
    var (events, totals) = ([(period: Int, delay: Int)](), [Int]())
    for period in 0...now {
      let count = simulation.count(law)
      totals.append(count)
      for _ in 0..<count {
        let chance = simulation.uniform()
        let delay = [0.45, 0.7, 0.83, 0.92, 0.97].firstIndex { chance < $0 } ?? 5
        events.append((period, delay))
      }
    }
    let triangle = try ReportingTriangle(events: events, now: now, longestDelay: 5)
    for (period, total) in zip(Nowcast(triangle).periods, totals) where !period.isMature() {
      guard let range = period.interval(confidence: 0.9) else { continue }
      asked += 1
      if range.contains(total) { covered += 1 }
    }
  }

  @Test(.seed(seed)) func `the 80 % interval of a forecast covers 75 to 88 of 100 months`() throws {
    var simulation = Simulation(seed: seed)
    var all = 0.0
    for law in Simulation.Law.all {
      var share = 0.0
      for _ in 0..<200 {
        let forecast = try CountForecast.overdispersed(window: simulation.counts(law, 24))
        let range = try #require(forecast.shortestRange(holding: 0.8))
        share += law.distribution.probability(of: range) / 200
      }
      print("calibration: forecast at 0.8, \(law): \(share)")
      all += share / Double(Simulation.Law.all.count)
      // At a mean of 0.5 or 2 a whole number more or less is worth more than the band: {0} holds 61 and {0,
      // 1} 91 of 100.
      if law.mean >= 5 { #expect((0.75...0.88).contains(share), "\(law)") }
      #expect(share >= 0.75, "\(law)")
    }
    print("calibration: forecast at 0.8, all: \(all)")
    #expect((0.75...0.88).contains(all))
  }
}
