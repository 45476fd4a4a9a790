/// The law of a sum of independent draws of 0, 1, 2, ... with probabilities proportional to weight times
/// exp(tilt i).
///
/// It is computed once, by squaring the polynomial of one draw, around the tilt where the observed sum is
/// expected; the law under any other tilt is this one times exp((other - tilt) s), renormalised with known
/// constants. Terms below 1e-30 of the largest are dropped. All terms are positive, so nothing cancels.
struct TiltedLaw {
  private let weights: [Double]
  private let draws: Int
  private let tilt: Double
  /// The first sum with a kept probability, and the probabilities from there.
  private let first: Int
  private let probabilities: [Double]

  init(weights: [Double], draws: Int, tilt: Double) throws(StatisticsError) {
    self.weights = weights
    self.draws = draws
    self.tilt = tilt
    let largest = weights.indices.map { logarithm(weights[$0]) + tilt * Double($0) }.max() ?? 0
    let raw = weights.indices.map { exponential(logarithm(weights[$0]) + tilt * Double($0) - largest) }
    let one = Polynomial(first: 0, terms: raw.map { $0 / raw.sum }).trimmed
    let span = one.deviation * Double(draws).squareRoot() * 24
    guard span * span < 2e9 else { throw .tooLarge }
    var (power, bit) = (one, (Int.bitWidth - draws.leadingZeroBitCount) - 2)
    while bit >= 0 {
      power = power.times(power).trimmed
      if draws >> bit & 1 == 1 { power = power.times(one).trimmed }
      bit -= 1
    }
    first = power.first
    probabilities = power.terms
  }

  /// The mean of one draw.
  static func mean(_ weights: [Double], _ tilt: Double) -> Double {
    let terms = shares(weights, tilt)
    return terms.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / terms.sum
  }

  /// The standard deviation of the sum.
  var deviation: Double {
    let sums = probabilities.indices.map { Double(first + $0) }
    let mean = zip(sums, probabilities).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = zip(sums, probabilities).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    return max(variance, 1e-12).squareRoot()
  }

  private static func shares(_ weights: [Double], _ tilt: Double) -> [Double] {
    let last = weights.count - 1
    return weights.indices.map { weights[$0] * exponential(tilt * Double(tilt > 0 ? $0 - last : $0)) }
  }

  /// The logarithm of sum weight exp(tilt i).
  private static func logNorm(_ weights: [Double], _ tilt: Double) -> Double {
    logSumOfExponentials(weights.indices.map { logarithm(weights[$0]) + tilt * Double($0) })
  }

  func tails(_ sum: Int, under other: Double) -> (atLeast: Double, atMost: Double, equal: Double) {
    let (shift, size) = (other - tilt, Double(draws))
    // A tail is summed on the side where it is small under the other tilt; the other tail is its complement.
    let norm = size * (Self.logNorm(weights, tilt) - Self.logNorm(weights, other))
    let centre = size * Self.mean(weights, other)
    let isAbove = Double(sum) >= centre
    var (tail, equal) = (0.0, 0.0)
    for (index, probability) in probabilities.enumerated() {
      let at = first + index
      guard isAbove ? at >= sum : at <= sum else { continue }
      let term = probability * exponential(shift * Double(at) + norm)
      tail += term
      if at == sum { equal = term }
    }
    tail = min(1, tail)
    let rest = max(0, min(1, 1 - tail + equal))
    return isAbove ? (tail, rest, equal) : (rest, tail, equal)
  }
}

/// A polynomial with positive terms, its lowest powers left out where they have none.
private struct Polynomial {
  let first: Int
  let terms: [Double]

  var trimmed: Polynomial {
    let limit = (terms.max() ?? 0) * 1e-30
    let low = terms.firstIndex { $0 > limit } ?? 0
    let high = terms.lastIndex { $0 > limit } ?? 0
    return Polynomial(first: first + low, terms: Array(terms[low...high]))
  }

  var deviation: Double {
    let mean = terms.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let square = terms.enumerated().reduce(0) { $0 + Double($1.offset * $1.offset) * $1.element }
    return max(0, square - mean * mean).squareRoot()
  }

  func times(_ other: Polynomial) -> Polynomial {
    var product = [Double](repeating: 0, count: terms.count + other.terms.count - 1)
    product.withUnsafeMutableBufferPointer { product in
      other.terms.withUnsafeBufferPointer { right in
        for (shift, factor) in terms.enumerated() {
          for index in 0..<right.count { product[shift &+ index] += factor * right[index] }
        }
      }
    }
    return Polynomial(first: first + other.first, terms: product)
  }
}
