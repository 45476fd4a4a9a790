/// Before and after in a target and a control, with equal exposures: Fisher's exact test on the four counts.
///
/// Given the margins, the first cell is hypergeometric with weight odds^x; the estimate is the conditional
/// maximum likelihood one, the interval leaves the same tail on each side, and p sums the outcomes that are
/// no more probable. Sources: R. A. Fisher, Journal of the Royal Statistical Society 98 (1935), 39-82; J.
/// Cornfield (1956).
public struct FisherExact: Sendable {
  /// Target before and after, control before and after.
  public let table: [Int]
  /// The least possible first cell, and the logarithms of the hypergeometric weights from there.
  private let least: Int
  private let logWeights: [Double]

  /// The test of four counts.
  public init(
    before: Int, after: Int, controlBefore: Int, controlAfter: Int
  ) throws(StatisticsError) {
    table = [before, after, controlBefore, controlAfter]
    try Check.counts(table)
    let (first, second, chosen) = (before + after, controlBefore + controlAfter, before + controlBefore)
    guard first + second > 0 else { throw .nothingCounted }
    guard first + second < 10_000_000 else { throw .tooLarge }
    let least = max(0, chosen - second)
    self.least = least
    let logs = (least...min(first, chosen)).map { x in
      Self.logChoose(first, x) + Self.logChoose(second, chosen - x)
    }
    let norm = logSumOfExponentials(logs)
    logWeights = logs.map { $0 - norm }
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    let logFactorial = { (value: Int) in SpecialFunctions.logGamma(Double(value) + 1) ?? 0 }
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  }

  /// The probabilities of the first cell at odds exp(logOdds).
  func law(_ logOdds: Double) -> [Double] {
    let logs = logWeights.enumerated().map { $1 + logOdds * Double($0) }
    let norm = logSumOfExponentials(logs)
    return logs.map { exponential($0 - norm) }
  }

  var place: Int { table[0] - least }

  /// The two-sided p; outcomes within one part in 10^7 count as equally probable.
  public var p: Double {
    let law = law(0)
    let limit = law[place] * (1 + 1e-7)
    return min(1, law.filter { $0 <= limit }.sum)
  }

  /// The conditional maximum likelihood odds ratio; infinite or 0 at the ends, nil when only one table is
  /// possible.
  public var oddsRatio: Double? {
    guard logWeights.count > 1 else { return nil }
    if place == 0 { return 0 }
    if place == logWeights.count - 1 { return .infinity }
    let excess = { (logOdds: Double) -> Double in
      law(logOdds).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } - Double(place)
    }
    return root(from: 0, step: excess(0) > 0 ? -1 : 1, of: excess).map(exponential)
  }

  /// The odds ratios under which neither tail is below (1 - confidence) / 2.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1 else { return nil }
    let target = logarithm((1 - confidence) / 2)
    let atLeast = { (odds: Double) -> Double in
      logarithm(max(law(odds)[place...].reduce(0, +), 1e-300)) - target
    }
    let atMost = { (odds: Double) -> Double in
      logarithm(max(law(odds)[...place].reduce(0, +), 1e-300)) - target
    }
    let lower = place == 0 ? 0 : root(from: 0, step: atLeast(0) > 0 ? -1 : 1, of: atLeast).map(exponential)
    let isLast = place == logWeights.count - 1
    let upper =
      isLast ? Double.infinity : root(from: 0, step: atMost(0) > 0 ? 1 : -1, of: atMost).map(exponential)
    guard let lower, let upper else { return nil }
    return Interval(lower: lower, upper: upper)
  }
}
