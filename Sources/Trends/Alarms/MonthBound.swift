internal import Statistics

/// How many acts a month may have before it is unusual: a bound above the next count, from the months before.
///
/// Over the last 48 months at most the counts are negative binomial with their own mean and dispersion
/// (``NegativeBinomialBound``). The dispersion of so few months is uncertain, and far out in the tail that makes false
/// alarms three times as often as stated: it is taken one standard error higher, phi (1 + sqrt(2 / (W - 1))), where it is
/// above 1. Simulated, the rate is then within twice what is stated for any alpha from 0.001 on.
struct MonthBound {
  /// The count that is expected.
  let expected: Double
  /// More than this is unusual.
  let upper: Int
  /// Pearson's dispersion of the window, at least 1.
  let dispersion: Double
  /// Months in the window.
  let window: Int
  let alpha: Double

  /// Fewer months than this tell nothing; more than ``most`` are not looked at.
  static let least = 24
  static let most = 48
  /// Fewer acts than this are no unusual month, whatever the past: one that is new is told as a first.
  static let leastActs = 3
  /// Below this probability the rate of false alarms is no longer known.
  static let leastAlpha = 0.001

  /// The bound that the count after `history` exceeds with a probability of `alpha` where nothing changes; nil where
  /// there are too few months.
  init?(_ history: [Int], alpha: Double) {
    let counts = Array(history.suffix(Self.most))
    guard counts.count >= Self.least, let found = try? NegativeBinomialBound(window: counts),
      let upper = Self.law(found, counts.count).quantile(1 - alpha)
    else { return nil }
    (expected, dispersion, window) = (found.mean, found.dispersion, counts.count)
    (self.upper, self.alpha) = (max(upper, Self.leastActs - 1), alpha)
  }

  private static func law(_ bound: NegativeBinomialBound, _ window: Int) -> CountDistribution {
    guard bound.mean > 0, bound.dispersion > 1 else { return bound.prediction }
    let size = Double(window)
    let error = 1 + (2 / (size - 1)).squareRoot()
    return .quasiPoisson(mean: bound.mean, dispersion: bound.dispersion * (1 + 1 / size) * error)
  }

  /// The probability of an alarm had the rate been so many times as high.
  func power(times ratio: Double) -> Double? {
    CountDistribution.quasiPoisson(mean: expected * ratio, dispersion: dispersion).moreThan(upper)
  }

  /// How it was found.
  var method: String {
    "negative binomial bound of \(window) months, dispersion \(TrendNumber.ratio(dispersion)) and a standard error"
  }
}
