/// The autocorrelations at the lags 1, 2, ...: covariances over n, divided by the variance; nil for a
/// constant series.
///
/// Source: G. E. P. Box and G. M. Jenkins, Time Series Analysis (1976), section 2.1.
func autocorrelations(_ values: [Double], lags: Int) -> [Double]? {
  let total = values.squaredDeviations
  guard total > 0 else { return nil }
  let deviations = values.map { $0 - values.mean }
  guard lags >= 1 else { return [] }
  return (1...lags).map { lag in
    guard lag < deviations.count else { return 0 }
    return zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / total
  }
}

/// Whether neighbouring values resemble each other: the portmanteau test on the first autocorrelations.
///
/// Q = n (n + 2) sum r_k^2 / (n - k), chi-square with as many degrees of freedom as lags. Source: G. M. Ljung
/// and G. E. P. Box, "On a Measure of Lack of Fit in Time Series Models", Biometrika 65 (1978), 297-303.
public struct LjungBox: Hashable, Sendable {
  /// r_1, r_2, ...
  public let autocorrelations: [Double]
  /// Q.
  public let statistic: Double
  /// The probability of so great a Q without autocorrelation.
  public let p: Double

  /// The test of the first `lags` autocorrelations; throws `noEstimate` for a constant series.
  public init(_ values: [Double], lags: Int = 12) throws(StatisticsError) {
    try Check.atLeast(1, lags, "The number of lags")
    try Check.values(values, atLeast: lags + 1)
    guard let correlations = Statistics.autocorrelations(values, lags: lags) else { throw .noEstimate }
    let n = Double(values.count)
    let sum = correlations.enumerated().reduce(0) {
      $0 + $1.element * $1.element / (n - Double($1.offset + 1))
    }
    autocorrelations = correlations
    statistic = n * (n + 2) * sum
    guard let p = SpecialFunctions.chiSquareUpperTail(statistic, degreesOfFreedom: Double(lags)) else {
      throw .noEstimate
    }
    self.p = p
  }
}
