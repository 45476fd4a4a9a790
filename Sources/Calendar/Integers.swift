extension Int {
  /// The quotient rounded down, so that days before 1970 fall into the right cycle.
  func flooredQuotient(_ divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What `flooredQuotient` leaves: never negative.
  func flooredRemainder(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The number, moved into `-limit...limit`.
  func clamped(to limit: Int) -> Int { Swift.min(Swift.max(self, -limit), limit) }

  /// At least `width` digits, filled up with zeros; the sign comes in front of them.
  func padded(_ width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }
}
