/// What the next count may be if nothing has changed: the recommended detector of an unusual period.
///
/// Over the W periods before, m is the mean and phi = max(1, sum (y - m)^2 / (m (W - 1))); with phi' = phi (1
/// + 1/W) for the uncertainty of the mean the next count is negative binomial with size m / (phi' - 1) and
/// probability 1 / phi'. For m = 0 it is the Jeffreys bound, negative binomial with size 1/2 and probability
/// W / (W + 1). Sources: the moment estimate is McCullagh and Nelder (1989), section 6.2; the gamma mixture
/// M. Greenwood and G. U. Yule (1920). Past alarms stay in the window.
public struct NegativeBinomialBound: Hashable, Sendable {
  /// m.
  public let mean: Double
  /// phi, at least 1.
  public let dispersion: Double
  /// The law of the next count.
  public let prediction: CountDistribution

  /// The prediction from a window of at least three counts.
  public init(window: [Int]) throws(StatisticsError) {
    try Check.counts(window, atLeast: 3)
    let (values, size) = (window.map(Double.init), Double(window.count))
    mean = values.mean
    guard mean > 0 else {
      dispersion = 1
      prediction = .negativeBinomial(size: 0.5, probability: size / (size + 1))
      return
    }
    dispersion = max(1, values.squaredDeviations / (mean * (size - 1)))
    prediction = .quasiPoisson(mean: mean, dispersion: dispersion * (1 + 1 / size))
  }

  /// The counts that are exceeded, and fallen short of, with at most these probabilities.
  public func bounds(lower: Double = 0.025, upper: Double = 0.975) -> ClosedRange<Int>? {
    guard lower <= upper, let below = prediction.quantile(lower), let above = prediction.quantile(upper)
    else {
      return nil
    }
    return below...above
  }

  /// The probability of a count at least as great.
  public func p(_ count: Int) -> Double? { prediction.atLeast(count) }
}
