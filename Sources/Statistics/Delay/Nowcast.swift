/// How many events of the last periods there will be in the end, from how late earlier ones became known.
///
/// The reverse hazard of a delay x is g_x = n_x / N_x: the events known after exactly x, of those known after
/// x at most, over the periods old enough; the share known at age a is F(a) = product over x > a of (1 -
/// g_x), and a period has n / F(a) events in the end. Var N = n (n + 1) / F^4 Var F + n (1 - F) / F^2 with
/// Var F = F^2 sum over x > a of g_x / (N_x (1 - g_x)). Source: J. F. Lawless, "Adjustments for Reporting
/// Delays and the Prediction of Occurred but Not Reported Events", Canadian Journal of Statistics 22 (1994),
/// 15-31. The point estimate is the chain ladder's. R's surveillance leaves the first term of the variance
/// out by mistake.
public struct Nowcast: Sendable {
  /// One period.
  public struct Period: Hashable, Sendable {
    /// The events known so far, n.
    public let known: Int
    /// The share of events known at its age, F; nil where the triangle does not tell.
    public let share: Double?
    /// The variance of F.
    public let shareVariance: Double?
  }

  /// n_x.
  public let exactly: [Int]
  /// N_x.
  public let atMost: [Int]
  /// g_x; nil where N_x is 0.
  public let hazards: [Double?]
  /// The periods, oldest first.
  public let periods: [Period]

  /// The nowcast of a triangle.
  public init(_ triangle: ReportingTriangle) {
    let rows = triangle.cells
    var (exactly, atMost) = ([Int](), [Int]())
    for delay in 0...triangle.longestDelay {
      let old = rows.filter { $0[delay] != nil }
      exactly.append(old.reduce(0) { $0 + ($1[delay] ?? 0) })
      atMost.append(old.reduce(0) { $0 + $1[...delay].reduce(0) { $0 + ($1 ?? 0) } })
    }
    (self.exactly, self.atMost) = (exactly, atMost)
    let hazards = zip(exactly, atMost).map { $1 > 0 ? Double($0) / Double($1) : nil }
    self.hazards = hazards
    periods = zip(triangle.known, triangle.age).map { known, age in
      var (share, sum): (Double?, Double) = (1.0, 0.0)
      for delay in hazards.indices where delay > age {
        guard let hazard = hazards[delay], hazard < 1, let before = share else {
          share = nil
          break
        }
        share = before * (1 - hazard)
        sum += hazard / (Double(atMost[delay]) * (1 - hazard))
      }
      return Period(known: known, share: share, shareVariance: share.map { $0 * $0 * sum })
    }
  }
}

extension Nowcast.Period {
  /// n / F; nil where F is not known.
  public var estimate: Double? { share.map { Double(known) / $0 } }

  /// Lawless's variance of the number of events in the end.
  public var variance: Double? {
    guard let share, let shareVariance, let varianceAtFixedDelays else { return nil }
    let n = Double(known)
    return n * (n + 1) / power(share, 4) * shareVariance + varianceAtFixedDelays
  }

  /// The same without the uncertainty of F.
  public var varianceAtFixedDelays: Double? {
    share.map { Double(known) * (1 - $0) / ($0 * $0) }
  }

  /// A quantile of the number in the end: n plus a negative binomial of size n + 1/2 and probability F
  /// (Jeffreys).
  ///
  /// It takes F as known; see ``interval(confidence:)`` for what allows for its uncertainty.
  public func quantile(_ probability: Double) -> Int? {
    guard let share else { return nil }
    if share >= 1 { return known }
    return CountDistribution.negativeBinomial(size: Double(known) + 0.5, probability: share)
      .quantile(probability).map { known + $0 }
  }

  /// Whether at least this share is known, so that the period may be compared with older ones.
  public func isMature(share least: Double = 0.95) -> Bool { share.map { $0 >= least } ?? false }
}
