extension CountDistribution {
  /// The probability of exactly `count`.
  public func density(_ count: Int) -> Double? {
    logDensity(count).map(exponential)
  }

  /// The logarithm of the probability of exactly `count`; minus infinity where it is impossible.
  public func logDensity(_ count: Int) -> Double? {
    guard isDefined else { return nil }
    guard count >= 0 else { return -.infinity }
    switch self {
    case .poisson(let mean): return Self.logPoisson(Double(count), mean)
    case .negativeBinomial(let size, let p):
      // size / (size + k) times the binomial density of size in size + k.
      let k = Double(count)
      if k == 0 { return size * logarithm(p) }
      if p == 1 { return -.infinity }
      return Self.logBinomial(size, of: size + k, p, 1 - p) + logarithm(size / (size + k))
    case .binomial(let trials, let p):
      guard count <= trials else { return -.infinity }
      return Self.logBinomial(Double(count), of: Double(trials), p, 1 - p)
    }
  }

  /// The smallest count that is not exceeded with at least this probability, for 0 <= probability < 1.
  ///
  /// The comparison gives way by one part in 10^12, so that a probability computed from a count leads back to
  /// it.
  public func quantile(_ probability: Double) -> Int? {
    guard isDefined, probability >= 0, probability < 1, let mean, let variance, mean < 1e12 else {
      return nil
    }
    let target = probability * (1 - 1e-12)
    let reaches = { (count: Int) -> Bool in (self.atMost(count) ?? 0) >= target }
    if reaches(0) { return 0 }
    var (below, above) = (0, max(1, Int(mean)))
    var step = max(1, Int(min(variance.squareRoot(), 1e12)))
    while !reaches(above) {
      (below, above) = (above, above + step)
      step *= 2
      if step > 1 << 50 { return nil }
    }
    while above - below > 1 {
      let middle = below + (above - below) / 2
      if reaches(middle) { above = middle } else { below = middle }
    }
    return above
  }

  private static func logPoisson(_ k: Double, _ mean: Double) -> Double {
    if mean == 0 { return k == 0 ? 0 : -.infinity }
    if k == 0 { return -mean }
    return -SpecialFunctions.stirlingError(k) - SpecialFunctions.deviance(k, mean: mean)
      - 0.5 * logarithm(2 * .pi * k)
  }

  /// The logarithm of the binomial density for any real x between 0 and n.
  private static func logBinomial(_ x: Double, of n: Double, _ p: Double, _ q: Double) -> Double {
    if p == 0 { return x == 0 ? 0 : -.infinity }
    if q == 0 { return x == n ? 0 : -.infinity }
    if x == 0 { return p < 0.1 ? n * logarithmOfOnePlus(-p) : n * logarithm(q) }
    if x == n { return n * logarithm(p) }
    let error =
      SpecialFunctions.stirlingError(n) - SpecialFunctions.stirlingError(x)
      - SpecialFunctions.stirlingError(n - x)
    let deviance =
      SpecialFunctions.deviance(x, mean: n * p) + SpecialFunctions.deviance(n - x, mean: n * q)
    return error - deviance - 0.5 * logarithm(2 * .pi * x * (n - x) / n)
  }
}
