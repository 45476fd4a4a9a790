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
  private var hashes: [UInt64]
  private var entries: [Entry]
  private let mask: Int
  /// No word has more letters.
  private(set) var longest = 0

  struct HanEntry: Sendable {
    var characters: [UInt16]
    var entry: Entry
  }
  /// By first character, from U+4E00: the place in `hanWords` of its first word, and how many there are.
  private(set) var hanPlaces: [(first: UInt16, count: UInt16)]
  private(set) var hanWords: [HanEntry] = []

  private init(_ lines: [Line], han: [Line]) {
    let size = 4096
    hashes = Array(repeating: 0, count: size)
    entries = Array(repeating: Entry(word: .none, value: 0, isWeak: false), count: size)
    mask = size - 1
    hanPlaces = Array(repeating: (0, 0), count: 0x5200)
    for line in lines {
      for (text, entry) in Self.words(of: line) { insert(text, entry) }
    }
    var words: [HanEntry] = []
    for line in han {
      for (text, entry) in Self.words(of: line) {
        words.append(HanEntry(characters: Array(text.utf16), entry: entry))
      }
    }
    // Longer words first, so that the first that fits is the longest.
    hanWords = words.sorted {
      ($0.characters[0], $1.characters.count) < ($1.characters[0], $0.characters.count)
    }
    for (index, word) in hanWords.enumerated() {
      let place = Int(word.characters[0]) - 0x4E00
      guard hanPlaces.indices.contains(place) else { continue }
      if hanPlaces[place].count == 0 { hanPlaces[place].first = UInt16(index) }
      hanPlaces[place].count += 1
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

  /// The entry of the word with this hash of its small letters.
  @inline(__always)
  func entry(_ hash: UInt64) -> Entry? {
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while hashes[place] != 0 {
      if hashes[place] == hash { return entries[place] }
      place = (place + 1) & mask
    }
    return nil
  }
}
