/// Scores of a predicted distribution of a count against what came: lower is better.
///
/// Sources: T. Gneiting and A. E. Raftery, "Strictly Proper Scoring Rules, Prediction, and Estimation",
/// Journal of the American Statistical Association 102 (2007), 359-378; C. Czado, T. Gneiting and L. Held,
/// "Predictive Model Assessment for Count Data", Biometrics 65 (2009), 1254-1261.
extension CountDistribution {
  /// The continuous ranked probability score: sum over k of (F(k) - [k >= y])^2.
  ///
  /// The sum ends where what is left of either tail is below 1e-15; nil when that takes ten million steps.
  public func crps(_ observed: Int) -> Double? {
    guard observed >= 0, let end = quantile(1 - 1e-12) else { return nil }
    guard max(end, observed) < 10_000_000 else { return nil }
    var (sum, cumulated, k) = (0.0, 0.0, 0)
    while true {
      guard let density = density(k) else { return nil }
      cumulated += density
      let below = min(1, cumulated)
      // Above the observed count the tail itself is summed, which keeps its digits.
      if k < observed {
        sum += below * below
      } else {
        let above = k > end ? moreThan(k) ?? 0 : max(0, 1 - below)
        sum += above * above
        if k >= end, above < 1e-15 { return sum }
      }
      k += 1
    }
  }

  /// Minus the logarithm of the probability of what came; infinite where it was impossible.
  public func logScore(_ observed: Int) -> Double? { logDensity(observed).map(-) }

  /// Dawid and Sebastiani's score, ((y - mean) / sd)^2 + 2 log sd; nil without variance.
  public func dawidSebastiani(_ observed: Int) -> Double? {
    guard let mean, let variance, variance > 0 else { return nil }
    let distance = Double(observed) - mean
    return distance * distance / variance + logarithm(variance)
  }

  /// (y - mean)^2.
  public func squaredError(_ observed: Int) -> Double? {
    mean.map { (Double(observed) - $0) * (Double(observed) - $0) }
  }

  /// P(less than y) and P(at most y): where the probability integral transform of y lies.
  public func transform(_ observed: Int) -> Interval? {
    guard observed > .min, let lower = atMost(observed - 1), let upper = atMost(observed) else { return nil }
    return Interval(lower: lower, upper: upper)
  }
}
