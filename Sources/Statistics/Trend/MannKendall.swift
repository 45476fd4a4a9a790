/// The Mann-Kendall test of a monotone trend: how many later values are above earlier ones, less how many are
/// below.
///
/// S = sum over i < j of sign(y_j - y_i); Var S = [n(n-1)(2n+5) - sum over ties u(u-1)(2u+5)] / 18; z = (S -
/// sign S) / sqrt(Var S). Sources: H. B. Mann, Econometrica 13 (1945), 245-259; M. G. Kendall, Rank
/// Correlation Methods (1975). It says in which direction, not how much: on counts with many zeros see the
/// rate ratio instead.
public struct MannKendall: Hashable, Sendable {
  /// S.
  public let score: Int
  /// The variance of S without trend, ties considered; 0 when all values are the same.
  public let variance: Double
  /// The values used; missing ones are skipped.
  public let count: Int
  /// The pairs of values that differ.
  public let untiedPairs: Int

  /// The test of values in their order in time; nil stands for a missing one.
  public init(_ values: [Double?]) throws(StatisticsError) {
    let present = values.compactMap { $0 }
    try Check.values(present, atLeast: 2)
    self.init(present: present)
  }

  init(present: [Double]) {
    var score = 0
    for later in present.indices.dropFirst() {
      for earlier in 0..<later {
        if present[later] > present[earlier] { score += 1 }
        if present[later] < present[earlier] { score -= 1 }
      }
    }
    let ties = Self.ties(present)
    let n = Double(present.count)
    let correction = ties.reduce(0.0) { sum, tie in
      let u = Double(tie)
      return sum + u * (u - 1) * (2 * u + 5)
    }
    self.score = score
    count = present.count
    variance = (n * (n - 1) * (2 * n + 5) - correction) / 18
    untiedPairs = count * (count - 1) / 2 - ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  /// How often each value occurs, in the order of the values.
  static func ties(_ values: [Double]) -> [Int] {
    var (sizes, previous) = ([Int](), Double.nan)
    for value in values.sorted() {
      if value == previous { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
      previous = value
    }
    return sizes
  }

  /// Whether all values are the same, so that nothing can be tested.
  public var isDegenerate: Bool { variance <= 0 }

  /// The score in standard deviations with continuity correction; 0 when all values are the same.
  public var z: Double { Self.z(Double(score), variance) }

  /// The two-sided p from the normal approximation; 1 when all values are the same.
  public var p: Double { SpecialFunctions.normalTwoSidedTail(z) ?? 1 }

  /// 2 S / (n (n - 1)).
  public var tauA: Double { Double(score) / (Double(count) * Double(count - 1) / 2) }

  /// Kendall's tau_b against time, which ties in the values do not pull to 0; nil when all values are the
  /// same.
  public var tauB: Double? {
    guard untiedPairs > 0 else { return nil }
    return Double(score) / (Double(untiedPairs) * Double(count) * Double(count - 1) / 2).squareRoot()
  }

  static func z(_ score: Double, _ variance: Double) -> Double {
    guard variance > 0, score != 0 else { return 0 }
    return (score - (score > 0 ? 1 : -1)) / variance.squareRoot()
  }
}
