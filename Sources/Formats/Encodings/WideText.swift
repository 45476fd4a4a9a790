/// UTF-16 without a byte-order mark, told by what its pairs of bytes mean.
enum WideText {
  /// nil unless nearly every pair means a character that texts are made of, in one order and not in the other.
  static func encoding(of bytes: [UInt8]) -> Encoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let sample = bytes.prefix(64 << 10)
    let pairs = sample.count / 2
    var little = 0
    var big = 0
    for at in stride(from: 0, to: pairs * 2, by: 2) {
      let (first, second) = (UInt16(sample[at]), UInt16(sample[at + 1]))
      if isUsual(second << 8 | first) { little += 1 }
      if isUsual(first << 8 | second) { big += 1 }
    }
    guard max(little, big) * 100 >= pairs * 95, little != big else { return nil }
    return little > big ? .utf16LE : .utf16BE
  }

  /// ASCII, Latin, Cyrillic, Chinese, and their punctuation.
  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x17F, 0x400...0x45F, 0x2010...0x203A, 0x20AC, 0x2116: true
    case 0x3000...0x301F, 0x4E00...0x9FFF, 0xFF00...0xFF5E: true
    default: false
    }
  }
}
