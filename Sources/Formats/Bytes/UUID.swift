/// Names of version 8 (RFC 9562): the front of a digest, so that equal content has equal names.
public enum UUID8 {
  /// The lower-case canonical text of a UUID made of the first 16 bytes of `digest`, which must have them.
  public static func from(digest: [UInt8]) -> String {
    precondition(digest.count >= 16, "a UUID needs 16 bytes of digest")
    return canonical(Array(digest.prefix(16)), version: 8)
  }
}

/// Names of version 7 (RFC 9562): 48 bits of time, then chance, so that they sort by when they were made.
public enum UUID7 {
  /// The lower-case canonical text for a time in milliseconds since 1970 UTC (below 2^48), filled from `random`.
  public static func make(milliseconds: UInt64, random: inout some RandomNumberGenerator) -> String {
    precondition(milliseconds < 1 << 48, "a time of more than 48 bits")
    var bytes: [UInt8] = []
    for shift in stride(from: 40, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: milliseconds >> UInt64(shift)))
    }
    for _ in 0..<10 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    return canonical(bytes, version: 7)
  }
}

private func canonical(_ given: [UInt8], version: UInt8) -> String {
  var bytes = given
  bytes[6] = bytes[6] & 0x0F | version << 4
  bytes[8] = bytes[8] & 0x3F | 0x80
  let digits: StaticString = "0123456789abcdef"
  return String(unsafeUninitializedCapacity: 36) { text in
    var at = 0
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 6 || place == 8 || place == 10 {
        text[at] = UInt8(ascii: "-")
        at += 1
      }
      (text[at], text[at + 1]) = (digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)])
      at += 2
    }
    return at
  }
}
