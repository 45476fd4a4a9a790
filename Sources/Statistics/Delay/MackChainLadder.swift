/// The chain ladder on a cumulative triangle with Mack's standard errors, free of a distribution.
///
/// f_k = sum C_{i,k+1} / sum C_{i,k}; sigma_k^2 = sum C_{i,k} (C_{i,k+1} / C_{i,k} - f_k)^2 / (rows - 1), the
/// last one, for which one row is left, min(sigma_{n-2}^4 / sigma_{n-3}^2, sigma_{n-3}^2, sigma_{n-2}^2).
/// Source: T. Mack, "Distribution-Free Calculation of the Standard Error of Chain Ladder Reserve Estimates",
/// ASTIN Bulletin 23 (1993), 213-225.
public struct MackChainLadder: Hashable, Sendable {
  /// f_k.
  public let factors: [Double]
  /// sigma_k^2.
  public let variances: [Double]
  /// The last column of each row, known or projected.
  public let ultimates: [Double]
  /// The standard error of each.
  public let standardErrors: [Double]
  /// The sum of what is still to come.
  public let reserve: Double

  /// The projection of rows of cumulative numbers; nil from where the time has not yet come.
  public init(_ triangle: [[Double?]]) throws(StatisticsError) {
    let columns = triangle.map(\.count).max() ?? 0
    guard columns >= 2 else { throw .tooFew(found: columns, needed: 2) }
    let rows = triangle.map { row in row.prefix { $0 != nil }.compactMap { $0 } }
    for (index, row) in rows.enumerated() {
      guard !row.isEmpty, row.allSatisfy({ $0 >= 0 && $0 < 1e100 }) else { throw .value(index: index) }
    }
    var (factors, variances, bases) = ([Double](), [Double?](), [Double]())
    for column in 0..<columns - 1 {
      let pairs = rows.filter { $0.count > column + 1 }.map { ($0[column], $0[column + 1]) }
      let base = pairs.reduce(0) { $0 + $1.0 }
      guard base > 0 else { throw .noEstimate }
      let factor = pairs.reduce(0) { $0 + $1.1 } / base
      let spread = pairs.reduce(0) {
        $1.0 > 0 ? $0 + ($1.1 - factor * $1.0) * ($1.1 - factor * $1.0) / $1.0 : $0
      }
      factors.append(factor)
      bases.append(base)
      variances.append(pairs.count > 1 ? spread / Double(pairs.count - 1) : nil)
    }
    let filled = Self.filled(variances)
    (self.factors, self.variances) = (factors, filled)
    var (ultimates, errors, reserve) = ([Double](), [Double](), 0.0)
    for row in rows {
      var (value, variance) = (row[row.count - 1], 0.0)
      reserve -= value
      for column in row.count - 1..<columns - 1 {
        // The variance of the process and that of the factor, carried on by the factors that follow.
        let own = filled[column] * value + value * value * filled[column] / bases[column]
        variance = factors[column] * factors[column] * variance + own
        value *= factors[column]
      }
      reserve += value
      ultimates.append(value)
      errors.append(variance.squareRoot())
    }
    (self.ultimates, standardErrors, self.reserve) = (ultimates, errors, reserve)
  }

  /// The variances with Mack's rule where only one row was left.
  private static func filled(_ variances: [Double?]) -> [Double] {
    var result: [Double] = []
    for variance in variances {
      if let variance {
        result.append(variance)
      } else if result.count >= 2 {
        let (last, before) = (result[result.count - 1], result[result.count - 2])
        let ratio = before > 0 ? last * last / before : 0
        result.append(min(ratio, before, last))
      } else {
        result.append(result.last ?? 0)
      }
    }
    return result
  }
}
