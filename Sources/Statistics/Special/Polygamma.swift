extension SpecialFunctions {
  /// The derivative of the logarithm of the gamma function, for x > 0.
  ///
  /// Source: Abramowitz and Stegun 6.3.18, after the shift 6.3.5 to 10 and above.
  public static func digamma(_ x: Double) -> Double? {
    guard x > 0, x.isFinite else { return nil }
    var (shifted, sum) = (x, 0.0)
    while shifted < 10 {
      sum -= 1 / shifted
      shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let coefficients = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32_760, 1.0 / 12]
    let series = coefficients.reversed().reduce(0) { ($0 + $1) * square }
    return sum + logarithm(shifted) - 0.5 / shifted - series
  }

  /// The second derivative of the logarithm of the gamma function, for x > 0.
  ///
  /// Source: Abramowitz and Stegun 6.4.12, after the shift 6.4.6 to 10 and above.
  public static func trigamma(_ x: Double) -> Double? {
    guard x > 0, x.isFinite else { return nil }
    var (shifted, sum) = (x, 0.0)
    while shifted < 10 {
      sum += 1 / (shifted * shifted)
      shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6]
    let series = bernoulli.reversed().reduce(0) { ($0 + $1) * square }
    return sum + (1 + 0.5 / shifted + series) / shifted
  }
}
