/// The continuous ranked probability score of a sample that stands for a distribution.
///
/// mean |x_i - y| - sum |x_i - x_j| / (2 n^2); the fair version divides the second sum by 2 n (n - 1), as if
/// the sample were without end. Sources: Gneiting and Raftery (2007); C. A. T. Ferro, "Fair Scores for
/// Ensemble Forecasts", Quarterly Journal of the Royal Meteorological Society 140 (2014), 1917-1923.
public struct EnsembleScore: Hashable, Sendable {
  private let sample: [Double]
  /// sum over all pairs of |x_i - x_j|, each pair twice.
  private let spread: Double

  /// The sample, at least one value.
  public init(_ sample: [Double]) throws(StatisticsError) {
    try Check.values(sample)
    self.sample = sample.sorted()
    let n = Double(sample.count)
    spread = 2 * self.sample.enumerated().reduce(0) { $0 + (2 * Double($1.offset) - n + 1) * $1.element }
  }

  /// The score of what came.
  public func crps(_ observed: Double) -> Double? {
    distance(observed).map { $0 - spread / 2 / Double(sample.count * sample.count) }
  }

  /// The fair score; nil for a sample of one.
  public func fairCRPS(_ observed: Double) -> Double? {
    guard sample.count > 1 else { return nil }
    return distance(observed).map { $0 - spread / 2 / Double(sample.count * (sample.count - 1)) }
  }

  private func distance(_ observed: Double) -> Double? {
    guard observed.isFinite else { return nil }
    return sample.reduce(0) { $0 + abs($1 - observed) } / Double(sample.count)
  }
}
