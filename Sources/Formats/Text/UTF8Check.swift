/// Strict UTF-8 as in the Unicode Standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
public enum UTF8Check {
  /// The offset in bytes of the first sequence that is not UTF-8, or nil when all of it is.
  public static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { firstInvalid(in: $0) }
  }

  /// The offset in bytes of the first sequence that is not UTF-8, or nil when all of it is.
  public static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    let count = bytes.count
    var i = 0
    while i < count {
      while i &+ 8 <= count,
        bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        i &+= 8
      }
      guard i < count else { return nil }
      if bytes[i] < 0x80 {
        i &+= 1
        continue
      }
      let length = sequence(bytes, at: i)
      if length == 0 { return i }
      i &+= length
    }
    return nil
  }

  /// The offset of the first zero byte, or nil when there is none.
  public static func firstNUL(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var i = 0
      while i &+ 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // A byte that borrows and had no high bit is zero.
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        i &+= 8
      }
      return bytes[i...].firstIndex(of: 0)
    }
  }

  /// The length of the well-formed sequence of two to four bytes at `i`, or 0.
  private static func sequence(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[i] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard i &+ length <= bytes.count, second.contains(bytes[i &+ 1]) else { return 0 }
    var k = 2
    while k < length {
      if bytes[i &+ k] & 0xC0 != 0x80 { return 0 }
      k &+= 1
    }
    return length
  }
}
