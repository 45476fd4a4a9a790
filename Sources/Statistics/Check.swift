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
