/// The improved Farrington method: an expected count from the same season of the years before, and a bound
/// above it.
///
/// The reference is the windows of +/- w periods around the same place in the b years before; the rest of the
/// years is cut into blocks that enter as factors. A quasi-Poisson fit with past outliers weighted down
/// (``FarringtonModel``) has a trend if it is significant, does not predict above all that was seen, and b >=
/// 3. Sources: C. P. Farrington et al., Journal of the Royal Statistical Society A 159 (1996), 547-563; A.
/// Noufaily et al., "An Improved Algorithm for Outbreak Detection in Multiple Surveillance Systems",
/// Statistics in Medicine 32 (2013), 1206-1222. It needs b * 12 + w + 1 months.
///
/// R's surveillance scales the standard errors of the weighted fit wrongly and so keeps trends that are not
/// there in 17 to 65 of 100 months; ``Settings/standardErrors`` has both.
public struct FarringtonFlexible: Hashable, Sendable {
  /// How the bound is computed.
  public enum Bound: String, CaseIterable, Sendable {
    /// A normal approximation on the scale of the power transformation.
    case delta
    /// The quantile of the negative binomial at the expected count.
    case nbPlugin
    /// The quantile of the negative binomial at the upper limit of the expected count.
    case muan
  }

  /// The settings; the defaults are those of the publication for months.
  public struct Settings: Hashable, Sendable {
    /// Periods in a year.
    public var period = 12
    /// b, the years looked back.
    public var years = 5
    /// w, the half width of the windows.
    public var halfWidth = 3
    /// Blocks in a year, the window being one; 1 uses the windows only.
    public var blocks = 1
    /// The probability above the bound.
    public var significance = 0.05
    /// How the bound is computed.
    public var bound = Bound.delta
    /// The scale of the delta bound.
    public var transformation = PowerTransformation.twoThirds
    /// Whether past outliers are weighted down.
    public var reweights = true
    /// The residual above which they are.
    public var weightsThreshold = 2.58
    /// Whether a trend may be fitted.
    public var hasTrend = true
    /// The p below which it is kept.
    public var trendSignificance = 0.05
    /// The periods just before that are left out; nil for w.
    public var pastNotIncluded: Int?
    /// No alarm with fewer events than this ...
    public var leastEvents = 5
    /// ... in so many periods, the present one included.
    public var leastEventsPeriods = 4
    /// How standard errors are scaled.
    public var standardErrors = StandardErrors.pearson

    /// The defaults.
    public init() {}
  }

  /// How the standard errors of the weighted fit are scaled.
  public enum StandardErrors: Sendable {
    /// With Pearson's dispersion.
    case pearson
    /// As R's surveillance 1.20 to 1.26 does: wrong, for comparison only.
    case surveillance
  }

  /// The upper bound; nil with too few events for an alarm.
  public let upper: Double?
  /// The expected count; nil with too few events for an alarm.
  public let expected: Double?
  /// The standard error of the logarithm of the expected count.
  public let logStandardError: Double
  /// The dispersion, at least 1.
  public let dispersion: Double
  /// The degrees of freedom that the dispersion is estimated with.
  public let residualDegrees: Int
  /// The change of the logarithm of the expected count in a period; nil when no trend was kept.
  public let trend: Double?
  /// The probability of a count at least as great as the one seen; nil where it has none.
  public let p: Double?
  /// Whether the count is above the bound.
  public let isAlarm: Bool
}
