/// The trend of ``PoissonTrend`` with an interval that stays honest when counts vary more than Poisson
/// counts.
///
/// The dispersion is phi = sum (count - mean)^2 / mean / (n - p); standard errors grow by sqrt(max(phi,
/// floor)) and the interval uses Student's t with n - p degrees of freedom. Source: McCullagh and Nelder
/// (1989), sections 4.5 and 9.2. With the floor 1 it cries trend in 3 to 6 of 100 trendless series of 36
/// months.
public struct QuasiPoissonTrend: Sendable {
  /// The trend behind it.
  public let poisson: PoissonTrend
  /// phi, before the floor.
  public let dispersion: Double
  /// The least dispersion that standard errors are scaled with.
  public let floor: Double

  /// The trend; parameters as for ``PoissonTrend``. `dispersionFloor` 0 takes the dispersion as it is.
  public init(
    counts: [Int], exposures: [Double]? = nil, periodsPerYear: Double = 12, hasSeason: Bool = false,
    missing: Set<Int> = [], dispersionFloor: Double = 1
  ) throws(StatisticsError) {
    try self.init(
      PoissonTrend(
        counts: counts, exposures: exposures, periodsPerYear: periodsPerYear, hasSeason: hasSeason,
        missing: missing),
      dispersionFloor: dispersionFloor)
  }

  /// The quasi-Poisson reading of a Poisson fit.
  public init(_ poisson: PoissonTrend, dispersionFloor: Double = 1) throws(StatisticsError) {
    guard let dispersion = poisson.fit.dispersion else {
      throw .tooFew(found: poisson.means.count, needed: poisson.coefficients.count + 1)
    }
    guard dispersionFloor >= 0, dispersionFloor.isFinite else {
      throw .setting("The floor of the dispersion", mustBe: "0 or more")
    }
    guard dispersion.isFinite, max(dispersion, dispersionFloor) > 0 else { throw .noEstimate }
    self.poisson = poisson
    self.dispersion = dispersion
    floor = dispersionFloor
  }

  /// The standard errors of the coefficients.
  public var standardErrors: [Double] {
    let factor = max(dispersion, floor).squareRoot()
    return poisson.standardErrors.map { $0 * factor }
  }

  /// Slope over standard error.
  public var statistic: Double { poisson.slope / standardErrors[1] }

  /// The two-sided p of no trend.
  public var p: Double? {
    SpecialFunctions.studentTwoSidedTail(statistic, degreesOfFreedom: Double(poisson.residualDegrees))
  }

  /// The interval of the slope per year.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1,
      let t = SpecialFunctions.studentQuantile(
        (1 + confidence) / 2, degreesOfFreedom: Double(poisson.residualDegrees))
    else { return nil }
    let half = t * standardErrors[1]
    return Interval(lower: poisson.slope - half, upper: poisson.slope + half)
  }

  /// The interval of what the rate is multiplied by in a year.
  public func ratePerYearInterval(confidence: Double = 0.95) -> Interval? {
    interval(confidence: confidence)?.map(exponential)
  }
}
