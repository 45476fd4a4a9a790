internal import Documents

/// A word, number or mark of a sentence, for what is found by its shape. Only sentences that are worth it are
/// cut into words.
struct Word {
  enum Kind { case letters, number, han, mark }

  var kind: Kind
  /// Byte offsets in the text.
  var span: Range<Int>
  /// In small letters.
  var text: String
  /// True if its first letter is a capital.
  var isCapital = false

  /// Longer sentences are lists or broken text: nothing is guessed from their shape.
  static let longestSentence = 4000

  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [Word] {
    guard range.count <= longestSentence else { return [] }
    var words: [Word] = []
    words.reserveCapacity(range.count / 5 + 4)
    var at = range.lowerBound
    while at < range.upperBound {
      let (kind, end) = next(bytes, at, range.upperBound)
      if let kind { words.append(word(kind, at..<end, bytes)) }
      at = end
    }
    return words
  }

  private static func word(_ kind: Kind, _ span: Range<Int>, _ bytes: [UInt8]) -> Word {
    guard kind == .letters else {
      return Word(kind: kind, span: span, text: String(decoding: bytes[span], as: UTF8.self))
    }
    let lead = bytes[span.lowerBound]
    let next = span.count > 1 ? bytes[span.lowerBound + 1] : 0
    let isCapital =
      0x41...0x5A ~= lead || (lead == 0xD0 && 0x80...0xAF ~= next) || (lead == 0xC3 && 0x80...0x9E ~= next)
    return Word(kind: kind, span: span, text: SmallWord(bytes, span).text, isCapital: isCapital)
  }

  /// The kind of what begins at `at`, nil for blanks, and where it ends.
  private static func next(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> (Kind?, Int) {
    let byte = bytes[at]
    if isLetter(bytes, at) {
      var end = at
      while end < limit, isLetter(bytes, end) || joins(bytes, end, limit) {
        end += bytes[end] < 0x80 ? 1 : 2
      }
      return (.letters, min(end, limit))
    }
    if 0x30...0x39 ~= byte {
      var end = at
      while end < limit, 0x30...0x39 ~= bytes[end] { end += 1 }
      return (.number, end)
    }
    if byte <= 0x20 { return (nil, at + 1) }
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    let end = min(at + length, limit)
    if 0xE4...0xE9 ~= byte { return (.han, end) }
    let isBlank = byte == 0xC2 && bytes[end - 1] == 0xA0
    return (isBlank ? nil : .mark, end)
  }

  /// Latin and Cyrillic letters.
  private static func isLetter(_ bytes: [UInt8], _ at: Int) -> Bool {
    switch bytes[at] {
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC5, 0xD0...0xD2: true
    default: false
    }
  }

  /// A hyphen, apostrophe or ampersand between two letters, and a digit behind one: `Е-групп`, `AT&T`, `C919`.
  private static func joins(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Bool {
    if 0x30...0x39 ~= bytes[at] { return true }
    guard bytes[at] == 0x2D || bytes[at] == 0x26, at + 1 < limit else { return false }
    return isLetter(bytes, at + 1) || 0x30...0x39 ~= bytes[at + 1]
  }
}
