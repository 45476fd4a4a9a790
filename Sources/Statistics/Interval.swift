/// Limits around an estimate.
public struct Interval: Hashable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit; it may be infinite, then there is none.
  public let upper: Double

  /// The limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  func map(_ transform: (Double) -> Double) -> Interval {
    Interval(lower: transform(lower), upper: transform(upper))
  }
}
