extension PoissonInterval {
  /// The limits of the rate where P(fewer) + P(as many) / 2, or P(more) + P(as many) / 2, is (1 - confidence)
  /// / 2.
  ///
  /// Shorter than the exact interval and, for some rates, a little below its confidence. Source: H. O.
  /// Lancaster, "Significance Tests in Discrete Distributions", Journal of the American Statistical
  /// Association 56 (1961), 223-234.
  public static func midP(count: Int, exposure: Double = 1, confidence: Double = 0.95) -> Interval? {
    guard let exact = PoissonInterval(count: count, confidence: confidence), exposure > 0, exposure.isFinite
    else { return nil }
    let target = (1 - confidence) / 2
    let tail = { (mean: Double, isUpper: Bool) -> Double in
      let law = CountDistribution.poisson(mean: mean)
      guard let density = law.density(count), let below = law.atMost(count - 1),
        let above = law.moreThan(count)
      else { return .nan }
      return logarithm((isUpper ? below : above) + density / 2) - logarithm(target)
    }
    // The limits lie inside those of the exact interval.
    guard let upper = root(between: max(exact.rate, 1e-9), and: exact.upper, of: { tail($0, true) }) else {
      return nil
    }
    guard count > 0 else { return Interval(lower: 0, upper: upper / exposure) }
    guard let lower = root(between: exact.lower, and: exact.rate, of: { tail($0, false) }) else { return nil }
    return Interval(lower: lower / exposure, upper: upper / exposure)
  }

  /// The central posterior interval of the rate under Jeffreys' prior, a gamma distribution of shape count +
  /// 1/2.
  ///
  /// Source: H. Jeffreys, Theory of Probability, 3rd ed. (1961), section 3.10.
  public static func jeffreys(count: Int, exposure: Double = 1, confidence: Double = 0.95) -> Interval? {
    guard count >= 0, exposure > 0, exposure.isFinite, confidence > 0, confidence < 1 else { return nil }
    let (shape, tail) = (Double(count) + 0.5, (1 - confidence) / 2)
    guard let lower = SpecialFunctions.inverseGammaP(shape: shape, probability: tail),
      let upper = SpecialFunctions.inverseGammaQ(shape: shape, probability: tail)
    else { return nil }
    return Interval(lower: lower / exposure, upper: upper / exposure)
  }

  /// The rate that is not exceeded with this confidence, nothing being said about how low it may be.
  ///
  /// With no events it is the rule of three, -log(1 - confidence) / exposure.
  public static func upperBound(count: Int, exposure: Double = 1, confidence: Double = 0.95) -> Double? {
    guard count >= 0, exposure > 0, exposure.isFinite, confidence > 0, confidence < 1 else { return nil }
    return SpecialFunctions.inverseGammaQ(shape: Double(count) + 1, probability: 1 - confidence)
      .map { $0 / exposure }
  }
}
