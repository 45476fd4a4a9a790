/// A constant relative change of a rate: log E[count] = a + b t (+ season) + log(exposure), t in years.
///
/// The rate ratio per year is exp(b). Source: McCullagh and Nelder (1989), chapter 6; the season is one
/// harmonic, cos and sin of 2 pi t. The standard errors hold only for counts that vary like Poisson counts:
/// report ``QuasiPoissonTrend`` instead, and this for the comparison.
public struct PoissonTrend: Sendable {
  let fit: LogLinearFit
  /// The deviance of a constant rate.
  public let nullDeviance: Double

  /// The trend in counts of equal, consecutive periods, with what they were counted over if that changes.
  ///
  /// - Parameters:
  ///   - counts: At least three, not all zero.
  ///   - exposures: Positive numbers, one a period; nil for equal ones.
  ///   - periodsPerYear: 12 for months.
  ///   - hasSeason: Whether a harmonic of one year is fitted beside the trend; ask for at least two years.
  ///   - missing: Places of periods, from 0, that are left out; the others keep their time.
  /// - Throws: ``StatisticsError``, when there are no events or the slope has no estimate.
  public init(
    counts: [Int], exposures: [Double]? = nil, periodsPerYear: Double = 12, hasSeason: Bool = false,
    missing: Set<Int> = []
  ) throws(StatisticsError) {
    try Check.counts(counts, atLeast: (hasSeason ? 5 : 3) + missing.count)
    try Check.exposures(exposures, for: counts)
    try Check.positive(periodsPerYear, "The number of periods in a year")
    let kept = counts.indices.filter { !missing.contains($0) }
    let times = kept.map { Double($0) / periodsPerYear }
    let (counts, exposures) = (kept.map { counts[$0] }, exposures.map { all in kept.map { all[$0] } })
    guard counts.contains(where: { $0 > 0 }) else { throw .nothingCounted }
    let rows = times.map { time in
      let (cosine, sine) = circle(turns: time)
      return hasSeason ? [1, time, cosine, sine] : [1, time]
    }
    let model = LogLinearModel(
      rows: rows, counts: counts.map(Double.init), offset: exposures?.map(logarithm))
    fit = try model.fit()
    let share = counts.map(Double.init).sum / (exposures?.sum ?? Double(counts.count))
    nullDeviance = model.deviance(counts.indices.map { logarithm(share * (exposures?[$0] ?? 1)) })
  }

  /// a, b and, with a season, the factors of the cosine and the sine.
  public var coefficients: [Double] { fit.coefficients }
  /// The standard errors of the coefficients if the counts are Poisson.
  public var standardErrors: [Double] { fit.standardErrors }
  /// b, the change of the logarithm of the rate in a year.
  public var slope: Double { fit.coefficients[1] }
  /// exp(b), what the rate is multiplied by in a year.
  public var ratePerYear: Double { exponential(slope) }
  /// The expected counts.
  public var means: [Double] { fit.means }
  /// Twice the distance from the best likelihood.
  public var deviance: Double { fit.deviance }
  /// Counts less coefficients.
  public var residualDegrees: Int { fit.residualDegrees }
  /// The logarithm of the likelihood.
  public var logLikelihood: Double { fit.poissonLogLikelihood }
  /// Akaike's criterion: twice the coefficients less twice the log-likelihood.
  public var aic: Double { 2 * Double(coefficients.count) - 2 * logLikelihood }
  /// The sum of (count - mean)^2 / mean.
  public var pearsonChiSquare: Double { fit.pearsonChiSquare }
  /// (count - mean) / sqrt(mean).
  public var pearsonResiduals: [Double] { fit.pearsonResiduals }
}
