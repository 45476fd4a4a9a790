/// A word of Latin or Cyrillic letters beside a stop. Only so much of it is read as the lists are long.
struct EdgeWord {
  /// Its letters in small form, the low byte of each; 0 if it is longer than any word of the lists.
  private(set) var key: UInt128 = 0
  private(set) var letters = 0
  private(set) var isCapital = false
  /// True for small letters alone at its beginning.
  var isSmall: Bool { letters > 0 && !isCapital && isCased }
  /// True if every letter is a capital.
  private(set) var isShouted = true
  private(set) var isCyrillic = false
  /// False for letters that have no capitals.
  private(set) var isCased = true
  /// Where it begins.
  private(set) var start: Int
  /// True if a full stop follows, as behind an initial.
  private(set) var isBeforeDot = false
  /// True if what stands before it is part of an address, a number or a name of the web.
  private(set) var isAddress = false

  /// The bytes of its letters, as far as they were read.
  private(set) var width = 0

  /// The lists have no longer word.
  static let longest = 16
  /// No more letters of a word are read.
  static let widest = 40

  init(_ bytes: [UInt8], startingAt start: Int, to end: Int) {
    self.start = start
    var i = start
    if i < end, bytes[i] < 0x80 {
      i = takeASCII(bytes, start, end)
    }
    while i < end {
      let length = Self.letterLength(bytes, i, end)
      guard length > 0, letters < Self.widest else { break }
      take(bytes, i, length)
      i += length
    }
    if letters > Self.longest { key = 0 }
    isBeforeDot = i < end && bytes[i] == UInt8(ascii: ".")
    isShouted = isShouted && letters > 0
  }

  init(_ bytes: [UInt8], endingAt end: Int, from start: Int) {
    var i = end
    while i > start, end - i < Self.widest {
      let length = Self.letterLength(bytes, before: i, from: start)
      if length == 0 { break }
      i -= length
    }
    self.init(bytes, startingAt: i, to: end)
    isBeforeDot = true
    guard i > start else { return }
    let before = bytes[i - 1]
    isAddress = "/@_=&#+~\\".utf8.contains(before) || 0x30...0x39 ~= before || letters == 1 && before == 0x2D
  }

  /// The letters of ASCII that a word begins with: most words have no other.
  @inline(__always)
  private mutating func takeASCII(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let limit = min(end, start + Self.widest)
      var i = start
      var (word, cases): (UInt128, UInt8) = (0, 0)
      while i < limit, (bytes[i] | 0x20) &- 0x61 < 26 {
        // What is longer than the lists is no word of theirs, and its key is not asked for.
        word = word << 8 | UInt128(bytes[i] | 0x20)
        cases |= bytes[i]
        i += 1
      }
      guard i > start else { return start }
      letters = i - start
      width = letters
      isCapital = bytes[start] & 0x20 == 0
      isShouted = cases & 0x20 == 0
      key = word
      return i
    }
  }

  private mutating func take(_ bytes: [UInt8], _ i: Int, _ length: Int) {
    let (small, isUpper) = Self.small(bytes, i, length)
    if letters == 0 {
      isCapital = isUpper
      isCyrillic = length == 2 && bytes[i] >= 0xD0 && bytes[i] <= 0xD3
      isCased = length < 3
    }
    isShouted = isShouted && isUpper
    letters += 1
    width += length
    if letters <= Self.longest { key = key << 8 | UInt128(small) }
  }

  /// A letter of ASCII, of Latin with marks, Greek, Cyrillic; Chinese characters are no words.
  private static func letterLength(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
    let lead = bytes[i]
    if lead < 0x80 { return (lead | 0x20) &- 0x61 < 26 ? 1 : 0 }
    guard i + 1 < end, 0xC3...0xDF ~= lead, !(lead == 0xC3 && (bytes[i + 1] == 0x97 || bytes[i + 1] == 0xB7))
    else { return 0 }
    return 2
  }

  private static func letterLength(_ bytes: [UInt8], before i: Int, from start: Int) -> Int {
    let last = bytes[i - 1]
    if last < 0x80 { return (last | 0x20) &- 0x61 < 26 ? 1 : 0 }
    return i - 2 >= start && bytes[i - 2] >= 0xC3 ? letterLength(bytes, i - 2, i) : 0
  }

  /// The low byte of the small form of a letter, and whether it was a capital.
  private static func small(_ bytes: [UInt8], _ i: Int, _ length: Int) -> (UInt8, Bool) {
    let lead = bytes[i]
    if length == 1 { return (lead | 0x20, lead & 0x20 == 0) }
    let second = bytes[i + 1]
    switch (lead, second) {
    case (0xD0, 0x80...0xAF): return (smallCyrillic(lead, second), true)
    case (0xC3, 0x80...0x9E): return (pair(0xC3, second + 0x20), true)
    case (0xCE, 0x91...0xA9): return (pair(lead, second), true)
    case (0xC4...0xC5, _), (0xD2...0xD3, _): return (pair(lead, second | 1), second & 1 == 0)
    default: return (pair(lead, second), false)
    }
  }

  /// The low byte of the small form of a letter of U+0400 to U+047F.
  @inline(__always)
  static func smallCyrillic(_ lead: UInt8, _ second: UInt8) -> UInt8 {
    switch (lead, second) {
    case (0xD0, 0x90...0x9F): pair(0xD0, second + 0x20)
    case (0xD0, 0xA0...0xAF): pair(0xD1, second - 0x20)
    case (0xD0, 0x80...0x8F): pair(0xD1, second + 0x10)
    default: pair(lead, second)
    }
  }

  @inline(__always)
  private static func pair(_ lead: UInt8, _ second: UInt8) -> UInt8 { lead << 6 | second & 0x3F }

  /// The key of a word of the lists.
  static func key(_ text: String) -> UInt128 {
    let bytes = Array(text.utf8)
    return EdgeWord(bytes, startingAt: 0, to: bytes.count).key
  }
}

extension EdgeWord {
  mutating func setBeforeDot(_ value: Bool) { isBeforeDot = value }
}
