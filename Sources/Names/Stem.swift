/// Word stems: enough for inflected forms to meet in search. Not a dictionary.
public enum Stem {
  /// What a word is cut to.
  public struct Cut: Equatable, Sendable {
    /// So many of its bytes.
    public var kept: Int
    /// True if a `y` follows them: the stem of "universities" is "university".
    public var endsInY = false
  }

  /// The stem of a word in small letters. Russian and English words lose their endings; others are returned
  /// as they are.
  public static func of(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      let cut = cut(bytes)
      return String(decoding: bytes.prefix(cut.kept), as: UTF8.self) + (cut.endsInY ? "y" : "")
    }
  }

  /// Where the stem of a word in small letters ends: as ``of(_:)``, without making anything.
  public static func cut(_ word: UnsafeBufferPointer<UInt8>) -> Cut {
    switch word.first {
    case 0xD0, 0xD1: Cut(kept: russian(word))
    case let first? where 0x61...0x7A ~= first: english(word)
    default: Cut(kept: word.count)
    }
  }

  // MARK: Russian

  /// A Russian stem has at least three letters.
  private static func russian(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var ending: UInt64 = 0
    var kept = word.count
    for letters in 1...4 {
      let start = word.count - 2 * letters
      guard start >= 6 else { break }
      ending |=
        UInt64(word[start]) << UInt64(16 * letters - 8) | UInt64(word[start + 1]) << UInt64(16 * letters - 16)
      // The longest ending is the one that goes.
      if isEnding(ending) { kept = start }
    }
    return kept
  }

  private static func isEnding(_ letters: UInt64) -> Bool {
    var (low, high) = (0, endings.count)
    while low < high {
      let middle = (low + high) / 2
      if endings[middle] < letters { low = middle + 1 } else { high = middle }
    }
    return low < endings.count && endings[low] == letters
  }

  /// Endings of nouns and adjectives, two bytes a letter, sorted.
  private static let endings: [UInt64] = [
    "иями", "ьями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "ией", "ием", "иям", "иях", "ьях",
    "ьям", "ьев", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ым", "им", "ом", "ем", "ых",
    "их", "ую", "юю", "ою", "ею", "ия", "ии", "ию", "ья", "ье", "ьи", "ью", "ях", "ах", "ов", "ев", "ам",
    "ям",
    "а", "е", "и", "й", "о", "у", "ы", "ь", "э", "ю", "я",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }.sorted()

  // MARK: English

  private static func english(_ word: UnsafeBufferPointer<UInt8>) -> Cut {
    if word.count > 3, ends(word, word.count, "ies") { return Cut(kept: word.count - 3, endsInY: true) }
    var count = singular(word)
    for ending in ["ing", "ed"] as [StaticString] where hasEnding(ending, word, count) {
      count -= ending.utf8CodeUnitCount
      break
    }
    if count > 4, isDoubled(word[count - 1], word[count - 2]) { count -= 1 }
    if count > 4, word[count - 1] == UInt8(ascii: "e") { count -= 1 }
    return Cut(kept: count)
  }

  /// How many bytes of a word its singular keeps.
  private static func singular(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let count = word.count
    guard count > 3, ends(word, count, "s") else { return count }
    if ends(word, count, "ss") || ends(word, count, "us") || ends(word, count, "is") { return count }
    let isLong =
      ends(word, count, "xes") || ends(word, count, "ches") || ends(word, count, "shes")
      || ends(word, count, "sses")
    return isLong ? count - 2 : count - 1
  }

  /// True for an ending of a verb behind a stem of three letters with a vowel.
  private static func hasEnding(_ ending: StaticString, _ word: UnsafeBufferPointer<UInt8>, _ count: Int)
    -> Bool
  {
    let rest = count - ending.utf8CodeUnitCount
    return rest >= 3 && ends(word, count, ending) && word[..<rest].contains(where: isVowel)
  }

  private static func isDoubled(_ last: UInt8, _ before: UInt8) -> Bool {
    last == before && !isVowel(last) && last != UInt8(ascii: "l") && last != UInt8(ascii: "s")
      && last != UInt8(ascii: "z")
  }

  /// True if the first `count` bytes of the word end so.
  private static func ends(_ word: UnsafeBufferPointer<UInt8>, _ count: Int, _ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where word[count - length + index] != ending.utf8Start[index] { return false }
    return true
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
