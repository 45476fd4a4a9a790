/// The Mann-Kendall test within each season, such as each calendar month, and summed over them.
///
/// S = sum of S_g, Var = sum of Var_g: seasons are taken as independent. Source: R. M. Hirsch, J. R. Slack
/// and R. A. Smith, "Techniques of Trend Analysis for Monthly Water Quality Data", Water Resources Research
/// 18 (1982), 107-121.
public struct SeasonalMannKendall: Sendable {
  /// The test of each season, in order; nil for a season with fewer than two values.
  public let seasons: [MannKendall?]
  /// The median slope per cycle, such as per year, over the pairs within seasons.
  public let slope: Double
  /// median(y) - median(t) / period * slope: the value of the line at the beginning.
  public let intercept: Double

  /// The test of values in their order in time, `period` of them a cycle; nil stands for a missing one.
  public init(_ values: [Double?], period: Int = 12) throws(StatisticsError) {
    try Check.atLeast(1, period, "The period")
    let points = values.enumerated().compactMap { index, value in value.map { (index: index, value: $0) } }
    try Check.values(points.map(\.value), atLeast: 2)
    var (seasons, slopes) = ([MannKendall?](), [Double]())
    for season in 0..<period {
      let own = points.filter { $0.index % period == season }
      seasons.append(own.count < 2 ? nil : MannKendall(present: own.map(\.value)))
      for later in own.indices.dropFirst() {
        for earlier in 0..<later {
          let cycles = Double((own[later].index - own[earlier].index) / period)
          slopes.append((own[later].value - own[earlier].value) / cycles)
        }
      }
    }
    guard !slopes.isEmpty else { throw .tooFew(found: points.count, needed: period + 1) }
    self.seasons = seasons
    slope = slopes.median
    let time = points.map { Double($0.index) }.median / Double(period)
    intercept = points.map(\.value).median - time * slope
  }

  /// S, summed over the seasons.
  public var score: Int { seasons.reduce(0) { $0 + ($1?.score ?? 0) } }
  /// The variance of S, summed over the seasons.
  public var variance: Double { seasons.reduce(0) { $0 + ($1?.variance ?? 0) } }
  /// The score in standard deviations with continuity correction.
  public var z: Double { MannKendall.z(Double(score), variance) }
  /// The two-sided p.
  public var p: Double { SpecialFunctions.normalTwoSidedTail(z) ?? 1 }

  /// S over the number of pairs within seasons.
  public var tau: Double {
    let pairs = seasons.reduce(0) { $0 + ($1.map { $0.count * ($0.count - 1) / 2 } ?? 0) }
    return Double(score) / Double(pairs)
  }
}
