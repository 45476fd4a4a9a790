// Sources: the continued fraction is Abramowitz and Stegun 26.5.8 in the even form of DLMF 8.17.22, evaluated
// as in Lentz, Applied Optics 15 (1976), 668; the factor before it is Loader's binomial density (2000), which
// keeps its digits for large shapes.
extension SpecialFunctions {
  /// The regularised incomplete beta function I_x(a, b), for a, b > 0 and 0 <= x <= 1.
  public static func regularizedBeta(_ x: Double, a: Double, b: Double) -> Double? {
    guard x >= 0, x <= 1 else { return nil }
    return betaTails(x, 1 - x, a, b)?.lower
  }

  /// The x with I_x(a, b) = probability, for 0 <= probability <= 1: the quantile of the beta distribution.
  public static func inverseBeta(_ probability: Double, a: Double, b: Double) -> Double? {
    guard probability >= 0, probability <= 1 else { return nil }
    return betaQuantile(lower: probability, upper: 1 - probability, a, b)?.x
  }

  /// I_x(a, b) and 1 - I_x(a, b); `complement` is 1 - x, given apart so that it keeps its digits.
  static func betaTails(
    _ x: Double, _ complement: Double, _ a: Double, _ b: Double
  ) -> (lower: Double, upper: Double)? {
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    if x <= 0 { return (0, 1) }
    if complement <= 0 { return (1, 0) }
    let kernel = betaKernel(x, complement, a, b)
    // The fraction converges fast on the side of the mean that x lies on.
    if x < (a + 1) / (a + b + 2) {
      return betaFraction(x, a, b).map { fraction in
        let lower = kernel * fraction / a
        return (lower, 1 - lower)
      }
    }
    return betaFraction(complement, b, a).map { fraction in
      let upper = kernel * fraction / b
      return (1 - upper, upper)
    }
  }

  /// x^a (1 - x)^b / B(a, b) = a b / (a + b) times the binomial density of a in a + b.
  private static func betaKernel(_ x: Double, _ complement: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let error = stirlingError(n) - stirlingError(a) - stirlingError(b)
    let deviance = deviance(a, mean: n * x) + deviance(b, mean: n * complement)
    return exponential(error - deviance) * (a * b / (2 * .pi * n)).squareRoot()
  }

  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double? {
    let tiny = 1e-300
    var (numerator, denominator) = (1.0, 1 - (a + b) * x / (a + 1))
    if abs(denominator) < tiny { denominator = tiny }
    denominator = 1 / denominator
    var value = denominator
    for step in 1...1_000_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var factor = 1.0
      for term in [even, odd] {
        denominator = 1 + term * denominator
        if abs(denominator) < tiny { denominator = tiny }
        numerator = 1 + term / numerator
        if abs(numerator) < tiny { numerator = tiny }
        denominator = 1 / denominator
        factor = numerator * denominator
        value *= factor
      }
      if abs(factor - 1) < 1e-16 { return value }
    }
    return nil
  }

  /// Bisection on the logit, where the quantile is nowhere steep, sped up by the false position.
  static func betaQuantile(
    lower: Double, upper: Double, _ a: Double, _ b: Double
  ) -> (x: Double, complement: Double)? {
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    if lower == 0 { return (0, 1) }
    if upper == 0 { return (1, 0) }
    let distance = { (logit: Double) -> Double in
      let (x, complement) = point(logit)
      guard let tails = betaTails(x, complement, a, b) else { return .nan }
      return lower <= upper
        ? logarithm(max(tails.lower, 1e-300) / lower) : -logarithm(max(tails.upper, 1e-300) / upper)
    }
    let centre = logarithm(a / b)
    guard let logit = root(from: centre, step: distance(centre) > 0 ? -1 : 1, of: distance) else {
      return nil
    }
    return point(logit)
  }

  private static func point(_ logit: Double) -> (x: Double, complement: Double) {
    (1 / (1 + exponential(-logit)), 1 / (1 + exponential(logit)))
  }
}
