/// The bytes that dates are written with.
enum Ascii {
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")
  static let hyphen = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let slash = UInt8(ascii: "/")
  static let unspecified = UInt8(ascii: "X")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  /// The number the digits spell, or nil when there is none, another byte, or more than 18 digits.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18, bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - zero) }
  }
}
