internal import Statistics

/// How many acts a month may have before it is unusual: a bound above the next count, from the months before.
///
/// From ``leastSeasonal`` months on the count is held against the same season of five years, with their trend
/// (``SeasonalMonth``). With fewer, over the last 48 months at most, the counts are negative binomial with their own mean
/// and dispersion (``NegativeBinomialBound``), and neither a season nor a trend is known. The dispersion of so few months
/// is uncertain, and far out in the tail that makes false alarms three times as often as stated: it is taken a standard
/// error higher, phi (1 + sqrt(2 / (W - 1))), where it is above 1. How often each is wrong, and on what: docs/alarms.md.
struct MonthBound {
  /// How a bound is found.
  enum Method {
    /// The mean and the dispersion of the months before.
    case window
    /// The same season of the years before, with the factor by which the rate grows in a year; nil where none was kept.
    case season(growth: Double?)
  }

  /// How it was found.
  let method: Method
  /// The count that is expected.
  let expected: Double
  /// More than this is unusual.
  let upper: Int
  /// The variance of the count over its mean, at least 1.
  let dispersion: Double
  /// Months that it was learned from.
  let window: Int
  let alpha: Double

  /// Fewer months than this tell nothing; more than ``most`` are not looked at where no season is known.
  static let least = 24
  static let most = 48
  /// From so many months on the season and the trend are known.
  static let leastSeasonal = 63
  /// Fewer acts than this are no unusual month, whatever the past: one that is new is told as a first.
  static let leastActs = 3
  /// Below this probability the rate of false alarms is no longer known.
  static let leastAlpha = 0.001

  /// The bound that the count after `history` exceeds with a probability of `alpha` where nothing changes; nil where
  /// there are too few months.
  init?(_ history: [Int], alpha: Double) {
    if let month = SeasonalMonth(history), let upper = month.law.quantile(1 - alpha) {
      method = .season(growth: month.growth)
      (expected, dispersion, window) = (month.expected, month.dispersion, month.months)
      self.upper = max(upper, Self.leastActs - 1)
    } else {
      let counts = Array(history.suffix(Self.most))
      guard counts.count >= Self.least, let found = try? NegativeBinomialBound(window: counts),
        let upper = Self.law(found, counts.count).quantile(1 - alpha)
      else { return nil }
      method = .window
      (expected, dispersion, window) = (found.mean, found.dispersion, counts.count)
      self.upper = max(upper, Self.leastActs - 1)
    }
    self.alpha = alpha
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
  var words: String {
    let spread = "dispersion \(TrendNumber.ratio(dispersion))"
    switch method {
    case .window: return "negative binomial bound of \(window) months, \(spread) and a standard error"
    case .season(let growth):
      let trend = growth.map { "trend x\(TrendNumber.ratio($0)) a year" } ?? "no trend"
      return
        "Farrington Flexible bound of \(window) months, season, \(trend), \(spread) and two standard errors"
    }
  }

  /// `4.2 expected`, and of what.
  var expectation: String {
    let count = TrendNumber.ratio(expected)
    switch method {
    case .window: return "\(count) expected"
    case .season: return "\(count) expected in this season"
    }
  }
}
