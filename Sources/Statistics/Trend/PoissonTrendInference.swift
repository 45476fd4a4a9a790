extension PoissonTrend {
  /// The two-sided p of Wald's test that there is no trend.
  public var waldP: Double? { SpecialFunctions.normalTwoSidedTail(slope / standardErrors[1]) }

  /// Wald's interval for the slope.
  public func waldInterval(confidence: Double = 0.95) -> Interval? {
    guard let z = SpecialFunctions.normalQuantile((1 + confidence) / 2) else { return nil }
    return Interval(lower: slope - z * standardErrors[1], upper: slope + z * standardErrors[1])
  }

  /// The likelihood ratio statistic of the trend against a constant rate (with a season: of trend and
  /// season).
  public var likelihoodRatio: Double { nullDeviance - deviance }

  /// The p of the likelihood ratio: chi-square with as many degrees of freedom as terms beside the constant.
  public var likelihoodRatioP: Double? {
    SpecialFunctions.chiSquareUpperTail(
      max(0, likelihoodRatio), degreesOfFreedom: Double(coefficients.count - 1))
  }

  /// The slopes that the likelihood ratio test does not refuse, exact to the last digits.
  public func profileInterval(confidence: Double = 0.95) -> Interval? {
    ProfileLikelihood(fit, coefficient: 1).interval(confidence: confidence)
  }

  /// The same read off a spline, as published tables from MASS are; good to about three digits.
  public func interpolatedProfileInterval(confidence: Double = 0.95) -> Interval? {
    ProfileLikelihood(fit, coefficient: 1).interpolatedInterval(confidence: confidence)
  }
}
