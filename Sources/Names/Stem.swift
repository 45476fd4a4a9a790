/// Word stems: enough for inflected forms to meet, in search and in Russian names. Not a dictionary.
public enum Stem {
  /// The stem of a word in small letters. Russian and English words lose their endings; others are returned
  /// as they are.
  public static func of(_ word: String) -> String {
    let bytes = Array(word.utf8)
    switch bytes.first {
    case 0xD0, 0xD1: return String(decoding: bytes.prefix(russianLength(bytes[...])), as: UTF8.self)
    case let first? where 0x61...0x7A ~= first: return String(decoding: english(bytes), as: UTF8.self)
    default: return word
    }
  }

  /// How many bytes of a Russian word its stem keeps: at least three letters.
  static func russianLength(_ word: ArraySlice<UInt8>) -> Int {
    for ending in russianEndings where word.count >= ending.count + 6 {
      if word.suffix(ending.count).elementsEqual(ending) { return word.count - ending.count }
    }
    return word.count
  }

  /// Endings of nouns and adjectives, longest first.
  private static let russianEndings: [[UInt8]] = [
    "иями", "ьями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "ией", "иям", "иях", "ьях", "ьям",
    "ьев",
    "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ым", "им", "ом", "ем", "ых", "их", "ую",
    "юю", "ою", "ею",
    "ия", "ии", "ию", "ья", "ье", "ьи", "ью", "ях", "ах", "ов", "ев", "ам", "ям", "а", "е", "и", "й", "о",
    "у", "ы", "ь",
    "э", "ю", "я",
  ].map { Array($0.utf8) }

  private static func english(_ word: [UInt8]) -> [UInt8] {
    var stem = singular(word[...])
    for ending in ["ing", "ed"]
    where stem.count >= ending.utf8.count + 3 && stem.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      let rest = stem.dropLast(ending.utf8.count)
      if rest.contains(where: isVowel) {
        stem = rest
        break
      }
    }
    if stem.count > 4, let last = stem.last, last == stem.dropLast().last, !isVowel(last),
      !"lsz".utf8.contains(last)
    {
      stem = stem.dropLast()
    }
    if stem.count > 4, stem.last == UInt8(ascii: "e") { stem = stem.dropLast() }
    return Array(stem)
  }

  private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > 3, word.last == UInt8(ascii: "s") else { return word }
    if word.suffix(3).elementsEqual("ies".utf8) { return word.dropLast(3) + [UInt8(ascii: "y")] }
    if word.suffix(2).elementsEqual("ss".utf8) || word.suffix(2).elementsEqual("us".utf8)
      || word.suffix(2).elementsEqual("is".utf8)
    {
      return word
    }
    if ["xes", "ches", "shes", "sses"].contains(where: { word.suffix($0.utf8.count).elementsEqual($0.utf8) })
    {
      return word.dropLast(2)
    }
    return word.dropLast()
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}
