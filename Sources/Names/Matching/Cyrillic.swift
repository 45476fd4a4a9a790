/// Cyrillic letters in Latin ones.
enum Cyrillic {
  /// The usual way of names in English texts (BGN/PCGN, without its marks).
  static func latin(_ text: String) -> String {
    var latin = ""
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isStart = before.map { !isLetter($0) || vowels.contains($0) || $0 == "ь" || $0 == "ъ" } ?? true
      if scalar == "е" || scalar == "ё", isStart { latin += "y" }
      if scalar == "й", before == "и" || before == "ы" {
        // Gorky, not Gorkiy.
        if latin.hasSuffix("i") { latin.removeLast(); latin += "y" }
      } else if let letters = table[scalar] {
        latin += letters
      } else {
        latin.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return latin
  }

  /// The Latin letters of a syllable of Chinese written in Cyrillic by the rules of Palladius: Хуавэй is huawei. Small
  /// letters in, pinyin out, except that n and ng are not told apart.
  static func pinyin(_ text: String) -> String {
    let letters = Array(text.unicodeScalars)
    var latin = ""
    var index = 0
    while index < letters.count {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      let isSoft = softening.contains(next)
      switch (letters[index], next) {
      case ("д", "ж"): latin += "j"; index += 1
      case ("ч", "ж"): latin += "zh"; index += 1
      case ("ц", "з"):
        let after = index + 2 < letters.count ? letters[index + 2] : " "
        latin += softening.contains(after) ? "j" : "z"
        index += 1
      case ("у", "н") where index + 2 >= letters.count || letters[index + 2] != "ь": latin += "o"
      case ("ц", _): latin += isSoft ? "q" : "c"
      case ("с", _): latin += isSoft ? "x" : "s"
      case ("ж", _): latin += "r"
      case ("х", _): latin += "h"
      case ("в", _): latin += "w"
      default: latin += table[letters[index]] ?? ""
      }
      index += 1
    }
    return latin
  }

  /// A word without the ending of an adjective made of a name (Муромский, Курчатовского); nil if it has none.
  static func base(of adjective: String) -> String? {
    for ending in ["ский", "ская", "ское", "ские", "ского", "ской", "скую", "ском", "ским", "ских"]
    where adjective.hasSuffix(ending) {
      var base = String(adjective.dropLast(ending.count))
      if base.hasSuffix("ь") { base.removeLast() }
      return base.unicodeScalars.count >= 3 ? base : nil
    }
    return nil
  }

  /// A word, without the ending of an adjective, and with h for the г that foreign names have for it (Герцен).
  static func forms(of word: String) -> [String] {
    var forms = [word]
    if let base = base(of: word) { forms.append(base) }
    if word.hasPrefix("г") { forms.append("х" + word.dropFirst()) }
    return forms
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { Script(letter: scalar) != nil }
  private static let vowels: Set<Unicode.Scalar> = ["а", "е", "ё", "и", "о", "у", "ы", "э", "ю", "я"]
  private static let softening: Set<Unicode.Scalar> = ["и", "е", "ю", "я"]

  private static let table: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "ђ": "dj", "џ": "dz", "қ": "q", "ғ": "gh", "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "ң": "ng", "һ": "h",
  ]
}
