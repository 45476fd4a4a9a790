/// The score of a forecast given as quantiles: central intervals around a median.
///
/// WIS = [|y - median| / 2 + sum over the K intervals of alpha_k / 2 IS_k] / (K + 1/2), where IS_k is the
/// width plus 2 / alpha_k times what y lies outside by; it is the mean of twice the pinball loss of the
/// quantiles. Source: J. Bracher, E. L. Ray, T. Gneiting and N. G. Reich, "Evaluating Epidemic Forecasts in
/// an Interval Format", PLoS Computational Biology 17 (2021), e1008618.
public struct WeightedIntervalScore: Sendable {
  /// What the score is made of; the three add up to it.
  public struct Parts: Hashable, Sendable {
    /// From the widths.
    public let dispersion: Double
    /// From forecasts above what came.
    public let overprediction: Double
    /// From forecasts below what came.
    public let underprediction: Double

    /// The score.
    public var total: Double { dispersion + overprediction + underprediction }
  }

  private let intervals: [(alpha: Double, lower: Double, upper: Double)]
  private let median: Double

  /// A forecast of quantiles at levels that lie symmetrically around 1/2, which is one of them.
  public init(levels: [Double], quantiles: [Double]) throws(StatisticsError) {
    guard levels.count == quantiles.count else { throw .lengths(levels.count, quantiles.count) }
    try Check.values(quantiles)
    let order = levels.indices.sorted { levels[$0] < levels[$1] }
    let (sorted, values) = (order.map { levels[$0] }, order.map { quantiles[$0] })
    let count = sorted.count
    let isSymmetric = sorted.indices.allSatisfy {
      sorted[$0] > 0 && abs(sorted[$0] + sorted[count - 1 - $0] - 1) < 1e-9
    }
    guard isSymmetric, !count.isMultiple(of: 2), Set(sorted).count == count else {
      throw .setting("The levels", mustBe: "symmetric around 1/2, which must be one of them")
    }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw .setting("The quantiles", mustBe: "in the order of their levels")
    }
    median = values[count / 2]
    intervals = (0..<count / 2).map { (2 * sorted[$0], values[$0], values[count - 1 - $0]) }
  }

  /// The score of what came; nil unless it is finite.
  public func callAsFunction(_ observed: Double) -> Parts? {
    guard observed.isFinite else { return nil }
    var (width, over, under) = (0.0, max(0, median - observed) / 2, max(0, observed - median) / 2)
    for interval in intervals {
      width += interval.alpha / 2 * (interval.upper - interval.lower)
      over += max(0, interval.lower - observed)
      under += max(0, observed - interval.upper)
    }
    let norm = Double(intervals.count) + 0.5
    return Parts(dispersion: width / norm, overprediction: over / norm, underprediction: under / norm)
  }
}
