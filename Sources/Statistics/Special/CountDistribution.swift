/// A distribution of a count: Poisson, negative binomial or binomial.
///
/// Sources: the tails are the incomplete gamma and beta functions (Abramowitz and Stegun 26.4.21, 26.5.24 and
/// 26.5.26); the densities are C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
public enum CountDistribution: Hashable, Sendable {
  /// Events that come independently at a constant rate; mean >= 0.
  case poisson(mean: Double)
  /// Failures before the `size`-th success: mean size (1 - p) / p, variance mean / p; size > 0, 0 < p <= 1.
  case negativeBinomial(size: Double, probability: Double)
  /// Successes in `trials`; 0 <= p <= 1.
  case binomial(trials: Int, probability: Double)

  /// The negative binomial distribution with this mean and the variance mean + mean^2 / size.
  public static func negativeBinomial(mean: Double, size: Double) -> CountDistribution {
    .negativeBinomial(size: size, probability: size / (size + mean))
  }

  /// The distribution with this mean and `dispersion` times as much variance; Poisson where it is 1 or less.
  public static func quasiPoisson(mean: Double, dispersion: Double) -> CountDistribution {
    guard dispersion > 1, mean > 0 else { return .poisson(mean: mean) }
    return .negativeBinomial(size: mean / (dispersion - 1), probability: 1 / dispersion)
  }

  /// Whether the parameters are within their bounds; if not, every answer below is nil.
  public var isDefined: Bool {
    switch self {
    case .poisson(let mean): mean >= 0 && mean.isFinite
    case .negativeBinomial(let size, let p): size > 0 && size.isFinite && p > 0 && p <= 1
    case .binomial(let trials, let p): trials >= 0 && p >= 0 && p <= 1
    }
  }

  /// The expected count.
  public var mean: Double? {
    guard isDefined else { return nil }
    return switch self {
    case .poisson(let mean): mean
    case .negativeBinomial(let size, let p): size * (1 - p) / p
    case .binomial(let trials, let p): Double(trials) * p
    }
  }

  /// The variance of the count.
  public var variance: Double? {
    guard isDefined else { return nil }
    return switch self {
    case .poisson(let mean): mean
    case .negativeBinomial(let size, let p): size * (1 - p) / (p * p)
    case .binomial(let trials, let p): Double(trials) * p * (1 - p)
    }
  }

  /// The probability of at most `count`.
  public func atMost(_ count: Int) -> Double? { tails(count)?.lower }

  /// The probability of more than `count`, with its digits where it is small.
  public func moreThan(_ count: Int) -> Double? { tails(count)?.upper }

  /// The probability of at least `count`.
  public func atLeast(_ count: Int) -> Double? {
    guard count > .min else { return isDefined ? 1 : nil }
    return moreThan(count - 1)
  }

  private func tails(_ count: Int) -> (lower: Double, upper: Double)? {
    guard isDefined else { return nil }
    if count < 0 { return (0, 1) }
    let k = Double(count)
    switch self {
    case .poisson(let mean):
      return SpecialFunctions.gammaTails(k + 1, mean).map { ($0.upper, $0.lower) }
    case .negativeBinomial(let size, let p):
      return SpecialFunctions.betaTails(p, 1 - p, size, k + 1)
    case .binomial(let trials, let p):
      if count >= trials { return (1, 0) }
      return SpecialFunctions.betaTails(p, 1 - p, k + 1, Double(trials) - k).map { ($0.upper, $0.lower) }
    }
  }
}
