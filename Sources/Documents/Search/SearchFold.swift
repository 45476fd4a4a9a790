internal import Names

/// How words are written in the search index: small letters, е for ё, plain digits, no accents apart from those
/// that make another letter, simplified Chinese characters for traditional ones.
enum SearchFold {
  /// What a character is to the index.
  enum Reading { case word, joiner, part }

  /// Of one that is not Chinese.
  static func reading(of value: UInt32) -> Reading {
    if 0x400...0x481 ~= value || 0x48A...0x52F ~= value { return .word }
    if isInvisible(value) { return .joiner }
    guard let properties = Unicode.Scalar(value)?.properties else { return .part }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return .word
    case .nonspacingMark, .spacingMark: return .joiner
    default: return .part
    }
  }

  /// Hands over the bytes of the folded form of a character that is not Chinese.
  static func forEachByte(of value: UInt32, _ body: (UInt8) -> Void) {
    switch value {
    case 0x401, 0x451:
      body(0xD0)
      body(0xB5)
    // Full-width forms.
    case 0xFF10...0xFF19: body(UInt8(value - 0xFF10 + 0x30))
    case 0xFF21...0xFF3A: body(UInt8(value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: body(UInt8(value - 0xFF41 + 0x61))
    // Stress marks make no other letter.
    case 0x300...0x36F: break
    case _ where isInvisible(value): break
    default: Unicode.Scalar(value)?.properties.lowercaseMapping.utf8.forEach(body)
    }
  }

  /// The UTF-8 of the simplified form of a Chinese character.
  @inline(__always)
  static func folded(han value: UInt32) -> Unicode.Scalar.UTF8View {
    let plain = 0x4E00...0x9FFF ~= value ? UInt32(simplified[Int(value) - 0x4E00]) : value
    return Unicode.Scalar(plain).unsafelyUnwrapped.utf8
  }

  /// The simplified form of each character from U+4E00 to U+9FFF.
  private static let simplified: [UInt16] = (UInt16(0x4E00)...0x9FFF).map { unit in
    Unicode.Scalar(unit).flatMap { UInt16(exactly: HanVariants.simplified($0).value) } ?? unit
  }

  /// Chinese characters.
  @inline(__always)
  static func isHan(_ value: UInt32) -> Bool {
    0x4E00...0x9FFF ~= value || 0x3400...0x4DBF ~= value || 0xF900...0xFAFF ~= value
      || 0x20000...0x323AF ~= value
  }

  /// What stands inside words without being seen: soft hyphens, zero widths, joiners.
  static func isInvisible(_ value: UInt32) -> Bool {
    value == 0xAD || 0x200B...0x200D ~= value || value == 0x2060 || value == 0xFEFF
  }
}
