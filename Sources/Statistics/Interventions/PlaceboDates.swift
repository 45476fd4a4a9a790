/// How unusual the jump at a declared date is among the jumps at dates when nothing happened.
///
/// The p is the share of dates, the declared one included, with a jump at least as great in standard errors.
/// Source: the in-time placebo of A. Abadie, A. Diamond and J. Hainmueller, American Journal of Political
/// Science 59 (2015), 495-510.
public struct PlaceboDates: Hashable, Sendable {
  /// The jump at the declared date, b2 over its standard error.
  public let statistic: Double
  /// The jump at each placebo date; nil where the model could not be fitted.
  public let placebos: [Double?]

  /// The comparison of `change` with other places of the same series.
  public init(
    counts: [Int], change: Int, placebos: [Int], exposures: [Double]? = nil
  ) throws(StatisticsError) {
    let jump = { (place: Int) throws(StatisticsError) -> Double in
      let series = try InterruptedSeries(counts: counts, change: place, exposures: exposures)
      guard series.standardErrors[2] > 0 else { throw .noEstimate }
      return series.coefficients[2] / series.standardErrors[2]
    }
    statistic = try jump(change)
    self.placebos = placebos.map { place in place == change ? nil : try? jump(place) }
  }

  /// The place of the declared date among all, 1 for the greatest jump.
  public var rank: Int { 1 + placebos.count { $0.map { abs($0) >= abs(statistic) } ?? false } }

  /// rank / (placebos + 1); nil without placebos.
  public var p: Double? {
    let count = placebos.count { $0 != nil }
    return count == 0 ? nil : Double(rank) / Double(count + 1)
  }
}
