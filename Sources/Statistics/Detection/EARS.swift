/// The short-baseline charts of the Early Aberration Reporting System: for days and weeks, weak for months.
///
/// C1 and C2 measure a count in standard deviations from the mean of a baseline that ends just before, or
/// three periods before; C3 sums what three such values of C2 exceed 1 by. Sources: L. Hutwagner et al.,
/// Journal of Urban Health 80 (2003), i89-i96; the published C3 is R. D. Fricker, B. L. Hegler and D. A.
/// Dunfee, Statistics in Medicine 27 (2008), 3407-3429, which the implementation in R's surveillance does not
/// follow. On counts their alarms come 20 to 40 times as often as their alpha says.
public enum EARS {
  /// The bound or the statistic of one period, and whether it raises an alarm.
  public struct Point: Hashable, Sendable {
    /// The period, from 0.
    public let index: Int
    /// The upper bound (C1, C2) or the statistic (C3).
    public let value: Double
    /// Whether the count is above the bound, or the statistic above the threshold.
    public let isAlarm: Bool
  }

  /// C1: the bound is mean + z sd of the `baseline` periods before, with sd at least `leastDeviation`.
  public static func c1(
    _ counts: [Int], baseline: Int = 7, significance: Double = 0.001, leastDeviation: Double = 0.5
  ) throws(StatisticsError) -> [Point] {
    try bounds(counts, gap: 0, baseline, significance, leastDeviation)
  }

  /// C2: as C1, with the two periods just before left out of the baseline.
  public static func c2(
    _ counts: [Int], baseline: Int = 7, significance: Double = 0.001, leastDeviation: Double = 0.5
  ) throws(StatisticsError) -> [Point] {
    try bounds(counts, gap: 2, baseline, significance, leastDeviation)
  }

  /// C3: the sum of max(0, C2 - 1) over three periods, an alarm above `threshold`.
  public static func c3(
    _ counts: [Int], baseline: Int = 7, leastDeviation: Double = 0.5, threshold: Double = 2
  ) throws(StatisticsError) -> [Point] {
    try Check.positive(leastDeviation, "The least standard deviation")
    try check(counts, baseline, leastDeviation)
    let excess = counts.indices.dropFirst(baseline + 2).map { index in
      let (mean, deviation) = reference(counts, before: index - 2, baseline)
      return max(0, (Double(counts[index]) - mean) / max(deviation, leastDeviation) - 1)
    }
    guard excess.count > 2 else { return [] }
    return (2..<excess.count).map { place in
      let sum = excess[place - 2] + excess[place - 1] + excess[place]
      return Point(index: baseline + 2 + place, value: sum, isAlarm: sum > threshold)
    }
  }

  private static func bounds(
    _ counts: [Int], gap: Int, _ baseline: Int, _ significance: Double, _ least: Double
  ) throws(StatisticsError) -> [Point] {
    try check(counts, baseline, least)
    try Check.probability(significance, "The significance level")
    let z = SpecialFunctions.normalQuantile(1 - significance) ?? 0
    return counts.indices.dropFirst(baseline + gap).map { index in
      let (mean, deviation) = reference(counts, before: index - gap, baseline)
      let bound = mean + z * max(deviation, least)
      return Point(index: index, value: bound, isAlarm: Double(counts[index]) > bound)
    }
  }

  private static func check(_ counts: [Int], _ baseline: Int, _ least: Double) throws(StatisticsError) {
    try Check.counts(counts)
    try Check.atLeast(3, baseline, "The baseline")
    guard least >= 0, least.isFinite else {
      throw .setting("The least standard deviation", mustBe: "0 or more")
    }
  }

  private static func reference(
    _ counts: [Int], before end: Int, _ length: Int
  ) -> (mean: Double, deviation: Double) {
    let values = counts[end - length..<end].map(Double.init)
    return (values.mean, (values.squaredDeviations / Double(length - 1)).squareRoot())
  }
}
