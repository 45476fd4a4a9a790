/// The words that dates and sums are made of, compiled so that a word is found by the hash of its small letters.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    var word: Word
    var value: Int
    var isWeak: Bool
  }

  /// A line of a table: what the words mean, which one they are, and the words with blanks between. A star marks
  /// one that needs a neighbour.
  typealias Line = (word: Word, value: Int, words: String)

  static let shared = Lexicon(
    DateWords.english + DateWords.russian + MoneyWords.english + MoneyWords.russian,
    han: DateWords.chinese + MoneyWords.chinese)

  /// Open addressing; a hash of 0 is an empty place. 64 bits tell the few hundred words from all others.
  private(set) var hashes: [UInt64]
  private(set) var entries: [Entry]
  private let mask: Int
  /// No word has more letters.
  private(set) var longest = 0

  /// A Chinese word: where its characters begin in `hanCharacters`, and how many they are.
  struct HanEntry: Sendable {
    var start: Int
    var count: Int
    var entry: Entry
  }
  /// By first character, from U+4E00: the place in `hanWords` of its first word, and how many there are.
  private(set) var hanPlaces: [HanPlace]
  private(set) var hanWords: [HanEntry] = []
  private(set) var hanCharacters: [UInt16] = []

  struct HanPlace: Sendable {
    var first: UInt16 = 0
    var count: UInt8 = 0
    /// The number that the character is.
    var figure: HanFigure?

    /// True for a character that is no number and begins no word.
    var isUnknown: Bool { count == 0 && figure == nil }
  }

  private init(_ lines: [Line], han: [Line]) {
    let size = 4096
    hashes = Array(repeating: 0, count: size)
    entries = Array(repeating: Entry(word: .none, value: 0, isWeak: false), count: size)
    mask = size - 1
    hanPlaces = (0..<0x5200).map { HanPlace(figure: HanFigure(UInt32($0) + 0x4E00)) }
    for line in lines {
      for (text, entry) in Self.words(of: line) { insert(text, entry) }
    }
    insert(han)
  }

  private mutating func insert(_ han: [Line]) {
    var words: [([UInt16], Entry)] = []
    for line in han {
      for (text, entry) in Self.words(of: line) { words.append((Array(text.utf16), entry)) }
    }
    // Longer words first, so that the first that fits is the longest.
    words.sort { ($0.0[0], $1.0.count) < ($1.0[0], $0.0.count) }
    for (characters, entry) in words {
      let place = Int(characters[0]) - 0x4E00
      guard hanPlaces.indices.contains(place) else { continue }
      if hanPlaces[place].count == 0 { hanPlaces[place].first = UInt16(hanWords.count) }
      hanPlaces[place].count += 1
      hanWords.append(HanEntry(start: hanCharacters.count, count: characters.count, entry: entry))
      hanCharacters += characters
    }
  }

  private static func words(of line: Line) -> [(String, Entry)] {
    line.words.split(separator: " ").map { text in
      let isWeak = text.last == "*"
      return (
        String(isWeak ? text.dropLast() : text), Entry(word: line.word, value: line.value, isWeak: isWeak)
      )
    }
  }

  // MARK: Hashing, a letter at a time

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func step(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  private mutating func insert(_ text: String, _ entry: Entry) {
    var hash = Self.seed
    for scalar in text.unicodeScalars { hash = Self.step(hash, scalar.value) }
    longest = max(longest, text.unicodeScalars.count)
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while hashes[place] != 0 {
      // The first line that has a word keeps it.
      if hashes[place] == hash { return }
      place = (place + 1) & mask
    }
    hashes[place] = hash
    entries[place] = entry
  }
}

/// The tables of a lexicon as the cutter reads them.
struct LexiconTables {
  let hashes: UnsafeBufferPointer<UInt64>
  let entries: UnsafeBufferPointer<Lexicon.Entry>
  let places: UnsafeBufferPointer<Lexicon.HanPlace>
  let words: UnsafeBufferPointer<Lexicon.HanEntry>
  let characters: UnsafeBufferPointer<UInt16>
  let longest: Int

  /// The entry of the word with this hash of its small letters.
  @inline(__always)
  func entry(_ hash: UInt64) -> Lexicon.Entry? {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while hashes[place] != 0 {
      if hashes[place] == hash { return entries[place] }
      place = (place + 1) & mask
    }
    return nil
  }
}

extension Lexicon {
  func withTables<T>(_ body: (LexiconTables) -> T) -> T {
    hashes.withUnsafeBufferPointer { hashes in
      entries.withUnsafeBufferPointer { entries in
        hanPlaces.withUnsafeBufferPointer { places in
          hanWords.withUnsafeBufferPointer { words in
            hanCharacters.withUnsafeBufferPointer { characters in
              body(
                LexiconTables(
                  hashes: hashes, entries: entries, places: places, words: words, characters: characters,
                  longest: longest))
            }
          }
        }
      }
    }
  }
}

/// A Chinese character that is a number.
struct HanFigure: Sendable {
  var value: Int16
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
