/// Base64 (RFC 4648, section 4).
public enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes in four digits for each three, filled up with `=`.
  public static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for place in 0..<4 {
        out.append(place <= group.count ? digits[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of a text; nil if it is none. Blanks between the digits do not count; anything else does.
  public static func bytes(_ text: String) -> [UInt8]? { bytes(Array(text.utf8)[...]) }

  /// As above, for a text in ASCII.
  public static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3)
    var word: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text {
      if byte <= 0x20 { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      let value = values[Int(byte)]
      guard value < 64, padding == 0 else { return nil }
      word = word << 6 | UInt32(value)
      digits += 1
      if digits % 4 == 0 {
        out += [
          UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8),
          UInt8(truncatingIfNeeded: word),
        ]
        word = 0
      }
    }
    switch digits % 4 {
    case 1: return nil
    case 2: out.append(UInt8(truncatingIfNeeded: word >> 4))
    case 3: out += [UInt8(truncatingIfNeeded: word >> 10), UInt8(truncatingIfNeeded: word >> 2)]
    default: break
    }
    return out
  }

  /// The bytes that ``text(_:)`` wrote; nil for any other text.
  public static func exactBytes(_ text: String) -> [UInt8]? {
    bytes(text).flatMap { self.text($0) == text ? $0 : nil }
  }

  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
    return table
  }()
}
