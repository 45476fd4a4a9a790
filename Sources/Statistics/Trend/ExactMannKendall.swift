extension MannKendall {
  /// The two-sided p over all orders of the values, ties kept; nil above 200 values, where the approximation
  /// is as good.
  ///
  /// The number of orders with k inversions is the coefficient of q^k in the q-multinomial [n]! / product
  /// [u]! over the sizes u of the ties (P. A. MacMahon 1916); without ties it is the Mahonian number. Ask for
  /// it up to n = 10.
  public static func exactP(_ values: [Double?]) throws(StatisticsError) -> Double? {
    let present = values.compactMap { $0 }
    try Check.values(present, atLeast: 2)
    guard present.count <= 200 else { return nil }
    let test = MannKendall(present: present)
    let shares = inversions(ties(present))
    // Of M untied pairs k are inverted: S = M - 2 k.
    var sum = 0.0
    for (inverted, share) in shares.enumerated()
    where abs(test.untiedPairs - 2 * inverted) >= abs(test.score) { sum += share }
    return min(1, sum)
  }

  /// The share of the orders of a multiset that have 0, 1, 2, ... inversions.
  private static func inversions(_ ties: [Int]) -> [Double] {
    var (shares, total) = ([1.0], 0)
    for tie in ties {
      // A Gaussian binomial: the values so far and the new ones, each inversion counted once.
      for step in 1...tie {
        let high = total + step
        shares = product(shares, high, divisor: step)
      }
      total += tie
    }
    return shares
  }

  /// The polynomial times (1 - q^high) / (1 - q^divisor), and times divisor / high so that it sums to 1.
  private static func product(_ shares: [Double], _ high: Int, divisor: Int) -> [Double] {
    var result = shares + [Double](repeating: 0, count: high - divisor)
    let scale = Double(divisor) / Double(high)
    // The quotient of the numerator polynomial by 1 - q^divisor, term by term from the lowest.
    for index in result.indices {
      let numerator = (index < shares.count ? shares[index] : 0)
      let taken = index >= high && index - high < shares.count ? shares[index - high] : 0
      let carried = index >= divisor ? result[index - divisor] : 0
      result[index] = (numerator - taken) * scale + carried
    }
    return result.map { max(0, $0) }
  }
}
