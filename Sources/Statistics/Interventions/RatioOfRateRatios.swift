/// The change of a target over the change of its control, by large samples.
///
/// (after / before) / (control after / control before); the variance of its logarithm is the sum of the
/// reciprocals of the four counts. The exposures of before and after are the same for target and control and
/// cancel. Source: the difference in differences on the log scale, D. Card and A. Krueger (1994); the
/// variance is that of G. U. Yule's (1900) log odds ratio. Few events want ``FisherExact``.
public struct RatioOfRateRatios: Hashable, Sendable {
  /// The ratio of the rate ratios.
  public let ratio: Double
  /// The standard error of its logarithm.
  public let logStandardError: Double

  /// The comparison of four counts; throws `noEstimate` when one is 0.
  public init(
    before: Int, after: Int, controlBefore: Int, controlAfter: Int
  ) throws(StatisticsError) {
    let counts = [before, after, controlBefore, controlAfter]
    try Check.counts(counts)
    guard counts.allSatisfy({ $0 > 0 }) else { throw .noEstimate }
    ratio = Double(after) / Double(before) / (Double(controlAfter) / Double(controlBefore))
    logStandardError = counts.map { 1 / Double($0) }.sum.squareRoot()
  }

  /// The logarithm over its standard error.
  public var z: Double { logarithm(ratio) / logStandardError }

  /// The two-sided p of no difference.
  public var p: Double? { SpecialFunctions.normalTwoSidedTail(z) }

  /// Wald's interval on the log scale.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1,
      let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
    else { return nil }
    let factor = exponential(z * logStandardError)
    return Interval(lower: ratio / factor, upper: ratio * factor)
  }
}
