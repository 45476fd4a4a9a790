/// A rate ratio across strata, such as sources: each stratum is compared with itself only.
///
/// ratio = sum(a T0 / T) / sum(b T1 / T) with T = T1 + T0; the variance of its logarithm is sum((a + b) T1 T0
/// / T^2) / (sum(a T0 / T) sum(b T1 / T)). Sources: N. Mantel and W. Haenszel (1959); S. Greenland and J. M.
/// Robins, "Estimation of a Common Effect Parameter from Sparse Follow-up Data", Biometrics 41 (1985), 55-68.
public struct MantelHaenszel: Hashable, Sendable {
  /// The events and the exposure of one stratum in the two periods.
  public struct Stratum: Hashable, Comparable, Sendable {
    /// Events of the later period.
    public let after: Int
    /// What they were counted over.
    public let exposureAfter: Double
    /// Events of the earlier period.
    public let before: Int
    /// What they were counted over.
    public let exposureBefore: Double

    /// One stratum.
    public init(after: Int, over exposureAfter: Double, before: Int, over exposureBefore: Double) {
      (self.after, self.exposureAfter) = (after, exposureAfter)
      (self.before, self.exposureBefore) = (before, exposureBefore)
    }

    /// By the events and the exposure of the later period, then of the earlier one.
    public static func < (left: Stratum, right: Stratum) -> Bool {
      (left.after, left.exposureAfter, left.before, left.exposureBefore)
        < (right.after, right.exposureAfter, right.before, right.exposureBefore)
    }
  }

  /// The common ratio.
  public let ratio: Double
  /// The ratio of the totals, the strata not told apart.
  public let crudeRatio: Double
  /// The standard error of the logarithm of the ratio.
  public let logStandardError: Double

  /// The ratio over strata; throws `noEstimate` when one period has no events at all.
  public init(_ strata: [Stratum]) throws(StatisticsError) {
    try Check.counts(strata.map(\.after))
    try Check.counts(strata.map(\.before))
    try Check.exposures(strata.map(\.exposureAfter), for: strata.map(\.after))
    try Check.exposures(strata.map(\.exposureBefore), for: strata.map(\.before))
    var (numerator, denominator, variance) = (0.0, 0.0, 0.0)
    // In one order, so that the last digits do not depend on that of the strata.
    let strata = strata.sorted()
    for stratum in strata {
      let (a, b) = (Double(stratum.after), Double(stratum.before))
      let (t1, t0) = (stratum.exposureAfter, stratum.exposureBefore)
      numerator += a * t0 / (t1 + t0)
      denominator += b * t1 / (t1 + t0)
      variance += (a + b) * t1 * t0 / ((t1 + t0) * (t1 + t0))
    }
    guard numerator > 0, denominator > 0 else { throw .noEstimate }
    ratio = numerator / denominator
    logStandardError = (variance / (numerator * denominator)).squareRoot()
    let after = strata.map { Double($0.after) }.sum / strata.map(\.exposureAfter).sum
    crudeRatio = after / (strata.map { Double($0.before) }.sum / strata.map(\.exposureBefore).sum)
  }

  /// The common ratio, also where it is at an end: infinite without an event before, 0 without one after; nil without any.
  /// - Throws: ``StatisticsError`` for counts and exposures that cannot be.
  public static func estimate(_ strata: [Stratum]) throws(StatisticsError) -> Double? {
    do { return try MantelHaenszel(strata).ratio } catch .noEstimate {
      let (after, before) = (strata.contains { $0.after > 0 }, strata.contains { $0.before > 0 })
      return after ? .infinity : before ? 0 : nil
    }
  }

  /// The interval of the ratio.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1,
      let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
    else { return nil }
    let factor = exponential(z * logStandardError)
    return Interval(lower: ratio / factor, upper: ratio * factor)
  }
}
