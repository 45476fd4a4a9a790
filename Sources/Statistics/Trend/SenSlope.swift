/// The median of the slopes between all pairs of points, and an interval from their ranks.
///
/// Sources: P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", Journal of the
/// American Statistical Association 63 (1968), 1379-1389; the intercept median(y) - slope median(t) is W. J.
/// Conover's (1980). On counts with many zeros it is 0 whatever the trend: use it beside ``MannKendall``
/// only.
public struct SenSlope: Hashable, Sendable {
  /// The change in one step of time.
  public let slope: Double
  /// The value of the line at time 0.
  public let intercept: Double
  private let slopes: [Double]
  private let variance: Double

  /// The slope of values at the times 0, 1, 2, ...; a missing value (nil) leaves its place in time empty.
  public init(_ values: [Double?]) throws(StatisticsError) {
    let points = values.enumerated().compactMap { index, value in value.map { (Double(index), $0) } }
    try self.init(times: points.map(\.0), values: points.map(\.1))
  }

  /// The slope of values at times that differ.
  public init(times: [Double], values: [Double]) throws(StatisticsError) {
    guard times.count == values.count else { throw .lengths(times.count, values.count) }
    guard times.count <= 5_000 else { throw .tooLarge }
    try Check.values(times, atLeast: 2)
    try Check.values(values)
    var slopes: [Double] = []
    slopes.reserveCapacity(times.count * (times.count - 1) / 2)
    for later in times.indices.dropFirst() {
      for earlier in 0..<later where times[later] != times[earlier] {
        slopes.append((values[later] - values[earlier]) / (times[later] - times[earlier]))
      }
    }
    guard !slopes.isEmpty else { throw .noEstimate }
    slopes.sort()
    self.slopes = slopes
    slope = slopes.median
    intercept = values.median - times.median * slope
    variance = MannKendall(present: values).variance
  }

  /// The slopes of the ranks (N' - C) / 2 and (N' + C) / 2 + 1, where C = z sqrt(Var S).
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1,
      let z = SpecialFunctions.normalQuantile((1 + confidence) / 2)
    else { return nil }
    let (count, reach) = (Double(slopes.count), z * variance.squareRoot())
    let lower = Int(((count - reach) / 2).rounded(.toNearestOrEven)) - 1
    let upper = Int(((count + reach) / 2).rounded(.toNearestOrEven))
    return Interval(lower: slopes[max(0, lower)], upper: slopes[min(slopes.count - 1, upper)])
  }
}
