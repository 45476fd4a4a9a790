internal import Calendar
public import Statistics

/// What a rate is multiplied by in a year, with all that belongs to it.
public struct Estimate: Sendable {
  /// How it was estimated.
  public enum Method: String, Sendable {
    /// Log-linear rate and season; the interval allows for more variation than Poisson counts have.
    case quasiPoissonSeason = "quasi-Poisson with season"
    /// Log-linear rate; the interval allows for more variation than Poisson counts have.
    case quasiPoisson = "quasi-Poisson"
    /// The exact conditional test, for few acts; widened by the dispersion where that is above 1.
    case exact = "exact conditional"
  }

  /// How it was estimated.
  public let method: Method
  /// What the rate is multiplied by in a year.
  public let ratio: Double
  /// The 95 % interval of ``ratio``.
  public let interval: Interval
  /// The two-sided p of no trend, for itself: adjust it before it is shown.
  public let p: Double
  /// Pearson's dispersion: 1 for Poisson counts.
  public let dispersion: Double
  /// The standard error of the logarithm of the yearly ratio that ``detectable(tests:)`` reckons with.
  private let error: Double
  private let degrees: Int
  /// Whether the counts of later periods tend to be higher, by ranks: Kendall's tau-b; nil where all are equal.
  public let tau: Double?
  /// (count - mean) / sqrt(mean) of each period.
  let residuals: [Double]

  /// Fewer acts than this are tested exactly.
  public static let fewEvents = 20

  /// Estimates; the place of a period that is left out keeps its time. Nil where the counts determine no trend: all acts
  /// lie in one period, or too few periods are left.
  ///
  /// - Parameters:
  ///   - tested: at least 6 periods.
  ///   - exposures: what the counts are held against; nil for equal ones.
  ///   - missing: places left out.
  init?(_ tested: TestedCounts, exposures: [Double]? = nil, missing: Int? = nil) {
    let kept = tested.counts.indices.filter { $0 != missing }
    let counts = kept.map { tested.counts[$0] }
    let events = counts.reduce(0, +)
    guard let fullest = counts.max(), fullest < events, kept.count >= 6 else { return nil }
    let found =
      events < Self.fewEvents
      ? Self.exact(tested, exposures, missing) : Self.quasi(tested, exposures, missing)
    guard let found else { return nil }
    (method, ratio, interval, p) = (found.method, found.ratio, found.interval, found.p)
    (dispersion, residuals) = (found.dispersion, found.residuals)
    (error, degrees) = (found.error, found.degrees)
    tau = Self.tau(tested, missing)
  }

  private static func tau(_ tested: TestedCounts, _ missing: Int?) -> Double? {
    let values = tested.counts.enumerated().map { $0.offset == missing ? nil : Double($0.element) }
    return (try? MannKendall(values))?.tauB
  }

  private struct Found {
    var method: Method
    var ratio: Double
    var interval: Interval
    var p: Double
    var dispersion: Double
    var error: Double
    var degrees: Int
    var residuals: [Double]
  }

  private static func fit(
    _ tested: TestedCounts, _ exposures: [Double]?, _ missing: Int?, season: Bool
  ) -> QuasiPoissonTrend? {
    try? QuasiPoissonTrend(
      counts: tested.counts, exposures: exposures, periodsPerYear: tested.perYear, hasSeason: season,
      missing: missing.map { [$0] } ?? [])
  }

  private static func quasi(_ tested: TestedCounts, _ exposures: [Double]?, _ missing: Int?) -> Found? {
    // A season wants two years, and periods shorter than one.
    let seasonal =
      tested.months < 12 && tested.years >= 2 ? fit(tested, exposures, missing, season: true) : nil
    guard let trend = seasonal ?? fit(tested, exposures, missing, season: false),
      let interval = trend.ratePerYearInterval(), let p = trend.p
    else { return nil }
    return Found(
      method: seasonal == nil ? .quasiPoisson : .quasiPoissonSeason, ratio: trend.poisson.ratePerYear,
      interval: interval, p: p, dispersion: trend.dispersion,
      error: trend.standardErrors[1], degrees: trend.poisson.residualDegrees,
      residuals: trend.poisson.pearsonResiduals)
  }

  /// The exact interval, and where the counts vary more than Poisson counts the wider of the two.
  private static func exact(_ tested: TestedCounts, _ exposures: [Double]?, _ missing: Int?) -> Found? {
    var weights = exposures ?? tested.counts.map { _ in 1 }
    var counts = tested.counts
    if let missing { (weights[missing], counts[missing]) = (1e-9, 0) }
    let isPlain = exposures == nil && missing == nil
    guard let trend = try? ExactConditionalTrend(counts: counts, exposures: isPlain ? nil : weights),
      let slopes = trend.interval()
    else { return nil }
    let wide = fit(tested, exposures, missing, season: false)
    let other = (wide?.dispersion ?? 0) > 1 ? wide?.ratePerYearInterval() : nil
    return Found(
      method: .exact, ratio: exponential(trend.slope * tested.perYear),
      interval: Interval(
        lower: min(exponential(slopes.lower * tested.perYear), other?.lower ?? .infinity),
        upper: max(exponential(slopes.upper * tested.perYear), other?.upper ?? 0)),
      p: max(trend.p, other == nil ? 0 : wide?.p ?? 0), dispersion: wide?.dispersion ?? 0,
      error: error(counts, weights, tested.perYear, wide?.dispersion ?? 1), degrees: counts.count - 2,
      residuals: wide?.poisson.pearsonResiduals ?? [])
  }

  /// The standard error of the slope at a constant rate: 1 over the square root of the acts times the variance of time.
  private static func error(
    _ counts: [Int], _ weights: [Double], _ perYear: Double, _ dispersion: Double
  ) -> Double {
    let sum = weights.reduce(0, +)
    let mean = zip(weights.indices, weights).reduce(0) { $0 + Double($1.0) * $1.1 } / sum
    let spread = zip(weights.indices, weights).reduce(0) {
      $0 + (Double($1.0) - mean) * (Double($1.0) - mean) * $1.1
    }
    let variance = spread / sum / (perYear * perYear)
    return (max(dispersion, 1) / (Double(counts.reduce(0, +)) * variance)).squareRoot()
  }

  /// The smallest yearly ratio above 1 that would have been found with a probability of 80 % at least, where so many
  /// series are tested together: at the level over their number, what the adjustment asks for at most.
  public func detectable(tests: Int) -> Double {
    let level = SpecialFunctions.studentQuantile(
      1 - Verdict.level / 2 / Double(max(1, tests)), degreesOfFreedom: Double(degrees))
    let power = SpecialFunctions.studentQuantile(0.8, degreesOfFreedom: Double(degrees))
    return exponential(((level ?? 2) + (power ?? 0.85)) * error)
  }

  /// Rise, fall or neither by the interval for itself.
  var direction: Verdict {
    guard p < Verdict.level else { return .noChangeDetected }
    return ratio > 1 ? .rise : .fall
  }
}
