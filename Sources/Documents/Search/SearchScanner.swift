/// Cuts a text into what the search index knows: words, which are letters and digits together, and single
/// Chinese characters. Everything else parts them.
struct SearchScanner {
  /// What a unit is.
  enum Kind { case word, han }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var at: Int

  /// Over a part of bytes that are known to be UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next unit and its place; nil at the end.
  mutating func next() -> (kind: Kind, span: Range<Int>)? {
    while at < end {
      let start = at
      switch read() {
      case .part, .joiner: continue
      case .han: return (.han, start..<at)
      case .word:
        var wordEnd = at
        while at < end {
          let before = at
          switch read() {
          case .word: wordEnd = at
          case .joiner: continue
          case .part, .han:
            at = before
            return (.word, start..<wordEnd)
          }
        }
        return (.word, start..<wordEnd)
      }
    }
    return nil
  }

  private enum Reading { case word, han, joiner, part }

  /// Reads one character.
  private mutating func read() -> Reading {
    let lead = bytes[at]
    if lead < 0x80 {
      at += 1
      return Self.isASCIIWord(lead) ? .word : .part
    }
    let (value, length) = UTF8Scalar.decode(bytes, at, end)
    at += length
    // Russian, which is most of what is not ASCII and not Chinese.
    if 0x400...0x481 ~= value || 0x48A...0x52F ~= value { return .word }
    if SearchFold.isHan(value) { return .han }
    return Self.reading(of: value)
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  private static func reading(of value: UInt32) -> Reading {
    if SearchFold.isInvisible(value) { return .joiner }
    guard let properties = Unicode.Scalar(value)?.properties else { return .part }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return .word
    case .nonspacingMark, .spacingMark: return .joiner
    default: return .part
    }
  }
}

/// Reading one character out of UTF-8.
enum UTF8Scalar {
  /// The value of the character at `at`, and its length in bytes; never beyond `end`.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[at])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, at + length <= end else { return (lead, 1) }
    var value = lead & (0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(bytes[at + k] & 0x3F) }
    return (value, length)
  }
}
