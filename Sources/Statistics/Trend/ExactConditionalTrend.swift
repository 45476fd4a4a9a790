/// The exact test and interval for a log-linear trend in Poisson counts, given their total.
///
/// Given N events, T = sum i y_i is a sum of N draws of i with p_i proportional to e_i exp(beta i), so its
/// law is the coefficients of (sum p_i z^i)^N. Source: D. R. Cox and P. A. W. Lewis, The Statistical Analysis
/// of Series of Events (1966), chapter 3. It is valid only when the dispersion is near 1: never print it
/// without.
public struct ExactConditionalTrend: Sendable {
  /// N, all events.
  public let total: Int
  /// T, the sum of the positions of the events, the first period being 0.
  public let statistic: Int
  /// beta, the conditional maximum likelihood estimate per step; infinite when all events lie in the last
  /// period with any exposure, minus infinite when all lie in the first.
  public let slope: Double
  let exposures: [Double]
  let isUnweighted: Bool
  let law: TiltedLaw

  /// The trend in counts of consecutive periods; parameters as for ``PoissonTrend``.
  public init(counts: [Int], exposures: [Double]? = nil) throws(StatisticsError) {
    try Check.counts(counts, atLeast: 2)
    try Check.exposures(exposures, for: counts)
    guard counts.count <= 100_000 else { throw .tooLarge }
    total = counts.reduce(0, +)
    guard total > 0 else { throw .nothingCounted }
    statistic = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    isUnweighted = exposures == nil
    self.exposures = exposures ?? [Double](repeating: 1, count: counts.count)
    let target = Double(statistic) / Double(total)
    let last = Double(counts.count - 1)
    let weights = self.exposures
    if statistic == 0 || target == last {
      slope = statistic == 0 ? -.infinity : .infinity
      law = try TiltedLaw(weights: weights, draws: total, tilt: 0)
      return
    }
    let distance = { (beta: Double) -> Double in TiltedLaw.mean(weights, beta) - target }
    guard let estimate = root(from: 0, step: distance(0) > 0 ? -0.01 : 0.01, of: distance) else {
      throw .noEstimate
    }
    slope = estimate
    law = try TiltedLaw(weights: weights, draws: total, tilt: estimate)
  }

  /// The probability of a T at least, and of one at most, as great as this, and of exactly this, under a
  /// slope.
  func tails(_ slope: Double) -> (atLeast: Double, atMost: Double, equal: Double) {
    law.tails(statistic, under: slope)
  }

  /// The probability, without trend, of a T at least as great.
  public var pAtLeast: Double { tails(0).atLeast }
  /// The probability, without trend, of a T at most as great.
  public var pAtMost: Double { tails(0).atMost }
  /// The probability, without trend, of exactly this T.
  public var pEqual: Double { tails(0).equal }

  /// Twice the smaller tail.
  public var p: Double {
    let tails = tails(0)
    return min(1, 2 * min(tails.atLeast, tails.atMost))
  }

  /// Twice the smaller tail with half of this T's probability left out.
  public var midP: Double {
    let tails = tails(0)
    return min(1, 2 * (min(tails.atLeast, tails.atMost) - tails.equal / 2))
  }
}
