/// The Mann-Kendall test with its variance corrected for autocorrelation.
///
/// The ranks of the detrended series have the autocorrelations r_k; those beyond z / sqrt(n) enter: Var S *=
/// 1 + 2 / (n (n-1) (n-2)) sum (n-k)(n-k-1)(n-k-2) r_k. Source: K. H. Hamed and A. R. Rao, "A Modified
/// Mann-Kendall Trend Test for Autocorrelated Data", Journal of Hydrology 204 (1998), 182-196. It is unstable
/// below about 50 values; nothing mends autocorrelation in so short a series.
public struct HamedRao: Hashable, Sendable {
  /// S.
  public let score: Int
  /// The corrected variance; not positive where the correction overshoots, and then there is no test.
  public let variance: Double

  /// The test; missing values (nil) are closed up.
  ///
  /// - Parameters:
  ///   - values: At least three.
  ///   - lags: How many autocorrelations are considered; nil for all.
  ///   - significance: The level at which an autocorrelation counts.
  /// - Throws: ``StatisticsError``, for fewer than three values.
  public init(_ values: [Double?], lags: Int? = nil, significance: Double = 0.05) throws(StatisticsError) {
    let present = values.compactMap { $0 }
    try Check.values(present, atLeast: 3)
    try Check.probability(significance, "The significance level")
    if let lags { try Check.atLeast(0, lags, "The number of lags") }
    let slope = try SenSlope(values).slope
    let detrended = present.enumerated().map { $1 - Double($0 + 1) * slope }
    let test = MannKendall(present: present)
    let n = present.count
    let limit = (SpecialFunctions.normalQuantile(1 - significance / 2) ?? 0) / Double(n).squareRoot()
    let last = min(lags ?? n - 1, n - 1)
    var sum = 0.0
    if let correlations = autocorrelations(rank(detrended), lags: last) {
      for (index, correlation) in correlations.enumerated() where abs(correlation) > limit {
        let left = Double(n - index - 1)
        sum += left * (left - 1) * (left - 2) * correlation
      }
    }
    let size = Double(n)
    score = test.score
    variance = test.variance * (1 + 2 / (size * (size - 1) * (size - 2)) * sum)
  }

  /// The score in standard deviations with continuity correction; nil when the variance is not positive.
  public var z: Double? { variance > 0 ? MannKendall.z(Double(score), variance) : nil }

  /// The two-sided p; nil when the variance is not positive.
  public var p: Double? { z.flatMap(SpecialFunctions.normalTwoSidedTail) }
}
