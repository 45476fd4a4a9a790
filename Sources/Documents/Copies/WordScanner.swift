/// The words of a text one after the other, as copies are told by them: small letters, nothing of quotes, hyphens,
/// blanks, addresses and #labels. A Chinese character is a word by itself.
struct WordScanner {
  /// A word as a number: equal words have equal numbers.
  struct Word {
    var hash: UInt64
    var isHan = false
    /// The number that the word begins with, again as a hash; nil if it begins with a letter.
    var number: UInt64?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var i = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// The next word; nil at the end.
  @inline(__always)
  mutating func next() -> Word? {
    while i < bytes.count {
      let lead = bytes[i]
      // Most of all texts, told before the rest.
      if lead == 0x20 {
        i += 1
        continue
      }
      switch lead {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xCB, 0xCD...0xDF, 0xE0...0xE1:
        let word = word()
        guard isAddress else { return word }
        skipToBlank()
      case 0x23, 0x40:
        // A label or a name of an account stands where a word stands, and is shared by strangers.
        if isLetter(i + 1) { skipToBlank() } else { i += 1 }
      case 0xE3...0xED:
        let character = (byte(i), byte(i + 1), byte(i + 2))
        i += 3
        if Self.isSign(character) { continue }
        return Self.han(character)
      case 0xEF:
        if let letter = fullWidth, Self.isAlphanumeric(letter) { return word() }
        i += 3
      case 0xE2, 0xEE: i += 3
      case 0xF0...0xF4:
        let character = (byte(i + 1), byte(i + 2), byte(i + 3))
        i += 4
        if lead == 0xF0, character.0 >= 0xA0 { return Self.han(character) }
      case 0xC0...0xCC: i += 2
      default: i += 1
      }
    }
    return nil
  }

  // MARK: Words of letters

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  @inline(__always)
  private mutating func word() -> Word {
    var hash = Self.start
    let first = bytes[i]
    var isDigits = first &- 0x30 < 10 || first == 0xEF && fullWidth.map { 0x30...0x39 ~= $0 } == true
    var number = isDigits ? hash : nil
    @inline(__always)
    func mixed(_ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* Self.prime }
    while i < bytes.count {
      let lead = bytes[i]
      // The letters of most words, told before the rest.
      if (lead | 0x20) &- 0x61 < 26 {
        hash = mixed(lead | 0x20)
        isDigits = false
        i += 1
        continue
      }
      if lead &- 0xD0 < 2 {
        let (first, second) = Self.smallCyrillic(lead, byte(i + 1))
        // Both bytes at once: a step of this kind waits for the one before it.
        hash = (hash ^ (UInt64(first) << 8 | UInt64(second))) &* Self.prime
        isDigits = false
        i += 2
        continue
      }
      switch lead {
      case 0x30...0x39:
        hash = mixed(lead)
        i += 1
        if isDigits { number = hash }
        continue
      case 0xC3...0xCB, 0xCD...0xDF:
        let second = byte(i + 1)
        hash = mixed(lead)
        hash = mixed(lead == 0xC3 && 0x80...0x9E ~= second ? second | 0x20 : second)
        i += 2
      case 0xE0, 0xE1:
        for offset in 0..<3 { hash = mixed(byte(i + offset)) }
        i += 3
      case 0xCC: i += 2
      case 0xC2 where byte(i + 1) == 0xAD: i += 2
      case 0xE2 where byte(i + 1) == 0x80 && 0x8B...0x8F ~= byte(i + 2): i += 3
      case 0xEF:
        guard let letter = fullWidth, Self.isAlphanumeric(letter) else {
          return Word(hash: hash, number: number)
        }
        hash = mixed(letter)
        i += 3
        if isDigits, letter <= 0x39 {
          number = hash
          continue
        }
      default: return Word(hash: hash, number: number)
      }
      isDigits = false
    }
    return Word(hash: hash, number: number)
  }

  /// The small ASCII letter or sign that a full-width one stands for.
  private var fullWidth: UInt8? {
    guard byte(i) == 0xEF else { return nil }
    switch (byte(i + 1), byte(i + 2)) {
    case (0xBC, let last) where 0x81...0xBF ~= last:
      let ascii = last - 0x60
      return 0x41...0x5A ~= ascii ? ascii | 0x20 : ascii
    case (0xBD, let last) where 0x80...0x9E ~= last: return last - 0x20
    default: return nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x7A ~= byte }

  /// Small letters; ё is written е as often as not.
  @inline(__always)
  private static func smallCyrillic(_ lead: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    switch (lead, second) {
    case (0xD0, 0x90...0x9F): (0xD0, second + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
    case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
    default: (lead, second)
    }
  }

  // MARK: Characters

  /// Kana and Hangul count as characters too; brackets and stops of these scripts do not.
  private static func isSign(_ character: (UInt8, UInt8, UInt8)) -> Bool {
    character.0 == 0xE3 && character.1 == 0x80 && !(0x85...0x87 ~= character.2)
  }

  private static func han(_ character: (UInt8, UInt8, UInt8)) -> Word {
    let code = UInt64(character.0) << 16 | UInt64(character.1) << 8 | UInt64(character.2)
    return Word(hash: (code ^ start) &* prime, isHan: true, number: isNumeral(code) ? code : nil)
  }

  /// 〇 一 二 三 四 五 六 七 八 九 十 百 零
  private static func isNumeral(_ code: UInt64) -> Bool {
    switch code {
    case 0xE38087, 0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D,
      0xE58D81,
      0xE799BE, 0xE99BB6:
      true
    default: false
    }
  }

  // MARK: What is passed over

  /// True behind the scheme of an address.
  private var isAddress: Bool { byte(i) == 0x3A && byte(i + 1) == 0x2F && byte(i + 2) == 0x2F }

  private func isLetter(_ index: Int) -> Bool {
    switch byte(index) {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC3...0xDF, 0xE3...0xE9: true
    default: false
    }
  }

  private mutating func skipToBlank() {
    while i < bytes.count {
      switch bytes[i] {
      case 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x29, 0x3E, 0x5D: return
      // An ideographic blank or stop ends it too.
      case 0xE3 where byte(i + 1) == 0x80: return
      default: i += 1
      }
    }
  }
}
