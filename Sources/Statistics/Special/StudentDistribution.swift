extension SpecialFunctions {
  /// The probability that Student's t with these degrees of freedom is at least |t| away from 0.
  ///
  /// Source: Abramowitz and Stegun 26.7.1: I_x(df/2, 1/2) at x = df / (df + t^2).
  public static func studentTwoSidedTail(_ t: Double, degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite, !t.isNaN else { return nil }
    if t.isInfinite { return 0 }
    let sum = degreesOfFreedom + t * t
    return betaTails(degreesOfFreedom / sum, t * t / sum, degreesOfFreedom / 2, 0.5)?.lower
  }

  /// The t that Student's variable stays below with this probability, for 0 < probability < 1.
  public static func studentQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    if probability == 0.5 { return degreesOfFreedom > 0 ? 0 : nil }
    let tails = 2 * min(probability, 1 - probability)
    guard let point = betaQuantile(lower: tails, upper: 1 - tails, degreesOfFreedom / 2, 0.5), point.x > 0
    else { return nil }
    let t = (degreesOfFreedom * point.complement / point.x).squareRoot()
    return probability < 0.5 ? -t : t
  }

  /// The quantile of Fisher's F, the ratio of two gamma variables of mean 1.
  ///
  /// Source: Abramowitz and Stegun 26.6.2: F = d2 x / (d1 (1 - x)) where x is beta with d1/2 and d2/2.
  public static func fisherQuantile(_ probability: Double, _ first: Double, _ second: Double) -> Double? {
    guard probability > 0, probability < 1,
      let point = betaQuantile(lower: probability, upper: 1 - probability, first / 2, second / 2),
      point.complement > 0
    else { return nil }
    return second * point.x / (first * point.complement)
  }
}
