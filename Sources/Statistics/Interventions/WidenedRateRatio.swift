/// After over before, over the same of a control where there is one, when counts vary more than Poisson counts.
///
/// Each count is taken for so many independent events: the count divided by its series' dispersion. Of the target alone
/// interval and p are the central exact ones of such counts, by the incomplete beta function, which wants no whole
/// numbers (``RateRatio``); against a control they are Wald's on the log scale (``RatioOfRateRatios``), 1/2 being added
/// to all four where one is 0 (J. B. S. Haldane, Annals of Human Genetics 20 (1956), 309-311). The division is quasi-
/// likelihood: McCullagh and Nelder (1989), section 9.2.
public struct WidenedRateRatio: Sendable {
  /// The 95 % interval.
  public let interval: Interval
  /// The two-sided p of no difference; below 0.05 where ``interval`` leaves out 1.
  public let p: Double
  /// The standard error of the logarithm if nothing changes, from all events of target and control.
  public let logStandardError: Double

  /// The comparison of counts over equal exposures.
  ///
  /// - Parameters:
  ///   - before: events before, of the target.
  ///   - after: events after.
  ///   - dispersion: of the target, at least 1.
  ///   - control: the control's events and dispersion; nil for none.
  /// - Throws: ``StatisticsError`` where the target has no events, or the control none on one side.
  public init(
    before: Int, after: Int, dispersion: Double,
    control: (before: Int, after: Int, dispersion: Double)? = nil
  ) throws(StatisticsError) {
    try Check.counts([before, after] + (control.map { [$0.before, $0.after] } ?? []))
    guard before + after > 0 else { throw .nothingCounted }
    let (b, a) = (Double(before) / max(1, dispersion), Double(after) / max(1, dispersion))
    guard let control else {
      logStandardError = (4 / (a + b)).squareRoot()
      (interval, p) = try Self.alone(b, a)
      return
    }
    guard control.before > 0, control.after > 0 else { throw .noEstimate }
    let (cb, ca) = (
      Double(control.before) / max(1, control.dispersion), Double(control.after) / max(1, control.dispersion)
    )
    logStandardError = (4 / (a + b) + 1 / ca + 1 / cb).squareRoot()
    (interval, p) = try Self.held([b, a, cb, ca])
  }

  private static func alone(_ b: Double, _ a: Double) throws(StatisticsError) -> (Interval, Double) {
    let tail = 0.025
    let lower =
      a == 0
      ? (x: 0.0, complement: 1.0)
      : SpecialFunctions.betaQuantile(lower: tail, upper: 1 - tail, a, b + 1)
    let upper =
      b == 0
      ? (x: 1.0, complement: 0.0)
      : SpecialFunctions.betaQuantile(lower: 1 - tail, upper: tail, a + 1, b)
    let atLeast = a == 0 ? 1 : SpecialFunctions.regularizedBeta(0.5, a: a, b: b + 1)
    let atMost = b == 0 ? 1 : SpecialFunctions.regularizedBeta(0.5, a: b, b: a + 1)
    guard let lower, let upper, let atLeast, let atMost else { throw .noEstimate }
    let ratio = { (x: Double, complement: Double) in complement == 0 ? Double.infinity : x / complement }
    return (
      Interval(lower: ratio(lower.x, lower.complement), upper: ratio(upper.x, upper.complement)),
      min(1, 2 * min(atLeast, atMost))
    )
  }

  private static func held(_ counts: [Double]) throws(StatisticsError) -> (Interval, Double) {
    let counts = counts.contains(0) ? counts.map { $0 + 0.5 } : counts
    let log = logarithm(counts[1] / counts[0]) - logarithm(counts[3] / counts[2])
    let error = counts.map { 1 / $0 }.sum.squareRoot()
    guard let z = SpecialFunctions.normalQuantile(0.975),
      let p = SpecialFunctions.normalTwoSidedTail(log / error)
    else { throw .noEstimate }
    return (Interval(lower: log - z * error, upper: log + z * error).map(exponential), p)
  }

  /// The smallest ratio above 1 that the interval would leave 1 out of with a probability of 80 %, tested at 0.05 over
  /// the number of tests.
  public func detectable(tests: Int = 1) -> Double? {
    guard let level = SpecialFunctions.normalQuantile(1 - 0.025 / Double(max(1, tests))),
      let power = SpecialFunctions.normalQuantile(0.8)
    else { return nil }
    return exponential((level + power) * logStandardError)
  }
}
