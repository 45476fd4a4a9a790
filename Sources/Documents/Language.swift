internal import Names

/// Guesses the language of a text by its script and its commonest words.
public enum Language {
  /// The languages that are read; texts in others are stored and searched only.
  public static let read: Set<String> = ["en", "ru", "zh"]

  private static let common: [(language: String, words: Set<String>)] = [
    (
      "en",
      [
        "the", "of", "and", "to", "in", "that", "is", "for", "with", "on", "was", "by", "from", "has", "an",
        "its",
      ]
    ),
    (
      "de",
      ["der", "die", "und", "das", "den", "von", "mit", "ist", "für", "auf", "ein", "eine", "im", "nicht"]
    ),
    ("fr", ["le", "les", "des", "et", "du", "une", "est", "dans", "pour", "que", "sur", "par", "au", "la"]),
    ("es", ["el", "los", "las", "y", "del", "que", "una", "por", "con", "para", "es", "en", "la", "se"]),
    ("it", ["il", "di", "che", "della", "per", "una", "con", "del", "sono", "le", "nel", "gli", "la"]),
    ("pt", ["o", "os", "da", "do", "que", "uma", "com", "para", "não", "em", "dos", "no", "na"]),
    ("pl", ["w", "i", "na", "z", "się", "nie", "do", "że", "jest", "przez"]),
    ("tr", ["ve", "bir", "bu", "ile", "için", "olarak", "da", "de"]),
    (
      "ru",
      ["и", "в", "на", "что", "с", "по", "не", "о", "для", "из", "его", "это", "как", "к", "был", "также"]
    ),
    ("uk", ["і", "в", "на", "що", "з", "та", "не", "для", "від", "у", "є", "це", "як", "про"]),
    ("bg", ["и", "на", "от", "за", "да", "се", "в", "са", "е", "че", "ще", "с"]),
    ("be", ["і", "ў", "на", "што", "з", "не", "для", "па", "гэта", "у"]),
  ]

  /// The places in `common` of the languages that have a word.
  private static let byWord: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    for (index, entry) in common.enumerated() {
      for word in entry.words { places[word, default: []].append(index) }
    }
    return places
  }()

  /// A code of ISO 639, or nil where the text is too short or too mixed to tell.
  public static func guess(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var counts: [Script: Int] = [:]
    var kana = 0
    var hangul = 0
    var letters = 0
    bytes.forEachScalar(in: range) { scalar, _ in
      // One Chinese character carries about as much as three letters.
      if let script = Script(letter: scalar) {
        counts[script, default: 0] += script == .han ? 3 : 1
        letters += script == .han ? 3 : 1
      } else if 0x3040...0x30FF ~= scalar.value {
        kana += 3
        letters += 3
      } else if 0xAC00...0xD7A3 ~= scalar.value {
        hangul += 3
        letters += 3
      } else if scalar.properties.isAlphabetic {
        letters += 1
      }
    }
    guard let (script, count) = counts.max(by: { $0.value < $1.value }), letters > 0 else { return nil }
    if kana * 10 > letters { return "ja" }
    if hangul * 3 > letters { return "ko" }
    guard count * 2 > letters else { return nil }
    return script == .han ? "zh" : byWords(Token.all(in: bytes, range))
  }

  /// The language most of whose commonest words occur; nil if two are as good or none occurs twice.
  private static func byWords(_ tokens: [Token]) -> String? {
    var hits = [Int](repeating: 0, count: common.count)
    for token in tokens where token.kind == .word {
      for index in byWord[token.text] ?? [] { hits[index] += 1 }
    }
    let best = hits.max() ?? 0
    guard best >= 2, hits.filter({ $0 == best }).count == 1 else { return nil }
    return common[hits.firstIndex(of: best)!].language
  }
}
