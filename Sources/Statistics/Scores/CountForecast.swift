/// A forecast of the events of the next periods from a window of past ones.
///
/// With Jeffreys' gamma prior the total of h periods after W periods with S events is negative binomial with
/// size S + 1/2 and probability W / (W + h). Source: S. Geisser, Predictive Inference (1993), section 2.2.
/// ``gammaPoisson(window:periods:)`` takes counts as Poisson; over-dispersed ones need
/// ``overdispersed(window:periods:)``.
public enum CountForecast {
  /// The law of the total of the next `periods`, the counts being Poisson.
  public static func gammaPoisson(window: [Int], periods: Int = 1) throws(StatisticsError)
    -> CountDistribution
  {
    try Check.counts(window)
    try Check.atLeast(1, periods, "The number of periods")
    let (sum, size, ahead) = (Double(window.reduce(0, +)), Double(window.count), Double(periods))
    return .negativeBinomial(size: sum + 0.5, probability: size / (size + ahead))
  }

  /// The same with the dispersion phi of the window, estimated and floored at 1.
  ///
  /// The total has mean m h and phi (1 + h / W) times as much variance; a gamma-distributed rate and counts
  /// phi times as variable as Poisson counts give that to the first order. Without events it is
  /// ``gammaPoisson(window:periods:)``.
  public static func overdispersed(window: [Int], periods: Int = 1) throws(StatisticsError)
    -> CountDistribution
  {
    try Check.counts(window, atLeast: 3)
    try Check.atLeast(1, periods, "The number of periods")
    let values = window.map(Double.init)
    guard values.sum > 0 else { return try gammaPoisson(window: window, periods: periods) }
    let (mean, size, ahead) = (values.mean, Double(window.count), Double(periods))
    let dispersion = max(1, values.squaredDeviations / (mean * (size - 1)))
    return .quasiPoisson(mean: mean * ahead, dispersion: dispersion * (1 + ahead / size))
  }
}
