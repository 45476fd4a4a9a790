public import TimeSeries

/// A method that stands beside the verdict: what it finds in the counts that were tested. No verdict rests on it.
public enum TrendMethod: String, CaseIterable, Sendable {
  // Beside every row that is explained.
  case poisson
  case negativeBinomial = "negative-binomial"
  case count
  case recent
  case seasonalMannKendall = "seasonal-mann-kendall"
  case senSlope = "sen-slope"
  case changePoint = "change-point"
  case bursts
  case share
  // On request only: they cry wolf more often than they say, want longer series, or date without saying how surely.
  case ears
  case cusum
  case outbreak
  case pettitt
  case bocpd
  case optimalPartitioning = "optimal-partitioning"
  case hamedRao = "hamed-rao"
  case mack

  /// What stands beside every row that is explained.
  public static let usual: [TrendMethod] = [
    .poisson, .negativeBinomial, .count, .recent, .seasonalMannKendall, .senSlope, .changePoint, .bursts,
    .share,
  ]

  /// What it is, and how far it goes.
  public var meaning: String {
    switch self {
    case .poisson: "Poisson trend, ratio a year with Wald's interval: too narrow where counts vary more"
    case .negativeBinomial: "negative binomial trend, ratio a year with the profile interval"
    case .count: "the last period with the exact interval of the number behind it (Garwood)"
    case .recent: "the last year against the time before, exact rate ratio: no allowance for more variation"
    case .seasonalMannKendall: "ranks within each season (Hirsch, Slack, Smith)"
    case .senSlope: "median slope over all pairs (Theil, Sen): 0 where most periods are 0"
    case .changePoint: "one change of a Poisson rate, 0.5 before (Bayes): a growing series has one too"
    case .bursts: "spells of a raised share of all acts (Kleinberg)"
    case .share: "share of all acts with Wilson's interval"
    case .ears: "EARS C1: 20 to 40 times as many alarms as stated on counts"
    case .cusum: "Poisson CUSUM for a doubling, 100 periods between false alarms if counts are Poisson"
    case .outbreak: "outbreakP (Frisen, Andersson, Schioler): how often it cries wolf is not known"
    case .pettitt: "Pettitt's test for one shift, ranks: conservative, no counts"
    case .bocpd: "Bayesian online change points, one in 50 periods expected"
    case .optimalPartitioning: "optimal partitioning, penalty 2 log n: dates without saying how surely"
    case .hamedRao: "Mann-Kendall corrected for autocorrelation (Hamed, Rao): unstable below 50 periods"
    case .mack: "chain ladder (Mack) over all live entries: acts still to come, with standard error"
    }
  }
}

/// What methods are applied to.
public struct MethodInput: Sendable {
  /// The counts that were tested.
  public let tested: TestedCounts
  /// All acts in the same periods; nil for a total.
  public let all: [Int]?
  /// How late entries come.
  public let delays: EntryDelays
}

extension TrendMethod {
  /// What it finds, in a few words: `Poisson x1.12 a year (1.05 to 1.19)`; says so where nothing is defined.
  public func finding(_ input: MethodInput) -> String {
    guard let found = try? words(input) else { return "\(rawValue): not defined for these counts" }
    return "\(rawValue): \(found)"
  }
}
