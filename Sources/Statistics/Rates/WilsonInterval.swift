/// The score confidence interval for a share.
///
/// Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of
/// the American Statistical Association 22 (1927), 209-212: the shares p with |share - p| <= z sqrt(p (1 - p)
/// / n).
public struct WilsonInterval: Hashable, Sendable {
  /// The cases that have the property.
  public let successes: Int
  /// All cases.
  public let trials: Int
  /// The probability the interval was asked for, such as 0.95.
  public let confidence: Double
  /// The lower limit of the share, 0 to 1.
  public let lower: Double
  /// The upper limit of the share, 0 to 1.
  public let upper: Double

  /// The share that was seen.
  public var share: Double { Double(successes) / Double(trials) }

  /// The interval for `successes` of `trials`, or nil when there are no trials, more successes than trials, a
  /// negative number, or a confidence that is not between 0 and 1.
  public init?(successes: Int, trials: Int, confidence: Double = 0.95) {
    guard trials > 0, (0...trials).contains(successes), confidence > 0, confidence < 1,
      let z = SpecialFunctions.normalQuantile((1 - confidence) / 2)
    else { return nil }
    let (count, share) = (Double(trials), Double(successes) / Double(trials))
    let square = z * z / count
    let centre = (share + square / 2) / (1 + square)
    let half = (square * (share * (1 - share) + square / 4)).squareRoot() / (1 + square)
    self.successes = successes
    self.trials = trials
    self.confidence = confidence
    // At the ends of the scale the limit is exact; rounding must not push it off.
    lower = successes == 0 ? 0 : max(0, centre - half)
    upper = successes == trials ? 1 : min(1, centre + half)
  }
}
