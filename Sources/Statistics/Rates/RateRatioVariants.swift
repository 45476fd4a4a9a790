// Other answers to the same question, for comparison: on 12 against 4 events they lie on both sides of 0.05.
// The reports use the central exact one.
extension RateRatio {
  /// Twice the smaller tail with half of the observed outcome's probability left out.
  public var midP: Double {
    guard total > 0 else { return 1 }
    let half = (law.density(counts[0]) ?? 0) / 2
    return max(0, min(1, 2 * (min(pLess, pGreater) - half)))
  }

  /// The probability of all outcomes no more probable than this one; it can contradict the central interval.
  ///
  /// Outcomes within one part in 10^7 count as equally probable, as in R's poisson.test and binom.test.
  public var minimumLikelihoodP: Double {
    guard total > 0, let own = law.density(counts[0]) else { return 1 }
    let (limit, mean) = (own * (1 + 1e-7), Double(total) * share)
    let isBelow = Double(counts[0]) < mean
    guard Double(counts[0]) != mean else { return 1 }
    // The probabilities fall on either side of the mean, so what counts there is one tail.
    var (low, high) = isBelow ? (Int(mean.rounded(.up)) - 1, total + 1) : (-1, Int(mean) + 1)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let isIn = (law.density(middle) ?? 0) <= limit
      if isBelow == isIn { high = middle } else { low = middle }
    }
    let other = isBelow ? law.atLeast(high) : law.atMost(low)
    return min(1, (isBelow ? pLess : pGreater) + (other ?? 0))
  }

  /// The ratios whose mid-p tails are (1 - confidence) / 2.
  public func midPInterval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1 else { return nil }
    if total == 0 { return Interval(lower: 0, upper: .infinity) }
    let target = (1 - confidence) / 2
    let tail = { (logit: Double, isUpper: Bool) -> Double in
      let p = 1 / (1 + exponential(-logit))
      let law = CountDistribution.binomial(trials: self.total, probability: p)
      let density = law.density(self.counts[0]) ?? .nan
      let sum = isUpper ? law.atMost(self.counts[0] - 1) : law.moreThan(self.counts[0])
      return logarithm(max((sum ?? .nan) + density / 2, 1e-300)) - logarithm(target)
    }
    let start = logarithm((Double(counts[0]) + 0.5) / (Double(counts[1]) + 0.5))
    let limit = { (isUpper: Bool) -> Double? in
      let step = (tail(start, isUpper) > 0) == isUpper ? 0.5 : -0.5
      return root(from: start, step: step, of: { tail($0, isUpper) }).map {
        self.ratio(1 / (1 + exponential(-$0)), 1 / (1 + exponential($0)))
      }
    }
    let lower = counts[0] == 0 ? 0 : limit(false)
    let upper = counts[1] == 0 ? Double.infinity : limit(true)
    guard let lower, let upper else { return nil }
    return Interval(lower: lower, upper: upper)
  }

  /// The two-sided p of the score test: z = (x1 - x2 d) / sqrt((x1 + x2) d), d = t1 / t2; nil without events.
  public var scoreP: Double? {
    let ratio = exposures[0] / exposures[1]
    guard total > 0 else { return nil }
    let z = (Double(counts[0]) - Double(counts[1]) * ratio) / (Double(total) * ratio).squareRoot()
    return SpecialFunctions.normalTwoSidedTail(z)
  }

  /// The minimum-likelihood p less half of the observed outcome's probability, as statsmodels' `cond-midp`.
  public var minimumLikelihoodMidP: Double {
    guard total > 0 else { return 1 }
    return max(0, minimumLikelihoodP - (law.density(counts[0]) ?? 0) / 2)
  }
}
