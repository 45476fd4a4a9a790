extension RateRatio {
  /// The probability that the central exact test finds a ratio of rates.
  ///
  /// It is the sum of the probabilities of all pairs of counts whose p is at most `significance`; for each
  /// total the refused counts are two tails of the binomial. Nil when a mean is above some 100,000.
  ///
  /// - Parameters:
  ///   - ratio: The true rate of the first period over that of the second.
  ///   - rate: The true rate of the second period.
  ///   - exposures: Those of the first and the second period.
  ///   - significance: The level of the test.
  /// - Returns: The probability.
  /// - Throws: ``StatisticsError``, for settings that are none.
  public static func power(
    ratio: Double, rate: Double, exposures: (first: Double, second: Double), significance: Double = 0.05
  ) throws(StatisticsError) -> Double? {
    try Check.positive(ratio, "The rate ratio")
    try Check.positive(rate, "The rate")
    try Check.positive(exposures.first, "The first exposure")
    try Check.positive(exposures.second, "The second exposure")
    try Check.probability(significance, "The significance level")
    let (first, second) = (rate * ratio * exposures.first, rate * exposures.second)
    guard first + second < 1e5 else { return nil }
    let share = exposures.first / (exposures.first + exposures.second)
    // The total is Poisson, and given it the first count is binomial under the truth as well.
    guard let totals = outcomes(mean: first + second) else { return nil }
    var sum = 0.0
    for (index, probability) in totals.probabilities.enumerated() {
      let total = totals.start + index
      let null = CountDistribution.binomial(trials: total, probability: share)
      let truth = CountDistribution.binomial(trials: total, probability: first / (first + second))
      guard total > 0, let refused = refusals(null, total, significance) else { continue }
      let below = refused.below >= 0 ? truth.atMost(refused.below) ?? 0 : 0
      let above = refused.above <= total ? truth.atLeast(refused.above) ?? 0 : 0
      sum += probability * (below + above)
    }
    return min(1, sum)
  }

  /// The greatest count refused as too small and the least refused as too great.
  private static func refusals(
    _ law: CountDistribution, _ total: Int, _ significance: Double
  ) -> (below: Int, above: Int)? {
    let half = significance / 2
    guard let middle = law.quantile(0.5) else { return nil }
    var (below, inside) = (-1, middle + 1)
    while inside - below > 1 {
      let at = below + (inside - below) / 2
      if (law.atMost(at) ?? 1) <= half { below = at } else { inside = at }
    }
    var (outside, above) = (middle - 1, total + 1)
    while above - outside > 1 {
      let at = outside + (above - outside) / 2
      if (law.atLeast(at) ?? 1) <= half { above = at } else { outside = at }
    }
    return (below, above)
  }

  /// The smallest ratio above 1 that the test finds with this power, to three digits; nil above 1,000.
  public static func detectableRatio(
    rate: Double, exposures: (first: Double, second: Double), power wanted: Double = 0.8,
    significance: Double = 0.05
  ) throws(StatisticsError) -> Double? {
    try Check.probability(wanted, "The power")
    var (low, high) = (1.0, 2.0)
    while true {
      guard let reached = try power(ratio: high, rate: rate, exposures: exposures, significance: significance)
      else { return nil }
      if reached >= wanted { break }
      (low, high) = (high, high * 2)
      if high > 1_000 { return nil }
    }
    while high / low > 1.0005 {
      let middle = (low * high).squareRoot()
      let reached = try power(ratio: middle, rate: rate, exposures: exposures, significance: significance)
      if (reached ?? 0) >= wanted { high = middle } else { low = middle }
    }
    return high
  }
}
