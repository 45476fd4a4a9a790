/// Longer periods from shorter ones, such as quarters from months: the refit that halves the false trends of
/// autocorrelated counts, at the price of power.
public enum MergedPeriods {
  /// The sums of each `size` counts from the first on; a rest at the end that does not fill a period is left
  /// out.
  public static func counts(_ counts: [Int], every size: Int) throws(StatisticsError) -> [Int] {
    try Check.counts(counts)
    try Check.atLeast(1, size, "The number of periods merged")
    return starts(counts.count, size).map { counts[$0..<$0 + size].reduce(0, +) }
  }

  /// The sums of exposures, likewise.
  public static func exposures(_ exposures: [Double], every size: Int) throws(StatisticsError) -> [Double] {
    try Check.values(exposures)
    try Check.atLeast(1, size, "The number of periods merged")
    return starts(exposures.count, size).map { exposures[$0..<$0 + size].reduce(0, +) }
  }

  private static func starts(_ count: Int, _ size: Int) -> StrideThrough<Int> {
    stride(from: 0, through: count - size, by: size)
  }
}
