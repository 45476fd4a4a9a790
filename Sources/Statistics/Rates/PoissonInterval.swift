/// The exact central confidence interval for the rate behind one count of events.
///
/// Source: F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936), 437-442. For k
/// events the limits of the mean are half the chi-square quantiles of alpha/2 with 2k and of 1 - alpha/2 with
/// 2k + 2 degrees of freedom; both are divided by the exposure. It covers at least as often as it says.
public struct PoissonInterval: Hashable, Sendable {
  /// The events counted.
  public let count: Int
  /// What they were counted over, in the unit the rate is per, such as months.
  public let exposure: Double
  /// The probability the interval was asked for, such as 0.95.
  public let confidence: Double
  /// The lower limit of the rate; 0 when nothing was counted.
  public let lower: Double
  /// The upper limit of the rate.
  public let upper: Double

  /// Events per unit of exposure.
  public var rate: Double { Double(count) / exposure }

  /// The interval for `count` events, or nil when count < 0, exposure is not a positive number, or confidence
  /// is not between 0 and 1, and for counts above about 1e10, which no longer converge.
  public init?(count: Int, exposure: Double = 1, confidence: Double = 0.95) {
    let tail = (1 - confidence) / 2
    guard count >= 0, exposure > 0, exposure.isFinite, confidence > 0, confidence < 1,
      let upper = SpecialFunctions.inverseGammaQ(shape: Double(count) + 1, probability: tail),
      let lower = count == 0
        ? 0 : SpecialFunctions.inverseGammaP(shape: Double(count), probability: tail),
      (upper / exposure).isFinite
    else { return nil }
    self.count = count
    self.exposure = exposure
    self.confidence = confidence
    self.lower = lower / exposure
    self.upper = upper / exposure
  }
}
