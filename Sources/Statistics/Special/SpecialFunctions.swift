#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The functions behind the intervals and tests. Where a value is undefined the answer is nil, never NaN.
public enum SpecialFunctions {
  /// The natural logarithm of the gamma function, for x > 0.
  ///
  /// Source: Stirling's series with shift, Abramowitz and Stegun, 6.1.40 and 6.1.15; absolute error near
  /// 1e-14 for small x, relative error near 1e-15 for large x.
  public static func logGamma(_ x: Double) -> Double? {
    guard x > 0, x.isFinite else { return nil }
    var (shifted, product) = (x, 1.0)
    // Below 10 the series is too short; gamma(x + 1) = x gamma(x) carries it there.
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let value = (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted)
    return value.isFinite ? value - log(product) : nil
  }

  /// The chi-square quantile: the x that a chi-square variable stays below with this probability.
  ///
  /// Defined for 0 <= probability < 1 and degreesOfFreedom > 0; it is twice a gamma quantile.
  public static func chiSquareQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
    inverseGammaP(shape: degreesOfFreedom / 2, probability: probability).map { $0 * 2 }
  }

  /// The probability that a chi-square variable exceeds x, for x >= 0 and degreesOfFreedom > 0.
  public static func chiSquareUpperTail(_ x: Double, degreesOfFreedom: Double) -> Double? {
    regularizedGammaQ(shape: degreesOfFreedom / 2, x / 2)
  }

  /// The probability that a standard normal variable is at least |z| away from 0.
  ///
  /// It comes from the complementary error function: one minus a distribution function is 0 beyond 8.3.
  public static func normalTwoSidedTail(_ z: Double) -> Double? {
    z.isNaN ? nil : erfc(abs(z) / 2.0.squareRoot())
  }

  static let halfLogTwoPi = 0.918938533204672741780329736406

  /// What Stirling's formula leaves out of the logarithm of gamma(x); good to 1e-16 from x = 10 on.
  static func stirlingSeries(_ x: Double) -> Double {
    let coefficients = [
      1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
    ]
    let square = x * x
    return coefficients.reversed().reduce(0) { $0 / square + $1 } / x
  }

  /// The logarithm of gamma(x + 1) less Stirling's formula for it, (x + 1/2) log x - x + log(2 pi) / 2, for x
  /// > 0.
  static func stirlingError(_ x: Double) -> Double {
    if x >= 10 { return stirlingSeries(x) }
    return (logGamma(x + 1) ?? 0) - (x + 0.5) * log(x) + x - halfLogTwoPi
  }
}
