/// The cumulative sum of standardised counts above a reference value: it finds small lasting rises.
///
/// S_t = max(0, S_{t-1} + x_t - k), an alarm from h on. Sources: E. S. Page, Biometrika 41 (1954), 100-115;
/// Rossi's transformation is G. Rossi, L. Lampugnani and M. Marchi, Statistics in Medicine 18 (1999),
/// 2111-2122, Anscombe's is 3/2 (x^(2/3) - m^(2/3)) / m^(1/6). Without its run length (``PoissonCUSUM``) a
/// chart says nothing about false alarms.
public struct StandardizedCUSUM: Hashable, Sendable {
  /// How a count is standardised.
  public enum Transformation: String, CaseIterable, Sendable {
    /// (x - m) / sqrt(m).
    case standard
    /// (x - 3 m + 2 sqrt(x m)) / (2 sqrt(m)).
    case rossi
    /// 3/2 (x^(2/3) - m^(2/3)) / m^(1/6).
    case anscombe
  }

  /// S of each period.
  public let sums: [Double]
  /// Whether S has reached h.
  public let alarms: [Bool]

  /// The chart of counts around the in-control mean; throws unless the mean is positive.
  public init(
    _ counts: [Int], mean: Double, reference: Double = 1.04, decision: Double = 2.26,
    transformation: Transformation = .standard
  ) throws(StatisticsError) {
    try Check.counts(counts)
    try Check.positive(mean, "The in-control mean")
    try Check.values([reference, decision])
    var (sum, sums) = (0.0, [Double]())
    for count in counts {
      let x = Double(count)
      let value =
        switch transformation {
        case .standard: (x - mean) / mean.squareRoot()
        case .rossi: (x - 3 * mean + 2 * (x * mean).squareRoot()) / (2 * mean.squareRoot())
        case .anscombe: 1.5 * (power(x, 2.0 / 3) - power(mean, 2.0 / 3)) / power(mean, 1.0 / 6)
        }
      sum = max(0, sum + value - reference)
      sums.append(sum)
    }
    self.sums = sums
    alarms = sums.map { $0 >= decision }
  }
}
