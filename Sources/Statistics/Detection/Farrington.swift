/// The first Farrington method: a fit to the windows of the years before, past outliers weighted down, a
/// bound on the scale of the power transformation.
///
/// Source: C. P. Farrington, N. J. Andrews, A. D. Beale and M. A. Catchpole, "A Statistical Algorithm for the
/// Early Detection of Outbreaks of Infectious Disease", Journal of the Royal Statistical Society A 159
/// (1996), 547-563. The residual above which a past count loses weight is 1, and the bound leaves alpha / 2
/// above it. ``FarringtonFlexible`` gives fewer false alarms.
public struct Farrington: Hashable, Sendable {
  /// The upper bound; nil where there is none, 0 with too few events for an alarm.
  public let upper: Double?
  /// Whether a trend was kept.
  public let hasTrend: Bool
  /// Whether the count is above the bound.
  public let isAlarm: Bool

  /// The bound of the count at `index`, from 0.
  ///
  /// - Parameters:
  ///   - counts: The series.
  ///   - index: The period looked at.
  ///   - settings: Those of ``FarringtonFlexible`` that this method has too; the weights' threshold is not
  ///     one of them.
  /// - Throws: ``StatisticsError``, when the reference is too short or has no events.
  public init(
    _ counts: [Int], at index: Int, settings: FarringtonFlexible.Settings = .init()
  ) throws(StatisticsError) {
    try Check.counts(counts)
    guard counts.indices.contains(index) else { throw .setting("The index", mustBe: "within the series") }
    try Check.atLeast(1, settings.years, "The number of years")
    try Check.atLeast(0, settings.halfWidth, "The half width")
    try Check.probability(settings.significance, "The significance level")
    let places = (1...settings.years).reversed().flatMap { year in
      let centre = index - year * settings.period
      return (centre - settings.halfWidth...centre + settings.halfWidth).filter(counts.indices.contains)
    }
    guard places.count > 2 else { throw .tooFew(found: places.count, needed: 3) }
    let reference = places.map { Double(counts[$0]) }
    let threshold = settings.reweights ? 1.0 : nil
    let flat = { () throws(StatisticsError) in
      try FarringtonModel(
        rows: places.map { _ in [1] }, counts: reference, reweightsAbove: threshold, scale: .pearson,
        steps: .asInR)
    }
    var (model, now) = (try flat(), [1.0])
    var hasTrend = false
    if settings.hasTrend {
      let rising = try? FarringtonModel(
        rows: places.map { [1, Double($0)] }, counts: reference, reweightsAbove: threshold, scale: .pearson,
        steps: .asInR)
      if let rising, settings.years >= 3, rising.p(1) < 0.05,
        exponential(rising.prediction([1, Double(index)]).logMean) <= reference.max() ?? 0
      {
        (model, now, hasTrend) = (rising, [1, Double(index)], true)
      }
    }
    self.hasTrend = hasTrend
    let (logMean, error) = model.prediction(now, scale: model.dispersion)
    let (mean, z) = (
      exponential(logMean), SpecialFunctions.normalQuantile(1 - settings.significance / 2) ?? 0
    )
    let (centre, deviation) = settings.transformation.normal(
      mean: mean, standardError: mean * error, dispersion: model.dispersion)
    let bound = power(centre + z * deviation, 1 / settings.transformation.exponent)
    let recent = counts[max(0, index - settings.leastEventsPeriods + 1)...index].reduce(0, +)
    let isEnough = recent >= settings.leastEvents
    upper = isEnough ? (bound.isFinite ? bound : nil) : 0
    isAlarm = isEnough && Double(counts[index]) > bound
  }
}
