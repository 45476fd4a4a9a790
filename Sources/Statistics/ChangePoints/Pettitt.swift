/// The rank test of one change of level at an unknown place.
///
/// U_k = 2 sum of the first k ranks - k (n + 1); p = 2 exp(-6 U^2 / (n^3 + n^2)) for the greatest |U|.
/// Source: A. N. Pettitt, "A Non-Parametric Approach to the Change-Point Problem", Applied Statistics 28
/// (1979), 126-135.
public struct Pettitt: Hashable, Sendable {
  /// The greatest |U|.
  public let statistic: Double
  /// The number of values before the change; the earliest place of equals.
  public let place: Int
  /// The approximate p, at most 1.
  public let p: Double

  /// The test of at least two values in their order in time.
  public init(_ values: [Double]) throws(StatisticsError) {
    try Check.values(values, atLeast: 2)
    let n = Double(values.count)
    var (sum, best, place) = (0.0, 0.0, 1)
    for (index, rank) in rank(values).dropLast().enumerated() {
      sum += rank
      let statistic = abs(2 * sum - Double(index + 1) * (n + 1))
      if statistic > best { (best, place) = (statistic, index + 1) }
    }
    statistic = best
    self.place = place
    p = min(1, 2 * exponential(-6 * best * best / (n * n * n + n * n)))
  }
}
