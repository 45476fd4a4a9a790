/// The partition of a series into segments of constant Poisson rate with the least penalised cost.
///
/// The cost of a segment of n periods with S events is 2 S (log n - log S), 0 without events: twice the
/// negative log-likelihood without its constants. F(j) = min over i of F(i) + C(i, j) + penalty. Source: B.
/// Jackson et al., "An Algorithm for Optimal Partitioning of Data on an Interval", IEEE Signal Processing
/// Letters 12 (2005), 105-108; it finds what PELT (R. Killick et al. 2012) finds, without pruning. It dates
/// changes without saying how surely: see ``SingleChangePoint``.
public struct OptimalPartitioning: Hashable, Sendable {
  /// How many periods come before each change, rising; the number of the last period of the segment, counted
  /// from 1.
  public let changes: [Int]
  /// The mean count of each segment.
  public let means: [Double]
  /// The costs of the segments and a penalty for each change.
  public let cost: Double

  /// The partition.
  ///
  /// - Parameters:
  ///   - counts: At least one shortest segment.
  ///   - penalty: For each change, such as twice the logarithm of the number of periods.
  ///   - shortest: The fewest periods of a segment.
  /// - Throws: ``StatisticsError``.
  public init(_ counts: [Int], penalty: Double, shortest: Int = 2) throws(StatisticsError) {
    try Check.atLeast(1, shortest, "The shortest segment")
    try Check.counts(counts, atLeast: shortest)
    guard penalty >= 0, penalty.isFinite else { throw .setting("The penalty", mustBe: "0 or more") }
    guard counts.count <= 5_000 else { throw .tooLarge }
    let sums = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    var best = [Double](repeating: .infinity, count: counts.count + 1)
    var from = [Int](repeating: 0, count: counts.count + 1)
    best[0] = -penalty
    for end in shortest...counts.count {
      for start in 0...end - shortest where best[start] < .infinity {
        let cost = best[start] + Self.cost(sums[end] - sums[start], end - start) + penalty
        if cost < best[end] { (best[end], from[end]) = (cost, start) }
      }
    }
    var (ends, end) = ([counts.count], from[counts.count])
    while end > 0 {
      ends.append(end)
      end = from[end]
    }
    ends.reverse()
    changes = Array(ends.dropLast())
    means = zip([0] + changes, ends).map { Double(sums[$1] - sums[$0]) / Double($1 - $0) }
    cost = best[counts.count]
  }

  private static func cost(_ sum: Int, _ length: Int) -> Double {
    sum == 0 ? 0 : 2 * Double(sum) * (logarithm(Double(length)) - logarithm(Double(sum)))
  }
}
