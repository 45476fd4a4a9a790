/// Bytes as text (RFC 4648, section 4), for what a JSON text cannot hold.
public enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
    return table
  }()

  /// The bytes in digits, padded.
  public static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for at in stride(from: 0, to: bytes.count, by: 3) {
      let piece = bytes[at..<min(at + 3, bytes.count)]
      let word = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
      for digit in 0...3 {
        out.append(digit <= piece.count ? digits[word >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes that ``text(_:)`` wrote; nil for any other text.
  public static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 4 == 0 else { return nil }
    let padding = digits.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var out: [UInt8] = []
    out.reserveCapacity(digits.count / 4 * 3)
    for at in stride(from: 0, to: digits.count, by: 4) {
      var word = 0
      for (place, digit) in digits[at..<(at + 4)].enumerated() {
        let isPadding = at + place >= digits.count - padding
        guard isPadding || values[Int(digit)] < 64 else { return nil }
        word = word << 6 | (isPadding ? 0 : Int(values[Int(digit)]))
      }
      out += [UInt8(word >> 16), UInt8(word >> 8 & 255), UInt8(word & 255)]
    }
    out.removeLast(padding)
    return self.text(out) == text ? out : nil
  }
}
