/// Cuts a text into ``Lexeme``s in one pass.
public struct Lexemes: Sendable {
  /// The pieces in order, blanks left out.
  public private(set) var all: [Lexeme] = []

  /// Cuts a part of a text that is known to be UTF-8.
  public init(_ bytes: [UInt8], _ range: Range<Int>) {
    all.reserveCapacity(range.count / 4 + 4)
    let lexicon = Lexicon.shared
    bytes.withUnsafeBufferPointer { buffer in
      var cutter = Cutter(bytes: buffer, at: range.lowerBound, end: range.upperBound, lexicon: lexicon)
      while let lexeme = cutter.next() { all.append(lexeme) }
    }
  }

  /// Cuts a whole text.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, 0..<bytes.count)
  }
}

private struct Cutter {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let end: Int
  let lexicon: Lexicon
  /// Behind a number 年, 月 and 日 are its units: 5日前 is not 日前.
  private var followsNumber = false

  init(bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int, lexicon: Lexicon) {
    (self.bytes, self.at, self.end, self.lexicon) = (bytes, at, end, lexicon)
  }

  mutating func next() -> Lexeme? {
    while at < end {
      let byte = bytes[at]
      if byte <= 0x20 || byte == 0x7F {
        at += 1
        continue
      }
      if byte < 0x80 {
        if byte &- 0x30 < 10 { return number() }
        if (byte | 0x20) &- 0x61 < 26 { return word() }
        at += 1
        return mark(UInt32(byte), at - 1)
      }
      if byte == 0xD0 || byte == 0xD1 { return word() }
      let (scalar, length) = scalar(at)
      if let lexeme = other(scalar, length) { return lexeme }
    }
    return nil
  }

  private func scalar(_ i: Int) -> (UInt32, Int) {
    let lead = bytes[i]
    let length = min(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, end - i)
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    var k = 1
    while k < length {
      value = value << 6 | UInt32(bytes[i + k] & 0x3F)
      k += 1
    }
    return (value, length)
  }

  private mutating func mark(_ scalar: UInt32, _ start: Int) -> Lexeme {
    followsNumber = false
    let sign = Self.sign(scalar)
    return Lexeme(
      start: start, value: Int(scalar), length: UInt32(at - start), word: sign.word, kind: .mark, digits: 0,
      flags: []
    )
    .valued(sign.value)
  }

  /// The signs of currencies; every other mark is itself.
  private static func sign(_ scalar: UInt32) -> (word: Word, value: Int?) {
    switch scalar {
    case 0x24: (.currency, Currency.usd.rawValue)
    case 0x20AC: (.currency, Currency.eur.rawValue)
    case 0xA3: (.currency, Currency.gbp.rawValue)
    case 0xA5: (.currency, Currency.cny.rawValue)
    case 0x20BD: (.currency, Currency.rub.rawValue)
    case 0x25: (.percent, nil)
    default: (.none, nil)
    }
  }

  /// Anything that is neither ASCII nor Cyrillic; nil for blanks.
  private mutating func other(_ scalar: UInt32, _ length: Int) -> Lexeme? {
    switch scalar {
    case 0xFF10...0xFF19: return number()
    case 0x3400...0x9FFF, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: return han(scalar, length)
    // Letters and marks as wide as a character are their ASCII forms.
    case 0xFF01...0xFF5E, 0xFFE5:
      at += length
      let narrow = scalar == 0xFFE5 ? 0xA5 : scalar - 0xFEE0
      if (narrow | 0x20) &- 0x61 < 26 { return unknown(at - length, length) }
      return mark(narrow, at - length)
    case 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
      at += length
      return nil
    default:
      if Token.Kind(Unicode.Scalar(scalar) ?? "\u{FFFD}") == .word { return word() }
      at += length
      return mark(scalar, at - length)
    }
  }

  private mutating func unknown(_ start: Int, _ length: Int) -> Lexeme {
    followsNumber = false
    return Lexeme(
      start: start, value: 0, length: UInt32(length), word: .none, kind: .word, digits: 0, flags: [])
  }
}

extension Lexeme {
  fileprivate func valued(_ value: Int?) -> Lexeme {
    guard let value else { return self }
    var copy = self
    copy.value = value
    return copy
  }
}

// Words and numbers.
extension Cutter {
  private mutating func word() -> Lexeme {
    let start = at
    var hash = Lexicon.seed
    var letters = 0
    var isCapital = false
    while at < end {
      let byte = bytes[at]
      var letter: UInt32
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 else { break }
        letter = UInt32(byte | 0x20)
        if letters == 0 { isCapital = byte & 0x20 == 0 }
        at += 1
      } else if byte == 0xD0 || byte == 0xD1, at + 1 < end {
        let raw = UInt32(byte & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
        letter = Self.smallCyrillic(raw)
        if letters == 0 { isCapital = raw < 0x430 }
        at += 2
      } else {
        let (raw, length) = scalar(at)
        let character = Unicode.Scalar(raw) ?? "\u{FFFD}"
        guard !(0x3000...0x9FFF ~= raw), Token.Kind(character) == .word else { break }
        if letters == 0 { isCapital = character.properties.isUppercase }
        letter = raw
        at += length
      }
      hash = Lexicon.step(hash, letter)
      letters += 1
    }
    if letters == 0 { at += 1 }
    followsNumber = false
    var lexeme = Lexeme(
      start: start, value: 0, length: UInt32(at - start), word: .none, kind: .word, digits: 0,
      flags: isCapital ? .capital : [])
    if letters <= lexicon.longest, let entry = lexicon.entry(hash) {
      lexeme.word = entry.word
      lexeme.value = entry.value
      if entry.isWeak { lexeme.flags.insert(.weak) }
    }
    return lexeme
  }

  /// ё is е: both are written for it.
  @inline(__always)
  private static func smallCyrillic(_ raw: UInt32) -> UInt32 {
    if 0x410...0x42F ~= raw { return raw + 0x20 }
    return raw == 0x451 || raw == 0x401 ? 0x435 : raw
  }

  private mutating func number() -> Lexeme {
    let start = at
    var (value, digits) = (0, 0)
    while at < end {
      let byte = bytes[at]
      let digit: Int
      if byte &- 0x30 < 10 {
        digit = Int(byte) - 0x30
        at += 1
      } else if byte == 0xEF, at + 2 < end, bytes[at + 1] == 0xBC, bytes[at + 2] &- 0x90 < 10 {
        digit = Int(bytes[at + 2]) - 0x90
        at += 3
      } else {
        break
      }
      // More digits than fit are no number of ours; they only must not overflow.
      if digits < 17 { value = value * 10 + digit }
      digits = min(digits + 1, 200)
    }
    followsNumber = true
    return Lexeme(
      start: start, value: value, length: UInt32(at - start), word: .none, kind: .number,
      digits: UInt8(digits), flags: [])
  }
}

// Chinese characters.
extension Cutter {
  private mutating func han(_ scalar: UInt32, _ length: Int) -> Lexeme {
    if let number = hanNumber() { return number }
    let start = at
    let follows = followsNumber
    followsNumber = false
    let place = Int(scalar) - 0x4E00
    if lexicon.hanPlaces.indices.contains(place), lexicon.hanPlaces[place].count > 0 {
      let (first, count) = lexicon.hanPlaces[place]
      for index in Int(first)..<Int(first) + Int(count) {
        let characters = lexicon.hanWords[index].characters
        if follows, characters.count > 1, Self.units.contains(scalar), !Self.joined(characters) { continue }
        guard matches(characters) else { continue }
        let entry = lexicon.hanWords[index].entry
        at = start + 3 * characters.count
        return Lexeme(
          start: start, value: entry.value, length: UInt32(at - start), word: entry.word, kind: .han,
          digits: 0, flags: entry.isWeak ? .weak : [])
      }
    }
    at += length
    return Lexeme(
      start: start, value: 0, length: UInt32(length), word: .none, kind: .han, digits: 0, flags: [])
  }

  /// 年 月 日 天 周
  private static let units: [UInt32] = [0x5E74, 0x6708, 0x65E5, 0x5929, 0x5468]

  /// 年代, 月份: a unit of two characters.
  private static func joined(_ characters: [UInt16]) -> Bool {
    characters.count == 2 && (characters[1] == 0x4EE3 || characters[1] == 0x4EFD)
  }

  /// All characters of the words are of three bytes.
  private func matches(_ characters: [UInt16]) -> Bool {
    guard at + 3 * characters.count <= end else { return false }
    var i = at
    for character in characters {
      guard bytes[i] & 0xF0 == 0xE0 else { return false }
      let value =
        UInt16(bytes[i] & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
      if value != character { return false }
      i += 3
    }
    return true
  }

  /// `二〇二一` digit by digit, `二十五`, `三千五百`; 万 and 亿 are scales and stand for themselves.
  private mutating func hanNumber() -> Lexeme? {
    let start = at
    var (sum, current, digits, isPositional) = (0, 0, 0, true)
    while at + 2 < end, digits < 12 {
      guard bytes[at] & 0xF0 == 0xE0, let figure = HanFigure(scalar(at).0) else { break }
      if figure.isMultiplier {
        isPositional = false
        sum += max(current, 1) * figure.value
        current = 0
      } else if figure.value > 10 {
        isPositional = false
        sum += figure.value
      } else {
        current = isPositional ? current * 10 + figure.value : figure.value
      }
      digits += 1
      at += 3
    }
    guard digits > 0 else { return nil }
    followsNumber = true
    return Lexeme(
      start: start, value: sum + current, length: UInt32(at - start), word: .none, kind: .number,
      digits: UInt8(digits), flags: .spelled)
  }
}

/// A character that is a number.
private struct HanFigure {
  var value: Int
  var isMultiplier = false

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x3007, 0x96F6: value = 0
    case 0x4E00: value = 1
    case 0x4E8C, 0x4E24, 0x5169: value = 2
    case 0x4E09: value = 3
    case 0x56DB: value = 4
    case 0x4E94: value = 5
    case 0x516D: value = 6
    case 0x4E03: value = 7
    case 0x516B: value = 8
    case 0x4E5D: value = 9
    case 0x5EFF: value = 20
    case 0x5345: value = 30
    case 0x5341: (value, isMultiplier) = (10, true)
    case 0x767E: (value, isMultiplier) = (100, true)
    case 0x5343: (value, isMultiplier) = (1000, true)
    default: return nil
    }
  }
}
