import TestSupport

@testable import Statistics

/// Counts with known laws, from seeded randomness.
struct Simulation {
  var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  /// A law that a null series comes from: Poisson, or negative binomial of size 2.
  struct Law: CustomStringConvertible, Sendable {
    let mean: Double
    let size: Double?

    static let all = [0.5, 2, 5, 15].flatMap { [Law(mean: $0, size: nil), Law(mean: $0, size: 2)] }

    var distribution: CountDistribution {
      size.map { .negativeBinomial(mean: mean, size: $0) } ?? .poisson(mean: mean)
    }

    var description: String { size == nil ? "Poisson, mean \(mean)" : "negative binomial, mean \(mean)" }
  }

  mutating func uniform() -> Double { Double.random(in: Double.leastNonzeroMagnitude..<1, using: &numbers) }

  /// A count by adding up exponential gaps.
  mutating func poisson(_ mean: Double) -> Int {
    var (count, left) = (0, mean)
    while true {
      left += logarithm(uniform())
      if left < 0 { return count }
      count += 1
    }
  }

  mutating func normal() -> Double {
    (-2 * logarithm(uniform())).squareRoot() * circle(turns: uniform()).cosine
  }

  /// G. Marsaglia and W. W. Tsang (2000), for shape >= 1.
  mutating func gamma(_ shape: Double) -> Double {
    let d = shape - 1.0 / 3
    while true {
      let x = normal()
      let root = 1 + x / (9 * d).squareRoot()
      let v = root * root * root
      if v > 0, logarithm(uniform()) < x * x / 2 + d * (1 - v + logarithm(v)) { return d * v }
    }
  }

  mutating func count(_ law: Law) -> Int {
    guard let size = law.size else { return poisson(law.mean) }
    return poisson(law.mean * gamma(size) / size)
  }

  mutating func counts(_ law: Law, _ length: Int) -> [Int] { (0..<length).map { _ in count(law) } }
}

extension CountDistribution {
  /// The probability of a count within the range.
  func probability(of range: ClosedRange<Int>) -> Double {
    (atMost(range.upperBound) ?? 0) - (atMost(range.lowerBound - 1) ?? 0)
  }
}
