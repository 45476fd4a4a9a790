/// A rate at a fixed mix of strata, such as sources, so that a change of the mix does not look like one of
/// the rate.
///
/// rate = sum(w_i x_i / n_i) with w_i the shares of the standard; the interval takes the sum as gamma
/// distributed. Source: M. P. Fay and E. J. Feuer, "Confidence Intervals for Directly Standardized Rates",
/// Statistics in Medicine 16 (1997), 791-801.
public struct StandardizedRate: Hashable, Sendable {
  /// All events over all exposure.
  public let crudeRate: Double
  /// The rate at the mix of the standard.
  public let rate: Double
  private let variance: Double
  private let largestWeight: Double

  /// The rate of counts over exposures, weighted as the standard's exposures are.
  public init(counts: [Int], exposures: [Double], standard: [Double]) throws(StatisticsError) {
    try Check.counts(counts)
    try Check.exposures(exposures, for: counts)
    try Check.exposures(standard, for: counts)
    let total = standard.sum
    let weights = zip(standard, exposures).map { $0 / total / $1 }
    let values = counts.map(Double.init)
    crudeRate = values.sum / exposures.sum
    rate = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    variance = zip(weights, values).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    largestWeight = weights.max() ?? 0
  }

  /// The gamma interval; its lower limit is 0 without events.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1 else { return nil }
    let tail = (1 - confidence) / 2
    let (mean, spread) = (rate + largestWeight, variance + largestWeight * largestWeight)
    guard let upper = SpecialFunctions.inverseGammaQ(shape: mean * mean / spread, probability: tail) else {
      return nil
    }
    let above = upper * spread / mean
    if rate == 0 { return Interval(lower: 0, upper: above) }
    guard let lower = SpecialFunctions.inverseGammaP(shape: rate * rate / variance, probability: tail) else {
      return nil
    }
    return Interval(lower: lower * variance / rate, upper: above)
  }
}
