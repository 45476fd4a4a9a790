import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("An interval") struct IntervalTests {
  @Test("for no events ends where nothing is seen with the probability of one tail")
  func noEvents() throws {
    let interval = try #require(PoissonInterval(count: 0))
    #expect(interval.lower == 0)
    #expect(abs(interval.upper - -log(0.025)) < 1e-12)
  }

  @Test(
    "for a count has the limits of the printed tables",
    arguments: [(1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (10, 4.7954, 18.3904), (100, 81.3640, 121.6268)])
  func garwood(count: Int, lower: Double, upper: Double) throws {
    let interval = try #require(PoissonInterval(count: count))
    #expect(abs(interval.lower - lower) < 1e-4 && abs(interval.upper - upper) < 1e-4)
    let perMonth = try #require(PoissonInterval(count: count, exposure: 12))
    #expect(perMonth.rate == Double(count) / 12 && perMonth.upper == interval.upper / 12)
  }

  @Test("for a count leaves the probability of one tail on each side")
  func garwoodTails() throws {
    let seed: UInt64 = 1934
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<1_000 {
      let count = Int.random(in: 1...3_000, using: &numbers)
      let confidence = Double.random(in: 0.5...0.999, using: &numbers)
      let interval = try #require(PoissonInterval(count: count, confidence: confidence))
      let tail = (1 - confidence) / 2
      let above = CountDistribution.poisson(mean: interval.upper).atMost(count) ?? .nan
      let below = CountDistribution.poisson(mean: interval.lower).atMost(count - 1) ?? .nan
      #expect(abs(above - tail) < 1e-12, "seed \(seed): \(count), \(confidence)")
      #expect(abs(1 - below - tail) < 1e-12, "seed \(seed): \(count), \(confidence)")
      #expect(interval.lower < interval.rate && interval.rate < interval.upper, "seed \(seed): \(count)")
    }
  }

  @Test("for a share solves the equation it is defined by")
  func wilson() throws {
    let interval = try #require(WilsonInterval(successes: 81, trials: 263))
    #expect(abs(interval.lower - 0.2553) < 1e-4 && abs(interval.upper - 0.3662) < 1e-4)
    for limit in [interval.lower, interval.upper] {
      let z = abs(interval.share - limit) / (limit * (1 - limit) / 263).squareRoot()
      #expect(abs(z - 1.959963984540054) < 1e-12)
    }
  }

  @Test("for a share of nothing or of everything touches the end of the scale")
  func wilsonEnds() throws {
    let none = try #require(WilsonInterval(successes: 0, trials: 10))
    let all = try #require(WilsonInterval(successes: 10, trials: 10))
    #expect(none.lower == 0 && all.upper == 1)
    #expect(abs(none.upper - 0.2775) < 1e-4 && abs(none.upper + all.lower - 1) < 1e-14)
  }

  @Test("is nil where it is undefined")
  func undefined() {
    #expect(PoissonInterval(count: -1) == nil)
    #expect(PoissonInterval(count: 3, exposure: 0) == nil && PoissonInterval(count: 3, exposure: -1) == nil)
    #expect(
      PoissonInterval(count: 3, exposure: .nan) == nil
        && PoissonInterval(count: 3, exposure: .leastNonzeroMagnitude) == nil)
    #expect(
      PoissonInterval(count: 3, confidence: 1) == nil && PoissonInterval(count: 3, confidence: .nan) == nil)
    #expect(WilsonInterval(successes: 0, trials: 0) == nil && WilsonInterval(successes: 3, trials: 2) == nil)
    #expect(
      WilsonInterval(successes: -1, trials: 2) == nil && WilsonInterval(successes: 1, trials: -2) == nil)
    #expect(WilsonInterval(successes: 1, trials: 2, confidence: 0) == nil)
  }
}
