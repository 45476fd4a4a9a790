/// A log-linear trend in counts whose variance is mean + mean^2 / size (NB2).
///
/// Source: J. F. Lawless, "Negative Binomial and Mixed Poisson Regression", Canadian Journal of Statistics 15
/// (1987), 209-225: the coefficients by reweighted least squares at the given size, the size by maximum
/// likelihood at the given means, in turns. The likelihood ratio against Poisson lies on the edge of what is
/// possible, so its p is half the chi-square tail. The profile interval holds the size fixed.
public struct NegativeBinomialTrend: Sendable {
  let fit: LogLinearFit
  /// theta: the variance is mean + mean^2 / size.
  public let size: Double
  /// Its standard error.
  public let sizeStandardError: Double
  /// The logarithm of the likelihood.
  public let logLikelihood: Double
  /// Twice the gain in log-likelihood over ``PoissonTrend``.
  public let likelihoodRatio: Double

  /// The trend, or nil when the counts are not over-dispersed (the size grows beyond 1,000): report Poisson
  /// then.
  public init?(_ poisson: PoissonTrend) throws(StatisticsError) {
    var model = poisson.fit.model
    var fit = poisson.fit
    guard var size = Self.momentSize(model.counts, fit.means, fit.residualDegrees) else { return nil }
    var previous = -Double.infinity
    for _ in 0..<200 {
      guard let best = Self.bestSize(model.counts, fit.means, from: size), best < 1e3 else { return nil }
      size = best
      model.variance = .negativeBinomial(size: size)
      fit = try model.fit(predictor: fit.predictor)
      let current = Self.logLikelihood(model.counts, fit.means, size)
      if abs(current - previous) < 1e-13 * max(1, abs(current)) { break }
      previous = current
    }
    let information = Self.derivatives(model.counts, fit.means, size).information
    guard information > 0 else { return nil }
    self.fit = fit
    self.size = size
    sizeStandardError = 1 / information.squareRoot()
    logLikelihood = Self.logLikelihood(model.counts, fit.means, size)
    likelihoodRatio = 2 * (logLikelihood - poisson.logLikelihood)
  }

  /// The constant, the slope and the season.
  public var coefficients: [Double] { fit.coefficients }
  /// Their standard errors.
  public var standardErrors: [Double] { fit.standardErrors }

  /// The p of no over-dispersion.
  public var likelihoodRatioP: Double? {
    SpecialFunctions.chiSquareUpperTail(max(0, likelihoodRatio), degreesOfFreedom: 1).map { $0 / 2 }
  }

  /// The slopes that the likelihood ratio test does not refuse, the size held fixed.
  public func profileInterval(confidence: Double = 0.95) -> Interval? {
    ProfileLikelihood(fit, coefficient: 1).interval(confidence: confidence)
  }

  /// The same read off a spline, as published tables from MASS are.
  public func interpolatedProfileInterval(confidence: Double = 0.95) -> Interval? {
    ProfileLikelihood(fit, coefficient: 1).interpolatedInterval(confidence: confidence)
  }
}
