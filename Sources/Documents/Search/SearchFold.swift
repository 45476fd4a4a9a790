internal import Names

/// How words are written in the search index: small letters, е for ё, plain digits, no accents apart from those
/// that make another letter, simplified Chinese characters for traditional ones.
enum SearchFold {
  /// Appends the folded form of a word or a Chinese character.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: Range<Int>, to output: inout [UInt8]
  ) {
    var at = span.lowerBound
    while at < span.upperBound {
      let lead = bytes[at]
      if lead < 0x80 {
        output.append(0x41...0x5A ~= lead ? lead | 0x20 : lead)
        at += 1
        continue
      }
      let (value, length) = UTF8Scalar.decode(bytes, at, span.upperBound)
      at += length
      append(folded: value, to: &output)
    }
  }

  /// The folded form of a whole text that is one word.
  static func folded(_ word: String) -> String {
    var output: [UInt8] = []
    Array(word.utf8).withUnsafeBufferPointer { append($0, 0..<$0.count, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(folded value: UInt32, to output: inout [UInt8]) {
    switch value {
    case 0x430...0x44F: put(value, &output)
    case 0x410...0x42F: put(value + 0x20, &output)
    case 0x401, 0x451: put(0x435, &output)
    case 0x400...0x40F: put(value + 0x50, &output)
    // Full-width forms.
    case 0xFF10...0xFF19: output.append(UInt8(value - 0xFF10 + 0x30))
    case 0xFF21...0xFF3A: output.append(UInt8(value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: output.append(UInt8(value - 0xFF41 + 0x61))
    // A breve makes another letter of и; stress marks make none.
    case 0x306: if output.suffix(2) == [0xD0, 0xB8] { output[output.count - 1] = 0xB9 }
    case 0x300...0x36F: break
    case _ where isInvisible(value): break
    case 0x4E00...0x9FFF: put(UInt32(simplified[Int(value) - 0x4E00]), &output)
    case _ where isHan(value): put(value, &output)
    default:
      guard let scalar = Unicode.Scalar(value) else { return }
      output += scalar.properties.lowercaseMapping.utf8
    }
  }

  /// The simplified form of each character from U+4E00 to U+9FFF.
  private static let simplified: [UInt16] = (UInt16(0x4E00)...0x9FFF).map { unit in
    Unicode.Scalar(unit).flatMap { UInt16(exactly: HanVariants.simplified($0).value) } ?? unit
  }

  /// Appends a character that is not ASCII.
  @inline(__always)
  private static func put(_ value: UInt32, _ output: inout [UInt8]) {
    if value < 0x800 {
      output.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
    } else {
      if value < 0x1_0000 {
        output.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      } else {
        output.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
        output.append(0x80 | UInt8(truncatingIfNeeded: value >> 12) & 0x3F)
      }
      output.append(0x80 | UInt8(truncatingIfNeeded: value >> 6) & 0x3F)
    }
    output.append(0x80 | UInt8(truncatingIfNeeded: value) & 0x3F)
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
