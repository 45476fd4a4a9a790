/// P values adjusted for how many were looked at; a missing one (nil) stays missing and does not count.
///
/// Sources: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289-300; Y.
/// Benjamini and D. Yekutieli, Annals of Statistics 29 (2001), 1165-1188; S. Holm, Scandinavian Journal of
/// Statistics 6 (1979), 65-70; G. Hommel, Biometrika 75 (1988), 383-386.
public enum MultipleTesting {
  /// min over j >= i of m p_(j) / j: the false discovery rate at which each would be reported.
  public static func benjaminiHochberg(_ p: [Double?]) throws(StatisticsError) -> [Double?] {
    try adjusted(p) { sorted in stepUp(sorted, factor: 1) }
  }

  /// Benjamini and Hochberg's times 1 + 1/2 + ... + 1/m, which holds under any dependence.
  public static func benjaminiYekutieli(_ p: [Double?]) throws(StatisticsError) -> [Double?] {
    try adjusted(p) { sorted in
      stepUp(sorted, factor: (1...sorted.count).reduce(0) { $0 + 1 / Double($1) })
    }
  }

  /// max over j <= i of (m - j + 1) p_(j): no false report at all, with this probability.
  public static func holm(_ p: [Double?]) throws(StatisticsError) -> [Double?] {
    try adjusted(p) { sorted in
      var largest = 0.0
      return sorted.enumerated().map { index, value in
        largest = max(largest, min(1, Double(sorted.count - index) * value))
        return largest
      }
    }
  }

  /// m p: no false report at all, with this probability.
  public static func bonferroni(_ p: [Double?]) throws(StatisticsError) -> [Double?] {
    try adjusted(p) { sorted in sorted.map { min(1, Double(sorted.count) * $0) } }
  }

  /// Hommel's, the closed test on Simes' inequality: never above Holm's, valid when Simes' inequality is.
  public static func hommel(_ p: [Double?]) throws(StatisticsError) -> [Double?] {
    try adjusted(p, hommel(sorted:))
  }

  /// The level at which intervals of the selected results are to be given, 1 - q R / m; nil when none was
  /// selected.
  ///
  /// Source: Y. Benjamini and D. Yekutieli, Journal of the American Statistical Association 100 (2005),
  /// 71-81.
  public static func falseCoverageConfidence(_ p: [Double?], rate: Double) throws(StatisticsError) -> Double?
  {
    try Check.probability(rate, "The false discovery rate")
    let values = try benjaminiHochberg(p).compactMap { $0 }
    let selected = values.count { $0 <= rate }
    return selected == 0 ? nil : 1 - rate * Double(selected) / Double(values.count)
  }

  private static func stepUp(_ sorted: [Double], factor: Double) -> [Double] {
    let m = Double(sorted.count)
    var (result, smallest) = (sorted, 1.0)
    for index in sorted.indices.reversed() {
      smallest = min(smallest, factor * m * sorted[index] / Double(index + 1))
      result[index] = smallest
    }
    return result
  }

  private static func hommel(sorted p: [Double]) -> [Double] {
    let n = p.count
    let simes = (0..<n).map { (index: Int) -> Double in Double(n) * p[index] / Double(index + 1) }.min() ?? 1
    var best = [Double](repeating: simes, count: n)
    guard n > 2 else { return zip(best, p).map { max($0, $1) } }
    for size in (2...n - 1).reversed() {
      let rest = n - size + 1
      let scaled = (rest..<n).map { (index: Int) -> Double in
        Double(size) * p[index] / Double(index - rest + 2)
      }
      let bound = scaled.min() ?? 1
      var level = (0..<n).map { min(Double(size) * p[$0], bound) }
      for index in rest..<n { level[index] = level[rest - 1] }
      best = zip(best, level).map { max($0, $1) }
    }
    return zip(best, p).map { max($0, $1) }
  }

  private static func adjusted(
    _ p: [Double?], _ adjust: ([Double]) -> [Double]
  ) throws(StatisticsError) -> [Double?] {
    for (index, value) in p.enumerated() {
      if let value, !(value >= 0 && value <= 1) { throw .value(index: index) }
    }
    let order = p.indices.filter { p[$0] != nil }.sorted { (p[$0] ?? 0) < (p[$1] ?? 0) }
    var result = [Double?](repeating: nil, count: p.count)
    guard !order.isEmpty else { return result }
    for (index, value) in zip(order, adjust(order.map { p[$0] ?? 1 })) { result[index] = value }
    return result
  }
}
