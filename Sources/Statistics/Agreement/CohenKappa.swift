/// How far two who coded the same things agree beyond chance: 1 is always, 0 is as often as chance would have it.
///
/// With p the table of shares, po its diagonal and pe = sum p_i. p_.i, kappa = (po - pe) / (1 - pe).
/// Source of kappa: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
/// Measurement 20 (1960), 37-46.
/// Source of the standard error: J. L. Fleiss, J. Cohen, B. S. Everitt, "Large Sample Standard Errors of Kappa and
/// Weighted Kappa", Psychological Bulletin 72 (1969), 323-327, the formula for a kappa that is not 0:
///
///     n (1 - pe)^4 var = sum_i p_ii [(1 - pe) - (p_i. + p_.i)(1 - po)]^2
///       + (1 - po)^2 sum_{i /= j} p_ij (p_.i + p_j.)^2 - (po pe - 2 pe + po)^2
///
/// The interval is kappa -+ z se, cut to -1 ... 1. It is for large samples, and has no width where the two never
/// disagree or one of them gave one code throughout: there its limits are those of Wilson's interval for po, with pe
/// as it is.
public struct CohenKappa: Hashable, Sendable {
  /// How many things both coded.
  public let count: Int
  /// How many of them both coded alike.
  public let agreed: Int
  /// nil where both used one and the same code throughout: chance alone would agree as often.
  public let kappa: Double?
  /// The large-sample standard error; nil where there is no kappa.
  public let standardError: Double?
  /// The limits of kappa; nil where there is no kappa.
  public let interval: Interval?

  /// The share coded alike.
  public var share: Double { Double(agreed) / Double(count) }

  /// Holds two codings against each other.
  /// - Parameters:
  ///   - pairs: one pair a thing: the code that the first gave, and that of the second. Codes are equal or not; there is
  ///     no nearness among them.
  ///   - confidence: of the interval.
  /// - Throws: ``StatisticsError`` for no pairs, or a confidence that is none.
  public init<Code: Hashable>(_ pairs: [(first: Code, second: Code)], confidence: Double = 0.95)
    throws(StatisticsError)
  {
    if pairs.isEmpty { throw .tooFew(found: 0, needed: 1) }
    try Check.probability(confidence, "confidence")
    let table = AgreementTable(pairs)
    count = pairs.count
    agreed = pairs.count { $0.first == $0.second }
    guard let z = SpecialFunctions.normalQuantile((1 + confidence) / 2),
      let wilson = WilsonInterval(successes: agreed, trials: count, confidence: confidence),
      let kappa = table.kappa
    else {
      (kappa, standardError, interval) = (nil, nil, nil)
      return
    }
    let error = table.standardError
    self.kappa = kappa
    standardError = error
    // Rounding leaves something of a width that is none.
    let limits =
      error > 1e-7
      ? Interval(lower: kappa - z * error, upper: kappa + z * error)
      : Interval(lower: wilson.lower, upper: wilson.upper)
        .map { ($0 - table.byChance) / (1 - table.byChance) }
    interval = Interval(lower: max(-1, limits.lower), upper: min(1, limits.upper))
  }
}

/// The shares of each pair of codes, and of each code.
private struct AgreementTable {
  private let count: Double
  private let rows: [Int]
  private let columns: [Int]
  private let cells: [[Int]]
  private let observed: Double
  let byChance: Double

  init<Code: Hashable>(_ pairs: [(first: Code, second: Code)]) {
    var numbers: [Code: Int] = [:]
    for pair in pairs {
      for code in [pair.first, pair.second] where numbers[code] == nil { numbers[code] = numbers.count }
    }
    var cells = [[Int]](repeating: [Int](repeating: 0, count: numbers.count), count: numbers.count)
    for pair in pairs { cells[numbers[pair.first]!][numbers[pair.second]!] += 1 }
    self.cells = cells
    rows = cells.map { $0.reduce(0, +) }
    columns = cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    count = Double(pairs.count)
    observed = Double(cells.indices.reduce(0) { $0 + cells[$1][$1] }) / count
    byChance = zip(rows, columns).reduce(0) { $0 + Double($1.0) * Double($1.1) } / (count * count)
  }

  /// Whole numbers tell that all is one code, where shares might miss it by a rounding.
  var kappa: Double? {
    let isOneCode = zip(rows, columns).contains { $0 == Int(count) && $1 == Int(count) }
    return isOneCode ? nil : (observed - byChance) / (1 - byChance)
  }

  var standardError: Double {
    var (diagonal, others) = (0.0, 0.0)
    for i in cells.indices {
      for j in cells.indices where cells[i][j] > 0 {
        let share = Double(cells[i][j]) / count
        if i == j {
          let term = (1 - byChance) - Double(rows[i] + columns[i]) / count * (1 - observed)
          diagonal += share * term * term
        } else {
          let term = Double(columns[i] + rows[j]) / count
          others += share * term * term
        }
      }
    }
    let last = observed * byChance - 2 * byChance + observed
    let variance = diagonal + (1 - observed) * (1 - observed) * others - last * last
    let rest = 1 - byChance
    return max(0, variance / count).squareRoot() / (rest * rest)
  }
}
