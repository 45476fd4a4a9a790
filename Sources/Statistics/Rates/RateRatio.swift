/// Two rates compared: their ratio with the exact central interval and the p that belongs to it.
///
/// Given x1 + x2 = N events, x1 is binomial with the share p = r t1 / (r t1 + t2) of the ratio r; the limits
/// of r are the Clopper-Pearson limits of p turned back, and the p value is twice the smaller tail, so that p
/// < 0.05 exactly when the 95 % interval leaves out 1. Sources: J. Przyborowski and H. Wilenski, Biometrika
/// 31 (1940), 313-323; C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404-413.
public struct RateRatio: Hashable, Sendable {
  /// The events of the first and of the second period.
  public let counts: [Int]
  /// What they were counted over.
  public let exposures: [Double]

  /// The comparison of the rate `first` / `firstExposure` with `second` / `secondExposure`.
  public init(
    _ first: Int, over firstExposure: Double, to second: Int, over secondExposure: Double
  ) throws(StatisticsError) {
    counts = [first, second]
    exposures = [firstExposure, secondExposure]
    try Check.counts(counts)
    try Check.exposures(exposures, for: counts)
  }

  /// Events of both periods.
  public var total: Int { counts[0] + counts[1] }

  /// The share of the first exposure.
  var share: Double { exposures[0] / (exposures[0] + exposures[1]) }

  var law: CountDistribution { .binomial(trials: total, probability: share) }

  /// The ratio of the rates; infinite without events in the second period, nil without any.
  public var estimate: Double? {
    guard total > 0 else { return nil }
    if counts[1] == 0 { return .infinity }
    return Double(counts[0]) / exposures[0] / (Double(counts[1]) / exposures[1])
  }

  /// The probability, at equal rates, of so few events in the first period.
  public var pLess: Double { law.atMost(counts[0]) ?? 1 }

  /// The probability, at equal rates, of so many events in the first period.
  public var pGreater: Double { law.atLeast(counts[0]) ?? 1 }

  /// Twice the smaller tail; 1 without events. It agrees with ``interval(confidence:)``.
  public var p: Double { min(1, 2 * min(pLess, pGreater)) }

  /// The exact interval of the ratio; its upper limit is infinite without events in the second period.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1 else { return nil }
    let tail = (1 - confidence) / 2
    let (first, second) = (Double(counts[0]), Double(counts[1]))
    let lower =
      first == 0
      ? (x: 0, complement: 1) : SpecialFunctions.betaQuantile(lower: tail, upper: 1 - tail, first, second + 1)
    let upper =
      second == 0
      ? (x: 1, complement: 0) : SpecialFunctions.betaQuantile(lower: 1 - tail, upper: tail, first + 1, second)
    guard let lower, let upper else { return nil }
    return Interval(lower: ratio(lower.x, lower.complement), upper: ratio(upper.x, upper.complement))
  }

  /// The ratio r with the share x of the first period.
  func ratio(_ x: Double, _ complement: Double) -> Double {
    complement == 0 ? .infinity : x / complement * exposures[1] / exposures[0]
  }
}
