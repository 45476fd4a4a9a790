internal import Statistics

/// The next month as the five years before lead to expect it, season and trend included (``FarringtonFlexible``, with the
/// corrected standard errors).
///
/// The month itself and its two neighbours are one season, the other nine months of the year three more. The trend is
/// always kept unless it leads beyond all that was seen: a trend that is kept only where it is significant misses those
/// that are not, and then the newest months are told again and again. The bound is not the one of the publication:
/// - The variance of a negative binomial count grows faster than its mean, so that one dispersion for the whole year tells
///   the season's peak falsely. Above the mean of the years it grows along: 1 + (phi - 1) expected / mean.
/// - phi comes from some 55 counts. Far out in the tail that makes false alarms four times as often as stated: it is taken
///   two standard errors higher, phi (1 + 2 sqrt(2 / df)), where it is above 1.
/// - What is uncertain about the expected count is added to the variance.
struct SeasonalMonth {
  /// The expected count.
  let expected: Double
  /// The variance over the mean.
  let dispersion: Double
  /// What the rate is multiplied by in a year; nil where no trend was kept.
  let growth: Double?
  /// Months that it was learned from.
  let months: Int
  /// What the count may be, all that is uncertain included.
  let law: CountDistribution

  private static let settings = {
    var settings = FarringtonFlexible.Settings()
    (settings.years, settings.halfWidth, settings.blocks) = (5, 1, 4)
    (settings.trendSignificance, settings.leastEvents) = (1, 0)
    return settings
  }()

  /// Nil where there are too few months, or nothing in them.
  init?(_ history: [Int]) {
    guard history.count >= MonthBound.leastSeasonal,
      let found = try? FarringtonFlexible(history + [0], at: history.count, settings: Self.settings),
      let expected = found.expected
    else { return nil }
    months = Self.settings.years * Self.settings.period + Self.settings.halfWidth
    let mean = Double(history.suffix(months).reduce(0, +)) / Double(months)
    let scale = max(1, expected / mean)
    let error = 1 + 2 * (2 / Double(found.residualDegrees)).squareRoot()
    let wide = found.dispersion > 1 ? found.dispersion * error : 1
    self.expected = expected
    dispersion = 1 + (found.dispersion - 1) * scale
    growth = found.trend.map { exponential($0 * 12) }
    let uncertain = expected * found.logStandardError * found.logStandardError
    law = .quasiPoisson(mean: expected, dispersion: 1 + (wide - 1) * scale + uncertain)
  }
}
