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
