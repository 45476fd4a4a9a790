import TestSupport
import Testing

@testable import Statistics

private let seed: UInt64 = 5_000

private func isNear(_ one: Double?, _ other: Double?, _ tolerance: Double = 1e-8) -> Bool {
  switch (one, other) {
  case (nil, nil): true
  case (let one?, let other?) where one.isInfinite || other.isInfinite: one == other
  case (let one?, let other?): abs(one - other) <= tolerance * max(1, abs(one), abs(other))
  default: false
  }
}

/// What must not change, or must change in a known way, when the data are written differently: 5,000 random
/// series.
@Suite struct `The algebra of the methods` {
  @Test(.seed(seed)) func `scaling all exposures and shifting time leave a trend as it is`() throws {
    var simulation = Simulation(seed: seed)
    for _ in 0..<1_000 {
      let counts = simulation.counts(
        .init(mean: 4, size: nil), Int.random(in: 8...24, using: &simulation.numbers))
      let exposures = counts.map { _ in Double.random(in: 0.5...2, using: &simulation.numbers) }
      let factor = Double.random(in: 0.01...100, using: &simulation.numbers)
      guard let trend = try? QuasiPoissonTrend(counts: counts, exposures: exposures) else { continue }
      let scaled = try QuasiPoissonTrend(counts: counts, exposures: exposures.map { $0 * factor })
      #expect(isNear(trend.poisson.slope, scaled.poisson.slope))
      #expect(isNear(trend.p, scaled.p))
      let shift = scaled.poisson.coefficients[0] - trend.poisson.coefficients[0]
      #expect(isNear(shift, -logarithm(factor)))
      let later = try LogLinearModel(
        rows: counts.indices.map { [1, (Double($0) + 120) / 12] }, counts: counts.map(Double.init),
        offset: exposures.map(logarithm)
      ).fit()
      #expect(isNear(later.coefficients[1], trend.poisson.slope, 1e-6))
    }
  }

  @Test(.seed(seed)) func `turning time around turns every trend around`() throws {
    var simulation = Simulation(seed: seed + 1)
    for round in 0..<1_000 {
      let counts = simulation.counts(
        .init(mean: 3, size: 2), Int.random(in: 8...24, using: &simulation.numbers))
      let values = counts.map { Optional(Double($0)) }
      let (forward, back) = (try MannKendall(values), try MannKendall(values.reversed()))
      #expect(forward.score == -back.score && forward.variance == back.variance && forward.p == back.p)
      #expect(isNear(try SenSlope(values).slope, -(try SenSlope(values.reversed()).slope)))
      if let trend = try? QuasiPoissonTrend(counts: counts) {
        let turned = try QuasiPoissonTrend(counts: counts.reversed())
        #expect(isNear(trend.poisson.slope, -turned.poisson.slope) && isNear(trend.p, turned.p))
      }
      if round < 60, counts.contains(where: { $0 > 0 }) {
        let exact = try ExactConditionalTrend(counts: counts)
        let turned = try ExactConditionalTrend(counts: counts.reversed())
        #expect(isNear(exact.p, turned.p) && isNear(exact.pAtLeast, turned.pAtMost))
        let (one, other) = (exact.interval(), turned.interval())
        #expect(isNear(one?.lower, other.map { -$0.upper }) && isNear(one?.upper, other.map { -$0.lower }))
      }
    }
  }

  @Test(.seed(seed)) func `swapping two periods inverts their ratio, scaling both exposures does nothing`()
    throws
  {
    var simulation = Simulation(seed: seed + 2)
    for _ in 0..<1_000 {
      let counts = simulation.counts(.init(mean: 6, size: 2), 2)
      let exposures = [1, 2].map { _ in Double.random(in: 0.5...24, using: &simulation.numbers) }
      let factor = Double.random(in: 0.01...100, using: &simulation.numbers)
      let ratio = try RateRatio(counts[0], over: exposures[0], to: counts[1], over: exposures[1])
      let swapped = try RateRatio(counts[1], over: exposures[1], to: counts[0], over: exposures[0])
      let scaled = try RateRatio(
        counts[0], over: exposures[0] * factor, to: counts[1], over: exposures[1] * factor)
      #expect(isNear(ratio.p, swapped.p) && isNear(ratio.midP, swapped.midP) && isNear(ratio.p, scaled.p))
      let (one, other) = (try #require(ratio.interval()), try #require(swapped.interval()))
      #expect(isNear(one.lower, 1 / other.upper) && isNear(one.upper, 1 / other.lower))
      #expect(isNear(one.upper, scaled.interval()?.upper))
      // The p and the interval tell the same.
      #expect((ratio.p < 0.05) == (one.lower > 1 || one.upper < 1) || abs(ratio.p - 0.05) < 1e-9)
    }
  }

  @Test(.seed(seed)) func `the order of rows says nothing`() throws {
    var simulation = Simulation(seed: seed + 3)
    for _ in 0..<1_000 {
      let counts = simulation.counts(.init(mean: 3, size: 2), 12)
      let shuffled = counts.shuffled(using: &simulation.numbers)
      if counts.contains(where: { $0 > 0 }) {
        let (one, other) = (try Dispersion(counts), try Dispersion(shuffled))
        #expect(isNear(one.chiSquare, other.chiSquare) && isNear(one.mean, other.mean))
      }
      let (one, other) = (
        try NegativeBinomialBound(window: counts), try NegativeBinomialBound(window: shuffled)
      )
      #expect(one.bounds() == other.bounds())
      let p = counts.map { _ in Double?.some(simulation.uniform()) }
      let order = p.indices.shuffled(using: &simulation.numbers)
      let adjusted = try MultipleTesting.benjaminiHochberg(p)
      #expect(try MultipleTesting.benjaminiHochberg(order.map { p[$0] }) == order.map { adjusted[$0] })
    }
  }

  @Test(.seed(seed)) func `bursts move with the clock, and the order of the events says nothing`() throws {
    var simulation = Simulation(seed: seed + 4)
    for _ in 0..<1_000 {
      var time = 0.0
      let times = (0..<20).map { _ in
        time -= logarithm(simulation.uniform()) * 5
        return time
      }
      let shift = Double(Int.random(in: -64...64, using: &simulation.numbers))
      guard let bursts = try? KleinbergBursts(times: times).bursts else { continue }
      let shifted = try KleinbergBursts(times: times.map { $0 + shift }).bursts
      #expect(bursts.map(\.level) == shifted.map(\.level))
      #expect(zip(bursts, shifted).allSatisfy { isNear($0.start + shift, $1.start) })
      let events = times.map { (period: Int($0) % 8, delay: Int($0) % 3) }
      let triangle = try ReportingTriangle(events: events, now: 9, longestDelay: 3)
      #expect(
        try triangle
          == ReportingTriangle(events: events.shuffled(using: &simulation.numbers), now: 9, longestDelay: 3))
    }
  }
}
