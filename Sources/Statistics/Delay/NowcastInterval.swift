extension Nowcast.Period {
  /// The law of the events still to come, the uncertainty of F allowed for; nil where F is not known or
  /// already 1.
  ///
  /// It has the mean m = (n + 1/2) (1 - F) / F and, by Lawless's formula, the variance m / F + n (n + 1) /
  /// F^4 Var F, and is taken as negative binomial with these; with F known it is the law of ``quantile(_:)``.
  public var outstanding: CountDistribution? {
    guard let share, let shareVariance, share < 1 else { return nil }
    let (n, mean) = (Double(known), (Double(known) + 0.5) * (1 - share) / share)
    let variance = mean / share + n * (n + 1) / power(share, 4) * shareVariance
    return .quasiPoisson(mean: mean, dispersion: variance / mean)
  }

  /// The shortest range that holds the number in the end with this probability; nil where F is not known.
  public func interval(confidence: Double) -> ClosedRange<Int>? {
    guard let share, confidence > 0, confidence < 1 else { return nil }
    if share >= 1 { return known...known }
    return outstanding?.shortestRange(holding: confidence).map {
      known + $0.lowerBound...known + $0.upperBound
    }
  }
}
