extension Nowcast.Period {
  /// A period made of several: so many of its events are known, the share is that of all parts together, each weighted by
  /// its estimate. The parts wait for the same delays, so their errors add up rather than cancel. Nil where the share
  /// of a part is not known.
  public init?(known: Int, of parts: [Nowcast.Period]) {
    let estimates = parts.compactMap(\.estimate), total = estimates.sum
    guard !parts.isEmpty, estimates.count == parts.count else { return nil }
    let weights = total > 0 ? estimates.map { $0 / total } : parts.map { _ in 1 / Double(parts.count) }
    let share = zip(weights, parts).map { $0 * ($1.share ?? 0) }.sum
    let error = zip(weights, parts).map { $0 * ($1.shareVariance ?? 0).squareRoot() }.sum
    self.init(known: known, share: share, shareVariance: error * error)
  }

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
