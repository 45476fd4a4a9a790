/// Which of the encodings without a mark a text is in, by the letters it would be made of.
enum Sniff {
  /// nil unless one of them fits well.
  static func narrow(_ bytes: [UInt8]) -> Decoded? {
    if let encoding = CyrillicPairs.encoding(of: bytes), let text = converted(bytes, encoding) { return text }
    let chinese = [Encoding.gb18030, .big5].compactMap { encoding -> (Decoded, Double)? in
      guard let text = converted(bytes, encoding), let share = CommonHanzi.share(in: text.bytes) else {
        return nil
      }
      return (text, share)
    }
    if let best = chinese.max(by: { $0.1 < $1.1 }), best.1 >= CommonHanzi.needed { return best.0 }
    return isTypographicLatin(bytes) ? converted(bytes, .windows1252) : nil
  }

  private static func converted(_ bytes: [UInt8], _ encoding: Encoding) -> Decoded? {
    guard case .text(let text, _)? = Iconv.decode(bytes, from: encoding, replacing: false), !text.contains(0)
    else { return nil }
    return Decoded(sniffed: text, encoding)
  }

  /// English with the quotation marks and dashes of windows-1252, and letters with accents inside words.
  private static func isTypographicLatin(_ bytes: [UInt8]) -> Bool {
    var marks = 0
    for (at, byte) in bytes.enumerated() where byte >= 0x80 {
      switch byte {
      case 0x91...0x97: marks += 1
      case 0x80, 0x85, 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xBB: break
      case 0xC0...0xFF:
        let before = at > 0 && isLetter(bytes[at - 1])
        let after = at + 1 < bytes.count ? bytes[at + 1] : 0x20
        guard after < 0x80 || (0x91...0x97).contains(after), before || isLetter(after) else { return false }
      default: return false
      }
    }
    return marks > 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
