/// What stands behind a stop: whether a sentence can begin with it.
struct Follower {
  /// The first word, without what opens before it.
  let word: EdgeWord
  private let first: UInt8
  private let second: UInt8
  private let third: UInt8
  private let isOpened: Bool

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    let open = Self.behindOpening(bytes, start, end)
    isOpened = open > start
    word = EdgeWord(bytes, startingAt: open, to: end)
    first = open < end ? bytes[open] : 0
    second = open + 1 < end ? bytes[open + 1] : 0
    third = open + 2 < end ? bytes[open + 2] : 0
  }

  /// Behind quotes, brackets, dashes and marks of Markdown, and the blanks among them.
  private static func behindOpening(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, i - start < 24 {
      let length = openingLength(bytes, i, end)
      let step = length > 0 ? length : i > start ? Blank.length(bytes, i, end) : 0
      if step == 0 { break }
      i += step
    }
    return i
  }

  private static func openingLength(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
    switch bytes[i] {
    case 0x22, 0x27, 0x28, 0x5B, 0x2D, 0x2A, 0x5F, 0x23: return 1
    case 0xC2: return i + 1 < end && bytes[i + 1] == 0xAB ? 2 : 0
    case 0xE2 where i + 2 < end && bytes[i + 1] == 0x80:
      // ‐ to ― , ‘ ‚ “ „ • ‹
      let third = bytes[i + 2]
      return 0x90...0x95 ~= third || [0x98, 0x9A, 0x9C, 0x9E, 0xA2, 0xB9].contains(third) ? 3 : 0
    case 0xE3 where i + 2 < end && bytes[i + 1] == 0x80:
      // 〈 《 「 『 【
      return [0x88, 0x8A, 0x8C, 0x8E, 0x90].contains(bytes[i + 2]) ? 3 : 0
    case 0xEF where i + 2 < end: return bytes[i + 1] == 0xBC && bytes[i + 2] == 0x88 ? 3 : 0
    default: return 0
    }
  }

  /// False before a small letter and before marks that only go on.
  var canBegin: Bool { !isLower && !continues }
  /// True for a word that begins with a small letter.
  var isLower: Bool { word.letters > 0 && !word.isCapital && word.isCased }

  /// True at a mark with which nothing begins.
  var continues: Bool {
    guard !isOpened else { return false }
    switch first {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "%"):
      return true
    // 、 ， ； ： ）
    case 0xE3: return second == 0x80 && third == 0x81
    case 0xEF: return second == 0xBC && [0x8C, 0x9B, 0x9A, 0x89].contains(third)
    default: return false
    }
  }

  var isDigit: Bool { 0x30...0x39 ~= first }
  /// A capital and then small letters; one capital letter alone counts.
  var isTitleCase: Bool { word.isCapital && word.letters > 0 && (word.letters == 1 || !word.isShouted) }
  /// A word that begins sentences and no names.
  var isOpener: Bool { isTitleCase && !word.isBeforeDot && Abbreviations.openers.contains(word.key) }
  var isFirm: Bool { Abbreviations.kinds[word.key] == .firm && !isOpener }
  /// I, V, X and the like, as numbers of volumes.
  var isRoman: Bool {
    word.letters > 0 && word.letters < 5 && [UInt8](arrayLiteral: 0x49, 0x56, 0x58).contains(first)
      && word.isShouted
  }
}

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

  private static let longest = 16

  init(_ bytes: [UInt8], startingAt start: Int, to end: Int) {
    self.start = start
    var i = start
    while i < end {
      let length = Self.letterLength(bytes, i, end)
      guard length > 0, letters < 40 else { break }
      take(bytes, i, length)
      i += length
    }
    if letters > Self.longest { key = 0 }
    isBeforeDot = i < end && bytes[i] == UInt8(ascii: ".")
    isShouted = isShouted && letters > 0
  }

  init(_ bytes: [UInt8], endingAt end: Int, from start: Int) {
    var i = end
    while i > start, end - i < 40 {
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
    func pair(_ lead: UInt8, _ second: UInt8) -> UInt8 { lead << 6 | second & 0x3F }
    switch (lead, second) {
    case (0xD0, 0x90...0x9F): return (pair(0xD0, second + 0x20), true)
    case (0xD0, 0xA0...0xAF): return (pair(0xD1, second - 0x20), true)
    case (0xD0, 0x80...0x8F): return (pair(0xD1, second + 0x10), true)
    case (0xC3, 0x80...0x9E): return (pair(0xC3, second + 0x20), true)
    case (0xCE, 0x91...0xA9): return (pair(lead, second), true)
    case (0xC4...0xC5, _), (0xD2...0xD3, _): return (pair(lead, second | 1), second & 1 == 0)
    default: return (pair(lead, second), false)
    }
  }

  /// The key of a word of the lists.
  static func key(_ text: String) -> UInt128 {
    let bytes = Array(text.utf8)
    return EdgeWord(bytes, startingAt: 0, to: bytes.count).key
  }
}

extension EdgeWord {
  mutating func setBeforeDot(_ value: Bool) { isBeforeDot = value }
}
