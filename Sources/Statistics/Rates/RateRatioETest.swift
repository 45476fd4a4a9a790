extension RateRatio {
  /// Which standard deviation the difference of the rates is measured in.
  public enum EStatistic: Sendable {
    /// |i/t1 - j/t2| / sqrt(i/t1^2 + j/t2^2), each rate with its own variance.
    case separate
    /// |i - j d| / sqrt((i + j) d) with d = t1/t2: the score statistic.
    case pooled
  }

  /// The unconditional test that sums both Poisson laws over all outcomes at least as extreme.
  ///
  /// The laws have the pooled rate (x1 + x2) / (t1 + t2). Source: K. Krishnamoorthy and J. Thomson, "A More
  /// Powerful Test for Comparing Two Poisson Means", Journal of Statistical Planning and Inference 119
  /// (2004), 23-35. The sums leave out less than 1e-15 of the probability; nil above some 10 million outcomes
  /// or without events.
  public func eTest(_ kind: EStatistic = .separate) -> Double? {
    guard total > 0 else { return nil }
    let rate = Double(total) / (exposures[0] + exposures[1])
    let first = Self.outcomes(mean: rate * exposures[0])
    let second = Self.outcomes(mean: rate * exposures[1])
    guard let first, let second, first.probabilities.count * second.probabilities.count < 10_000_000 else {
      return nil
    }
    let observed = statistic(Double(counts[0]), Double(counts[1]), kind) * (1 - 1e-12)
    var sum = 0.0
    for (one, probability) in first.probabilities.enumerated() {
      var inner = 0.0
      for (other, weight) in second.probabilities.enumerated()
      where statistic(Double(first.start + one), Double(second.start + other), kind) >= observed {
        inner += weight
      }
      sum += probability * inner
    }
    return min(1, sum)
  }

  private func statistic(_ first: Double, _ second: Double, _ kind: EStatistic) -> Double {
    guard first + second > 0 else { return 0 }
    let (t1, t2) = (exposures[0], exposures[1])
    switch kind {
    case .separate:
      return abs(first / t1 - second / t2) / (first / (t1 * t1) + second / (t2 * t2)).squareRoot()
    case .pooled:
      return abs(first - second * t1 / t2) / ((first + second) * t1 / t2).squareRoot()
    }
  }

  /// The counts that matter and their probabilities.
  static func outcomes(mean: Double, leaving tail: Double = 1e-16) -> (start: Int, probabilities: [Double])? {
    let law = CountDistribution.poisson(mean: mean)
    guard mean < 1e6, let start = law.quantile(tail), var end = law.quantile(1 - 1e-12) else { return nil }
    while let left = law.moreThan(end), left > tail { end += max(1, end / 20) }
    return (start, (start...end).map { law.density($0) ?? 0 })
  }
}
