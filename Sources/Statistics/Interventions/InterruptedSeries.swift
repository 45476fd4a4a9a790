/// The level of a rate before and after a date that was declared beforehand, each side with its own trend.
///
/// log E[y] = b0 + b1 t + b2 [t >= k] + b3 max(0, t - k) (+ log exposure), quasi-Poisson: exp(b2) is the jump
/// at k. Source: J. L. Bernal, S. Cummins and A. Gasparrini, "Interrupted Time Series Regression for the
/// Evaluation of Public Health Interventions", International Journal of Epidemiology 46 (2017), 348-355. A
/// date picked from the chart makes its p meaningless, and on a growing series a jump appears anywhere: show
/// ``PlaceboDates`` beside it.
public struct InterruptedSeries: Sendable {
  let fit: LogLinearFit
  /// Pearson's dispersion, without floor.
  public let dispersion: Double
  /// The least dispersion that standard errors are scaled with.
  public let floor: Double

  /// The model of counts of which the one at `change`, from 0, is the first after the event.
  public init(
    counts: [Int], change: Int, exposures: [Double]? = nil, dispersionFloor: Double = 1
  ) throws(StatisticsError) {
    try Check.counts(counts, atLeast: 6)
    try Check.exposures(exposures, for: counts)
    guard change >= 2, change <= counts.count - 2 else {
      throw .setting("The place of the change", mustBe: "at least two periods from both ends")
    }
    guard dispersionFloor >= 0, dispersionFloor.isFinite else {
      throw .setting("The floor of the dispersion", mustBe: "0 or more")
    }
    guard counts.contains(where: { $0 > 0 }) else { throw .nothingCounted }
    let rows = counts.indices.map { index in
      [1, Double(index), index >= change ? 1 : 0, Double(max(0, index - change))]
    }
    let model = LogLinearModel(
      rows: rows, counts: counts.map(Double.init), offset: exposures?.map(logarithm))
    fit = try model.fit()
    guard let dispersion = fit.dispersion else { throw .tooFew(found: counts.count, needed: 5) }
    self.dispersion = dispersion
    floor = dispersionFloor
  }

  /// b0 to b3, per period.
  public var coefficients: [Double] { fit.coefficients }
  /// The standard errors if the counts are Poisson.
  public var poissonStandardErrors: [Double] { fit.standardErrors }
  /// The deviance of the fit.
  public var deviance: Double { fit.deviance }
  /// (count - mean) / sqrt(mean).
  public var pearsonResiduals: [Double] { fit.pearsonResiduals }
  /// exp(b2), what the rate is multiplied by at the event.
  public var levelRatio: Double { exponential(coefficients[2]) }

  /// The standard errors with the dispersion.
  public var standardErrors: [Double] {
    let factor = max(dispersion, floor).squareRoot()
    return poissonStandardErrors.map { $0 * factor }
  }

  /// The interval of the level ratio, by Student's t.
  public func levelInterval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1,
      let t = SpecialFunctions.studentQuantile(
        (1 + confidence) / 2, degreesOfFreedom: Double(fit.residualDegrees))
    else { return nil }
    let half = t * standardErrors[2]
    return Interval(lower: coefficients[2] - half, upper: coefficients[2] + half).map(exponential)
  }

  /// The p of no jump.
  public var levelP: Double? {
    guard standardErrors[2] > 0 else { return nil }
    return SpecialFunctions.studentTwoSidedTail(
      coefficients[2] / standardErrors[2], degreesOfFreedom: Double(fit.residualDegrees))
  }
}
