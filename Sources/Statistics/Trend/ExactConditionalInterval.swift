extension ExactConditionalTrend {
  /// What a slope per step multiplies the rate by in so many steps.
  public static func ratio(slope: Double, steps: Double) -> Double { exponential(slope * steps) }

  /// The slopes per step under which neither tail is below (1 - confidence) / 2; infinite where there is no
  /// limit, nil for a confidence above 0.9999, for which the law is not kept far enough.
  public func interval(confidence: Double = 0.95) -> Interval? { interval(confidence, share: 1) }

  /// The same with half of the probability of T itself in each tail: shorter, and a little below its
  /// confidence.
  public func midPInterval(confidence: Double = 0.95) -> Interval? { interval(confidence, share: 0.5) }

  private func interval(_ confidence: Double, share: Double) -> Interval? {
    guard confidence > 0, confidence <= 0.9999 else { return nil }
    let target = logarithm((1 - confidence) / 2)
    let above = { (beta: Double) -> Double in
      let tails = tails(beta)
      return logarithm(max(tails.atLeast - (1 - share) * tails.equal, 1e-300)) - target
    }
    let below = { (beta: Double) -> Double in
      let tails = tails(beta)
      return logarithm(max(tails.atMost - (1 - share) * tails.equal, 1e-300)) - target
    }
    let start = slope.isFinite ? slope : 0
    let step = 0.5 / law.deviation
    let lower = slope == -.infinity ? -Double.infinity : limit(from: start, step: step, above, rises: true)
    let upper = slope == .infinity ? Double.infinity : limit(from: start, step: step, below, rises: false)
    guard let lower, let upper else { return nil }
    return Interval(lower: lower, upper: upper)
  }

  /// The slope where the logarithm of a tail is that of the target; the tail at or above T rises with the
  /// slope.
  private func limit(
    from start: Double, step: Double, _ excess: @escaping (Double) -> Double, rises: Bool
  ) -> Double? {
    let towards = (excess(start) > 0) == rises ? -step : step
    return root(from: start, step: towards, of: excess)
  }

  /// Laplace's statistic for equal exposures, (T - N (n-1)/2) / sqrt(N (n^2 - 1) / 12); nil for others.
  public var laplaceZ: Double? {
    guard isUnweighted else { return nil }
    let (periods, events) = (Double(exposures.count), Double(total))
    return (Double(statistic) - events * (periods - 1) / 2)
      / (events * (periods * periods - 1) / 12).squareRoot()
  }
}
