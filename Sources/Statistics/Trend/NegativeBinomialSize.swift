extension NegativeBinomialTrend {
  /// The size by moments: n over the sum of (count / mean - 1)^2 is where the likelihood is searched from;
  /// nil where the counts vary no more than Poisson counts.
  static func momentSize(_ counts: [Double], _ means: [Double], _ degrees: Int) -> Double? {
    let pearson = zip(counts, means).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
    guard degrees > 0, pearson > 0 else { return nil }
    let sum = zip(counts, means).reduce(0) { $0 + ($1.0 / $1.1 - 1) * ($1.0 / $1.1 - 1) }
    return sum > 0 ? Double(counts.count) / sum : nil
  }

  /// The first derivative of the log-likelihood by the size, and minus the second.
  static func derivatives(
    _ counts: [Double], _ means: [Double], _ size: Double
  ) -> (score: Double, information: Double) {
    var (score, information) = (0.0, 0.0)
    let (digamma, trigamma) = (
      SpecialFunctions.digamma(size) ?? 0, SpecialFunctions.trigamma(size) ?? 0
    )
    for (count, mean) in zip(counts, means) {
      let sum = mean + size
      score += (SpecialFunctions.digamma(size + count) ?? 0) - digamma
      score += logarithm(size) + 1 - logarithm(sum) - (count + size) / sum
      information += trigamma - (SpecialFunctions.trigamma(size + count) ?? 0)
      information += -1 / size + 2 / sum - (count + size) / (sum * sum)
    }
    return (score, information)
  }

  /// The size with the greatest likelihood at these means; nil above 10,000, where the counts are Poisson.
  static func bestSize(_ counts: [Double], _ means: [Double], from start: Double) -> Double? {
    let score = { (logSize: Double) -> Double in
      derivatives(counts, means, exponential(logSize)).score
    }
    let begin = logarithm(min(max(start, 1e-6), 1e4))
    // The score is positive below the maximum and negative above it.
    let direction = score(begin) > 0 ? 1.0 : -1.0
    var (inner, outer) = (begin, begin)
    while direction > 0 ? score(outer) > 0 : score(outer) <= 0 {
      inner = outer
      outer += direction
      if outer > logarithm(1e5) || outer < logarithm(1e-8) { return nil }
    }
    return root(between: inner, and: outer, of: score).map(exponential)
  }

  static func logLikelihood(_ counts: [Double], _ means: [Double], _ size: Double) -> Double {
    zip(counts, means).reduce(0) { total, pair in
      total
        + (CountDistribution.negativeBinomial(mean: pair.1, size: size).logDensity(Int(pair.0)) ?? 0)
    }
  }
}
