extension CountDistribution {
  /// The shortest range of counts that holds at least this probability, for 0 < probability < 1.
  ///
  /// It grows from the most probable count to the more probable neighbour, so that a range for a greater
  /// probability contains the one for a smaller. Between quantiles both tails are rounded up to whole counts,
  /// which at small means makes an 80 % interval hold 93 %; here only one end is. Source: the highest density
  /// region of R. J. Hyndman, The American Statistician 50 (1996), 120-126.
  public func shortestRange(holding probability: Double) -> ClosedRange<Int>? {
    guard probability > 0, probability < 1, let mean, mean < 1e7, let variance, variance < 1e12,
      var low = mode, let peak = density(low)
    else { return nil }
    var (high, sum) = (low, peak)
    var (below, above) = (low > 0 ? density(low - 1) ?? 0 : 0, density(high + 1) ?? 0)
    while sum < probability * (1 - 1e-12) {
      guard below > 0 || above > 0 else { return nil }
      if below >= above {
        low -= 1
        sum += below
        below = low > 0 ? density(low - 1) ?? 0 : 0
      } else {
        high += 1
        sum += above
        above = density(high + 1) ?? 0
      }
    }
    return low...high
  }

  /// The most probable count; the greater of two.
  private var mode: Int? {
    guard isDefined else { return nil }
    return switch self {
    case .poisson(let mean): Int(mean)
    case .negativeBinomial(let size, let p): size > 1 ? Int((size - 1) * (1 - p) / p) : 0
    case .binomial(let trials, let p): min(trials, Int(Double(trials + 1) * p))
    }
  }
}
