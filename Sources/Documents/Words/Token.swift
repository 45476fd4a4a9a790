/// A word, a number, one Chinese character or one mark of a text.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: Sendable { case word, number, han, mark }

  /// What it is.
  public var kind: Kind
  /// Byte offsets in the text.
  public var span: Range<Int>
  /// Words in small letters; everything else as it stands.
  public var text: String
  /// True for a word that begins with a capital.
  public var isCapital = false

  /// True for a mark that is one of these.
  public func isMark(_ marks: String) -> Bool {
    guard kind == .mark, let mark = text.unicodeScalars.first else { return false }
    return marks.unicodeScalars.contains(mark)
  }
}

extension Token {
  /// Cuts a part of a text into tokens, blanks left out.
  public static func all(in bytes: [UInt8], _ range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var run: (kind: Kind, start: Int)?
    func finish(_ end: Int) {
      guard let open = run else { return }
      let span = open.start..<end
      if open.kind == .word {
        let word = SmallWord(bytes, span)
        tokens.append(Token(kind: .word, span: span, text: word.text, isCapital: word.isCapital))
      } else {
        tokens.append(Token(kind: open.kind, span: span, text: String(decoding: bytes[span], as: UTF8.self)))
      }
      run = nil
    }
    bytes.forEachScalar(in: range) { scalar, offset in
      let kind = Kind(scalar)
      if run.map({ $0.kind != kind || kind == .han || kind == .mark }) ?? false { finish(offset.lowerBound) }
      if run == nil, let kind { run = (kind, offset.lowerBound) }
    }
    finish(range.upperBound)
    return tokens
  }
}

/// A word in small letters, and whether it begins with a capital.
///
/// Letters of ASCII and Russian are told by their bytes: Unicode's own way takes many times longer.
public struct SmallWord {
  /// In small letters.
  public let text: String
  /// True if its first letter is a capital.
  public let isCapital: Bool

  /// Reads the letters of a part that is known to be UTF-8.
  public init(_ bytes: [UInt8], _ span: Range<Int>) {
    var isPlain = true
    let small = bytes.withUnsafeBufferPointer { bytes in
      String(unsafeUninitializedCapacity: span.count) { buffer in
        var before: UInt8 = 0
        for (place, at) in span.enumerated() {
          let byte = bytes[at]
          var small = byte
          switch (before, byte) {
          case (_, 0x41...0x5A): small = byte | 0x20
          case (0xD0, 0x90...0x9F): small = byte + 0x20
          case (0xD0, 0xA0...0xAF): (buffer[place - 1], small) = (0xD1, byte - 0x20)
          case (0xD0, 0x80...0x8F): (buffer[place - 1], small) = (0xD1, byte + 0x10)
          case (0xD1, 0xA0...), (_, 0xC2...0xCF), (_, 0xD2...): isPlain = false
          default: break
          }
          buffer[place] = small
          before = byte
        }
        return span.count
      }
    }
    let lead = span.isEmpty ? 0 : bytes[span.lowerBound]
    if isPlain {
      text = small
      isCapital =
        0x41...0x5A ~= lead || lead == 0xD0 && span.count > 1 && 0x80...0xAF ~= bytes[span.lowerBound + 1]
    } else {
      let raw = String(decoding: bytes[span], as: UTF8.self)
      text = raw.lowercased()
      isCapital = raw.unicodeScalars.first?.properties.isUppercase ?? false
    }
  }
}

extension Token.Kind {
  /// nil for blanks and what cannot be seen.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39: self = .number
    case 0x41...0x5A, 0x61...0x7A: self = .word
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
    case 0...0x20, 0x7F, 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xFEFF: return nil
    case ..<0x80: self = .mark
    case 0x400...0x481, 0x48A...0x52F: self = .word
    default:
      self =
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark ? .word : .mark
    }
  }
}

extension [UInt8] {
  /// Goes through the characters of a part that is known to be UTF-8.
  func forEachScalar(in range: Range<Int>, _ body: (Unicode.Scalar, Range<Int>) -> Void) {
    var i = range.lowerBound
    while i < range.upperBound {
      let lead = self[i]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let end = Swift.min(i + length, range.upperBound)
      var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
      for k in (i + 1)..<Swift.max(end, i + 1) { value = value << 6 | UInt32(self[k] & 0x3F) }
      body(Unicode.Scalar(value) ?? "\u{FFFD}", i..<end)
      i = end
    }
  }

  /// The range without blanks at its ends, ideographic and non-breaking ones included.
  func trimmed(_ range: Range<Int>) -> Range<Int> { trimmed(range, without: "") }
}
