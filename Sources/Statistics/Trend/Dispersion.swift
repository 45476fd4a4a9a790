/// Whether counts vary more than Poisson counts of one rate.
///
/// Source: R. A. Fisher, Statistical Methods for Research Workers, section 20: sum (y - mean)^2 / mean is
/// chi-square with n - 1 degrees of freedom.
public struct Dispersion: Hashable, Sendable {
  /// The mean count.
  public let mean: Double
  /// The variance with n - 1 in the denominator.
  public let variance: Double
  /// Fisher's chi-square.
  public let chiSquare: Double
  /// n - 1.
  public let degreesOfFreedom: Int

  /// The dispersion of at least two counts; throws `nothingCounted` when all are zero.
  public init(_ counts: [Int]) throws(StatisticsError) {
    try Check.counts(counts, atLeast: 2)
    // In order of size, so that the last digits do not depend on the order of the counts.
    let values = counts.sorted().map(Double.init)
    guard values.sum > 0 else { throw .nothingCounted }
    mean = values.mean
    degreesOfFreedom = counts.count - 1
    variance = values.squaredDeviations / Double(degreesOfFreedom)
    chiSquare = values.squaredDeviations / mean
  }

  /// Variance over mean; 1 for Poisson counts.
  public var index: Double { variance / mean }

  /// The probability of so much variation in Poisson counts.
  public var overdispersionP: Double? {
    SpecialFunctions.chiSquareUpperTail(chiSquare, degreesOfFreedom: Double(degreesOfFreedom))
  }

  /// mean^2 / (variance - mean): the size of the negative binomial by moments; nil when the variance is not
  /// above the mean.
  public var negativeBinomialSize: Double? {
    variance > mean ? mean * mean / (variance - mean) : nil
  }
}
