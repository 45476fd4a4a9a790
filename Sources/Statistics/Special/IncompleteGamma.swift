#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// Sources: the series and the continued fraction are Abramowitz and Stegun 6.5.29 and 6.5.31, the fraction
// evaluated as in Lentz, Applied Optics 15 (1976), 668; the density is C. Loader, "Fast and Accurate
// Computation of Binomial Probabilities" (2000), which does not lose digits when the shape is large.
extension SpecialFunctions {
  /// The regularised lower incomplete gamma function P(shape, x), for shape > 0 and x >= 0.
  public static func regularizedGammaP(shape: Double, _ x: Double) -> Double? {
    gammaTails(shape, x)?.lower
  }

  /// The regularised upper incomplete gamma function Q(shape, x) = 1 - P, exact also where P is nearly 1.
  public static func regularizedGammaQ(shape: Double, _ x: Double) -> Double? {
    gammaTails(shape, x)?.upper
  }

  /// The x with P(shape, x) = probability, for shape > 0 and 0 <= probability < 1: the gamma quantile of
  /// scale 1.
  ///
  /// An x too small for a Double is 0; nil also when a huge shape (above about 1e10) does not converge.
  public static func inverseGammaP(shape: Double, probability: Double) -> Double? {
    guard probability >= 0, probability < 1 else { return nil }
    return gammaQuantile(shape, lower: probability, upper: 1 - probability)
  }

  /// The x with Q(shape, x) = probability, for shape > 0 and 0 < probability <= 1.
  ///
  /// It keeps its digits for a small probability, where the quantile of one minus it would not.
  public static func inverseGammaQ(shape: Double, probability: Double) -> Double? {
    guard probability > 0, probability <= 1 else { return nil }
    return gammaQuantile(shape, lower: 1 - probability, upper: probability)
  }

  static func gammaTails(_ shape: Double, _ x: Double) -> (lower: Double, upper: Double)? {
    guard shape > 0, shape.isFinite, x >= 0 else { return nil }
    if x == 0 { return (0, 1) }
    if x.isInfinite { return (1, 0) }
    guard let density = poissonDensity(shape, mean: x), density.isFinite else { return nil }
    // Each tail is computed where it is the smaller one, so that neither is the difference of two near
    // numbers.
    if x < shape + 1 {
      return lowerSeries(shape, x).map { ($0 * density, 1 - $0 * density) }
    }
    return upperFraction(shape, x).map { (1 - $0 * density * shape, $0 * density * shape) }
  }

  /// exp(-mean) mean^x / gamma(x + 1), for any x > 0 and mean > 0.
  static func poissonDensity(_ x: Double, mean: Double) -> Double? {
    guard x >= 1 else {
      return logGamma(x + 1).map { exp(x * log(mean) - mean - $0) }
    }
    return exp(-stirlingError(x) - deviance(x, mean: mean)) / (2 * .pi * x).squareRoot()
  }

  /// x log(x / mean) + mean - x without cancellation when the two are near.
  static func deviance(_ x: Double, mean: Double) -> Double {
    guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
    let ratio = (x - mean) / (x + mean)
    var (sum, term, divisor) = ((x - mean) * ratio, 2 * x * ratio, 1.0)
    // The terms shrink at least a hundredfold each; the bound is for arguments so large that they overflow.
    for _ in 0..<100 {
      term *= ratio * ratio
      divisor += 2
      let next = sum + term / divisor
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// The sum of x^n / ((shape + 1) ... (shape + n)).
  private static func lowerSeries(_ shape: Double, _ x: Double) -> Double? {
    var (sum, term) = (1.0, 1.0)
    for step in 1...1_000_000 {
      term *= x / (shape + Double(step))
      sum += term
      if term < sum * 1e-17 { return sum }
    }
    return nil
  }

  /// 1 / (x + 1 - shape - 1 (1 - shape) / (x + 3 - shape - ...)).
  private static func upperFraction(_ shape: Double, _ x: Double) -> Double? {
    let tiny = 1e-300
    var denominator = x + 1 - shape
    var (ratio, inverse) = (1 / tiny, 1 / denominator)
    var value = inverse
    for step in 1...1_000_000 {
      let numerator = -Double(step) * (Double(step) - shape)
      denominator += 2
      inverse = numerator * inverse + denominator
      if abs(inverse) < tiny { inverse = tiny }
      inverse = 1 / inverse
      ratio = denominator + numerator / ratio
      if abs(ratio) < tiny { ratio = tiny }
      let factor = ratio * inverse
      value *= factor
      if abs(factor - 1) < 1e-16 { return value }
    }
    return nil
  }

  /// Newton's method on the logarithm of the smaller tail, which is nearly straight, between bounds that only
  /// shrink.
  private static func gammaQuantile(_ shape: Double, lower: Double, upper: Double) -> Double? {
    guard shape > 0, shape.isFinite else { return nil }
    if lower == 0 && upper == 1 { return 0 }
    var (below, above) = (0.0, Double.infinity)
    guard var x = firstGuess(shape, lower: lower, upper: upper) else { return nil }
    for _ in 0..<500 {
      guard let tails = gammaTails(shape, x), let mass = poissonDensity(shape, mean: x) else { return nil }
      let isLeft = lower <= upper ? tails.lower < lower : tails.upper > upper
      if isLeft { below = x } else { above = x }
      // mass * shape is x times the density of the gamma distribution.
      let slope = mass * shape
      var next =
        lower <= upper
        ? x * exp(log(lower / tails.lower) * tails.lower / slope)
        : x * (1 + log(tails.upper / upper) * tails.upper / slope)
      if abs(next - x) <= 4 * x.ulp { return next }
      if !(next > below && next < above) { next = above.isInfinite ? x * 2 : below + (above - below) / 2 }
      if next == x || next == below || next == above { return next }
      x = next
    }
    return nil
  }

  /// The approximation of Wilson and Hilferty (1931), or near 0 the first term of the series.
  private static func firstGuess(_ shape: Double, lower: Double, upper: Double) -> Double? {
    guard let z = lower <= upper ? normalQuantile(lower) : normalQuantile(upper).map(-),
      let logarithm = logGamma(shape + 1)
    else { return nil }
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    if shape >= 1 && root > 0.3 { return shape * root * root * root }
    let small = exp((log(lower) + logarithm) / shape)
    return small > 0 ? min(small, shape + 10) : Double.leastNormalMagnitude
  }
}
