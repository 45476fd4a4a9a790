/// A fraction of whole numbers.
public struct Fraction: Hashable, Sendable, CustomStringConvertible {
  /// The upper number.
  public let numerator: Int
  /// The lower number, above 0.
  public let denominator: Int

  /// 0/1.
  public static let zero = Fraction(0, over: 1)

  /// The fraction as given; the denominator must be positive.
  init(_ numerator: Int, over denominator: Int) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// Its value as a number.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The fraction with no common divisor.
  public var reduced: Fraction {
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    return divisor > 1 ? Fraction(numerator / divisor, over: denominator / divisor) : self
  }

  /// The sum, reduced; nil when it does not fit 64 bits.
  public static func + (left: Fraction, right: Fraction) -> Fraction? {
    let divisor = commonDivisor(left.denominator.magnitude, right.denominator.magnitude)
    let (one, other) = (right.denominator / divisor, left.denominator / divisor)
    let first = left.numerator.multipliedReportingOverflow(by: one)
    let second = right.numerator.multipliedReportingOverflow(by: other)
    let sum = first.partialValue.addingReportingOverflow(second.partialValue)
    let denominator = left.denominator.multipliedReportingOverflow(by: one)
    guard !first.overflow, !second.overflow, !sum.overflow, !denominator.overflow else { return nil }
    return Fraction(sum.partialValue, over: denominator.partialValue).reduced
  }

  /// `3/4`.
  public var description: String { "\(numerator)/\(denominator)" }

  private static func commonDivisor(_ one: UInt, _ other: UInt) -> Int {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return Int(a)
  }
}
