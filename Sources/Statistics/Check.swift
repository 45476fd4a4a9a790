/// What every method asks of its input before it computes.
enum Check {
  static let largestCount = 1_000_000_000

  static func counts(_ counts: [Int], atLeast needed: Int = 1) throws(StatisticsError) {
    if counts.count < needed { throw .tooFew(found: counts.count, needed: needed) }
    if let index = counts.firstIndex(where: { $0 < 0 || $0 > largestCount }) { throw .count(index: index) }
  }

  static func exposures(_ exposures: [Double]?, for counts: [Int]) throws(StatisticsError) {
    guard let exposures else { return }
    if exposures.count != counts.count { throw .lengths(counts.count, exposures.count) }
    if let index = exposures.firstIndex(where: { !($0 > 1e-100 && $0 < 1e100) }) {
      throw .exposure(index: index)
    }
  }

  static func values(_ values: [Double], atLeast needed: Int = 1) throws(StatisticsError) {
    if values.count < needed { throw .tooFew(found: values.count, needed: needed) }
    if let index = values.firstIndex(where: { !(abs($0) < 1e100) }) { throw .value(index: index) }
  }

  static func confidence(_ confidence: Double) throws(StatisticsError) {
    try probability(confidence, "The confidence")
  }

  static func probability(_ value: Double, _ name: String) throws(StatisticsError) {
    guard value > 0, value < 1 else { throw .setting(name, mustBe: "between 0 and 1") }
  }

  static func positive(_ value: Double, _ name: String) throws(StatisticsError) {
    guard value > 1e-100, value < 1e100 else { throw .setting(name, mustBe: "a positive number") }
  }

  static func atLeast(_ least: Int, _ value: Int, _ name: String) throws(StatisticsError) {
    guard value >= least, value <= 1_000_000 else {
      throw .setting(name, mustBe: "between \(least) and 1,000,000")
    }
  }
}

extension Array where Element == Double {
  var sum: Double { reduce(0, +) }

  var mean: Double { sum / Double(count) }

  /// The sum of the squared distances from the mean.
  var squaredDeviations: Double {
    let centre = mean
    return reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
  }

  /// The middle value, or the mean of the two middle ones; the array must not be empty.
  var median: Double {
    let sorted = sorted()
    let middle = count / 2
    return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

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
