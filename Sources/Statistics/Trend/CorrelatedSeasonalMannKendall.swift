/// The seasonal Mann-Kendall test with the covariance between the seasons in its variance.
///
/// cov(S_g, S_h) = [K_gh + 4 sum R_ig R_ih - n (n + 1)^2] / 3 over n complete cycles, where K_gh is the sum
/// over i < j of sign((y_jg - y_ig)(y_jh - y_ih)) and R are ranks; z = S / sqrt(Var), without continuity
/// correction. Source: E. J. Dietz and T. J. Killeen, Journal of the American Statistical Association 76
/// (1981), 169-174.
public struct CorrelatedSeasonalMannKendall: Hashable, Sendable {
  /// S, summed over the seasons.
  public let score: Int
  /// The variance of S.
  public let variance: Double

  /// The test over the cycles in which no season is missing.
  public init(_ values: [Double?], period: Int = 12) throws(StatisticsError) {
    try Check.atLeast(1, period, "The period")
    let cycles = stride(from: 0, to: values.count - values.count % period, by: period).compactMap { start in
      let cycle = values[start..<start + period].compactMap { $0 }
      return cycle.count == period ? cycle : nil
    }
    guard cycles.count >= 2 else { throw .tooFew(found: cycles.count * period, needed: 2 * period) }
    try Check.values(cycles.flatMap { $0 })
    let columns = (0..<period).map { season in cycles.map { $0[season] } }
    let ranks = columns.map(rank)
    let n = Double(cycles.count)
    var (score, variance) = (0, 0.0)
    for one in 0..<period {
      score += MannKendall(present: columns[one]).score
      for other in 0..<period {
        let products = zip(ranks[one], ranks[other]).reduce(0) { $0 + $1.0 * $1.1 }
        let agreement = Double(Self.agreement(columns[one], columns[other]))
        variance += (agreement + 4 * products - n * (n + 1) * (n + 1)) / 3
      }
    }
    (self.score, self.variance) = (score, variance)
  }

  private static func agreement(_ one: [Double], _ other: [Double]) -> Int {
    var sum = 0
    for later in one.indices.dropFirst() {
      for earlier in 0..<later {
        let product = (one[later] - one[earlier]) * (other[later] - other[earlier])
        sum += product > 0 ? 1 : product < 0 ? -1 : 0
      }
    }
    return sum
  }

  /// The score in standard deviations; nil when nothing varies.
  public var z: Double? { variance > 0 ? Double(score) / variance.squareRoot() : nil }

  /// The two-sided p; nil when nothing varies.
  public var p: Double? { z.flatMap(SpecialFunctions.normalTwoSidedTail) }
}

/// The ranks from 1, equal values sharing the mean of theirs.
func rank(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start
    while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
    for index in start...end { ranks[order[index]] = Double(start + end) / 2 + 1 }
    start = end + 1
  }
  return ranks
}
