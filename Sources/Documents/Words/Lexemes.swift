/// Cuts a text into ``Lexeme``s in one pass.
public struct Lexemes: Sendable {
  /// The pieces in order, blanks left out.
  public private(set) var all: [Lexeme] = []

  /// Cuts a part of a text that is known to be UTF-8.
  public init(_ bytes: [UInt8], _ range: Range<Int>) {
    // Written into here and handed over at the end: an array of its own is one access for each piece.
    var pieces: [Lexeme] = []
    pieces.reserveCapacity(range.count / 4 + 4)
    Lexicon.shared.withTables { tables in
      bytes.withUnsafeBufferPointer { buffer in
        var cutter = Cutter(bytes: buffer, at: range.lowerBound, end: range.upperBound, lexicon: tables)
        while let lexeme = cutter.next() { pieces.append(lexeme) }
      }
    }
    all = pieces
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
  let lexicon: LexiconTables
  /// Behind a number 年, 月 and 日 are its units: 5日前 is not 日前.
  private var followsNumber = false

  init(bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int, lexicon: LexiconTables) {
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
    let start = at
    let follows = followsNumber
    followsNumber = false
    guard let place = place(scalar), !place.isUnknown else { return unknownHan(length) }
    if place.figure != nil, let number = hanNumber() { return number }
    for index in Int(place.first)..<Int(place.first) + Int(place.count) {
      let word = lexicon.words[index]
      if follows, word.count > 1, Self.units.contains(scalar), !isJoined(word) { continue }
      guard matches(word) else { continue }
      at = start + 3 * word.count
      let isObject = word.entry.word == .ahead && ObjectMark.isAt(start..<at, in: bytes, before: end)
      return Lexeme(
        start: start, value: word.entry.value, length: UInt32(at - start),
        word: isObject ? .none : word.entry.word, kind: .han,
        digits: 0, flags: word.entry.isWeak ? .weak : [])
    }
    return unknownHan(length)
  }

  @inline(__always)
  private func place(_ scalar: UInt32) -> Lexicon.HanPlace? {
    // 〇 stands apart from the other characters.
    if scalar == 0x3007 { return Lexicon.HanPlace(figure: HanFigure(scalar)) }
    let place = Int(scalar) - 0x4E00
    return place >= 0 && place < lexicon.places.count ? lexicon.places[place] : nil
  }

  /// A run of characters that mean nothing here.
  private mutating func unknownHan(_ length: Int) -> Lexeme {
    let start = at
    at += length
    while at + 2 < end, bytes[at] >= 0xE4, bytes[at] <= 0xE9, let place = place(scalar(at).0), place.isUnknown
    { at += 3 }
    return Lexeme(
      start: start, value: 0, length: UInt32(at - start), word: .none, kind: .han, digits: 0, flags: [])
  }

  /// 年 月 日 天 周
  private static let units: [UInt32] = [0x5E74, 0x6708, 0x65E5, 0x5929, 0x5468]

  /// 年代, 月份: a unit of two characters.
  private func isJoined(_ word: Lexicon.HanEntry) -> Bool {
    let second = lexicon.characters[word.start + 1]
    return word.count == 2 && (second == 0x4EE3 || second == 0x4EFD)
  }

  /// All characters of the words are of three bytes.
  @inline(__always)
  private func matches(_ word: Lexicon.HanEntry) -> Bool {
    guard at + 3 * word.count <= end else { return false }
    var i = at
    for k in 0..<word.count {
      guard bytes[i] & 0xF0 == 0xE0 else { return false }
      let value =
        UInt16(bytes[i] & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
      if value != lexicon.characters[word.start + k] { return false }
      i += 3
    }
    return true
  }

  /// `二〇二一` digit by digit, `二十五`, `三千五百`; 万 and 亿 are scales and stand for themselves.
  private mutating func hanNumber() -> Lexeme? {
    let start = at
    var (sum, current, digits, isPositional) = (0, 0, 0, true)
    while at + 2 < end, digits < 12 {
      guard bytes[at] & 0xF0 == 0xE0, let figure = place(scalar(at).0)?.figure else { break }
      if figure.isMultiplier {
        isPositional = false
        sum += max(current, 1) * Int(figure.value)
        current = 0
      } else if figure.value > 10 {
        isPositional = false
        sum += Int(figure.value)
      } else {
        current = isPositional ? current * 10 + Int(figure.value) : Int(figure.value)
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
