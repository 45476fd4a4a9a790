/// Guesses the language of a text by its script, its letters and its commonest words.
public enum Language {
  /// The languages that are read; texts in others are stored and searched only.
  public static let read: Set<String> = ["en", "ru", "zh"]

  /// A code of ISO 639, or nil where the text is too short or too mixed to tell.
  ///
  /// A long text is judged by its beginning and its middle.
  public static func guess(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var letters = Letters()
    var words = CommonWords()
    for part in samples(range) { bytes.withUnsafeBufferPointer { letters.count($0, part) } }
    if !letters.isPlainlyHan {
      for part in samples(range) { words.count(bytes, part) }
    }
    return letters.eastAsian(words) ?? letters.byScript(words)
  }

  private static let sample = 1536

  private static func samples(_ range: Range<Int>) -> [Range<Int>] {
    guard range.count > 2 * sample else { return [range] }
    let middle = range.lowerBound + range.count / 2
    return [range.lowerBound..<(range.lowerBound + sample), middle..<(middle + sample)]
  }

  /// The code of a language that a text names, as `en-US`, `Russian`, `中文`; nil if it is none we know of.
  static func code(named name: String) -> String? {
    let word = String(name.lowercased().prefix { $0.isLetter })
    if let code = named[word] { return code }
    return word.utf8.count == 2 && word.utf8.allSatisfy { 0x61...0x7A ~= $0 } ? word : nil
  }

  private static let named = [
    "english": "en", "eng": "en", "английский": "en", "англ": "en", "英文": "en", "英语": "en", "russian": "ru",
    "rus": "ru",
    "русский": "ru", "рус": "ru", "俄文": "ru", "俄语": "ru", "chinese": "zh", "zho": "zh", "chi": "zh",
    "cn": "zh",
    "китайский": "zh", "кит": "zh", "中文": "zh", "汉语": "zh", "简体中文": "zh", "繁體中文": "zh", "german": "de",
    "french": "fr",
    "spanish": "es", "ukrainian": "uk", "украинский": "uk", "українська": "uk", "ua": "uk", "japanese": "ja",
    "korean": "ko",
  ]
}

/// The letters of a text by script.
private struct Letters {
  private var latin = 0
  private var cyrillic = 0
  private var han = 0
  private var kana = 0
  private var hangul = 0
  private var other = 0
  /// Letters of Latin that English does without.
  private var marked = 0
  /// How often each Cyrillic letter of U+0400 to U+04FF occurs.
  private var each = [Int](repeating: 0, count: 256)
  /// ъ where Russian has none.
  private var vowels = 0
  /// Characters and marks without which there is hardly a Chinese sentence.
  private var particles = 0

  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      let lead = bytes[i]
      switch lead {
      case ..<0x80:
        if (lead | 0x20) &- 0x61 < 26 { latin += 1 }
        i += 1
      case 0xC3...0xC9 where i + 1 < range.upperBound:
        latin += 1
        marked += 1
        i += 2
      case 0xD0...0xD3 where i + 1 < range.upperBound:
        countCyrillic(bytes, i, range.upperBound)
        i += 2
      case 0xCE...0xCF, 0xD5...0xDF:
        other += 1
        i += 2
      case 0xE0...0xEF where i + 2 < range.upperBound:
        countWide(lead, bytes[i + 1], bytes[i + 2])
        i += 3
      default: i += 1
      }
    }
  }

  private mutating func countCyrillic(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) {
    cyrillic += 1
    let code = Int(bytes[i] & 0x03) << 6 | Int(bytes[i + 1] & 0x3F)
    each[code] += 1
    // ъ parts a consonant from е, ё, ю, я in Russian; elsewhere it is a vowel.
    guard code == 0x4A || code == 0x2A else { return }
    let next =
      i + 3 < end && bytes[i + 2] & 0xFC == 0xD0
      ? Int(bytes[i + 2] & 0x03) << 6 | Int(bytes[i + 3] & 0x3F) : 0
    if ![0x35, 0x51, 0x4E, 0x4F, 0x15, 0x01, 0x2E, 0x2F].contains(next) { vowels += 1 }
  }

  /// 的了在是与和将为與將為
  private static func isParticle(_ value: UInt32) -> Bool {
    switch value {
    case 0x7684, 0x4E86, 0x5728, 0x662F, 0x4E0E, 0x548C, 0x5C06, 0x4E3A, 0x8207, 0x5C07, 0x70BA: true
    default: false
    }
  }

  private mutating func countWide(_ lead: UInt8, _ second: UInt8, _ third: UInt8) {
    let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    switch value {
    case 0x3041...0x30FA, 0x30FC...0x30FF: kana += 1
    case 0x3002, 0xFF0C: particles += 1
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF:
      han += 1
      if Self.isParticle(value) { particles += 1 }
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: hangul += 1
    case 0x0900...0x10FF, 0x1200...0x1CFF: other += 1
    default: break
    }
  }

  /// True where the words of other languages change nothing.
  var isPlainlyHan: Bool { han > 0 && latin + cyrillic <= han }

  /// Chinese, Japanese or Korean. One character carries about as much as two or three letters.
  func eastAsian(_ words: CommonWords) -> String? {
    let letters = latin + cyrillic + other + 2 * (han + kana + hangul)
    if kana * 20 > letters { return "ja" }
    if hangul * 6 > letters { return "ko" }
    guard han * 5 > letters else { return nil }
    // Chinese names in brackets, in a text of another script.
    let isQuoted = latin + cyrillic > han && words.hits > particles
    return isQuoted ? nil : "zh"
  }

  func byScript(_ words: CommonWords) -> String? {
    let letters = latin + cyrillic + other + 2 * (han + kana + hangul)
    guard letters > 0, other * 2 <= letters, max(latin, cyrillic) * 3 > letters else { return nil }
    // Names of the other script may be longer than the words of the text.
    let isCyrillic =
      words.cyrillicHits > 0 && words.latinHits == 0 && cyrillic * 4 > letters
      || cyrillic > latin && !(words.latinHits > 0 && words.cyrillicHits == 0 && latin * 4 > letters)
    return isCyrillic ? ofCyrillic(words) : words.latin(isPlain: marked == 0)
  }

  private func sum(_ letters: String) -> Int {
    letters.unicodeScalars.reduce(0) { $0 + each[Int($1.value) - 0x400] }
  }

  private func ofCyrillic(_ words: CommonWords) -> String? {
    let turkic = sum("әғқңөұүһӘҒҚҢӨҰҮ")
    if turkic * 60 > cyrillic {
      return sum("ғқұҒҚҰ") > 0 ? "kk" : sum("ңҢ") > 0 ? "ky" : sum("әӘ") > 0 ? "tt" : "mn"
    }
    if sum("јљњћђџќѓѕЈЉЊЋЂЏ") * 100 > cyrillic { return sum("ќѓѕЌЃЅ") > 0 ? "mk" : "sr" }
    let dotted = sum("іїєґІЇЄҐ")
    if dotted * 40 > cyrillic || sum("ўЎ") * 80 > cyrillic {
      return sum("ўЎ") > 0 || (cyrillic >= 20 || sum("ыэ") > 0) && sum("їєґиЇЄҐИ") == 0 ? "be" : "uk"
    }
    if vowels * 150 > cyrillic { return "bg" }
    return sum("ыэёЭЁ") == 0 && words.isBulgarian ? "bg" : "ru"
  }
}

/// How many of the commonest words of each language a text has.
private struct CommonWords {
  private var found = [Int](repeating: 0, count: CommonWords.lists.count)

  mutating func count(_ bytes: [UInt8], _ range: Range<Int>) {
    Self.known.withLookup { lookup in
      bytes.withUnsafeBufferPointer { buffer in
        var i = range.lowerBound
        while i < range.upperBound {
          if buffer[i] < 0x80, (buffer[i] | 0x20) &- 0x61 >= 26 {
            i += 1
            continue
          }
          let (key, end) = Self.plain(buffer, i, range.upperBound) ?? Self.other(bytes, i, range.upperBound)
          var languages = key == 0 ? 0 : lookup(key)
          while languages != 0 {
            found[languages.trailingZeroBitCount] += 1
            languages &= languages - 1
          }
          i = end
        }
      }
    }
  }

  /// The key of a word, 0 where it is in no list, and where it ends; nil where a letter is neither English nor Russian.
  @inline(__always)
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (UInt128, Int)?
  {
    var (i, letters) = (start, 0)
    var key: UInt128 = 0
    while i < end, letters < EdgeWord.widest {
      let byte = bytes[i]
      let letter: UInt8
      if (byte | 0x20) &- 0x61 < 26 {
        letter = byte | 0x20
        i += 1
      } else if byte == 0xD0 || byte == 0xD1, i + 1 < end {
        letter = EdgeWord.smallCyrillic(byte, bytes[i + 1])
        i += 2
      } else if byte < 0x80 || byte > 0xDF {
        break
      } else {
        return nil
      }
      letters += 1
      if letters <= EdgeWord.longest { key = key << 8 | UInt128(letter) }
    }
    guard letters > 0 else { return nil }
    return (letters > EdgeWord.longest ? 0 : key, i)
  }

  private static func other(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (UInt128, Int) {
    let word = EdgeWord(bytes, startingAt: start, to: end)
    return word.letters == 0 ? (0, start + 1) : (word.key, word.end)
  }

  var hits: Int { latinHits + cyrillicHits }
  var latinHits: Int { found.indices.filter { Self.lists[$0].isLatin }.map { found[$0] }.max() ?? 0 }
  var cyrillicHits: Int { found.indices.filter { !Self.lists[$0].isLatin }.map { found[$0] }.max() ?? 0 }

  private func count(of language: String) -> Int {
    Self.lists.firstIndex { $0.language == language }.map { found[$0] } ?? 0
  }

  var isBulgarian: Bool { count(of: "bg") > 1 && count(of: "bg") > count(of: "ru") }

  /// The language most of whose words occur; of a single word, English only where no letter has a mark.
  func latin(isPlain: Bool) -> String? {
    let latin = found.indices.filter { Self.lists[$0].isLatin }
    let best = latin.map { found[$0] }.max() ?? 0
    let leaders = latin.filter { found[$0] == best }
    guard best > 0, leaders.count == 1 else { return nil }
    let language = Self.lists[leaders[0]].language
    return best > 1 || language == "en" && isPlain ? language : nil
  }

  /// The languages of each word, as bits.
  private static let known: WordTable = {
    var words: [(key: UInt128, bits: UInt32)] = []
    for (index, list) in lists.enumerated() {
      for word in Set(list.words.split { $0.isWhitespace }) {
        words.append((EdgeWord.key(String(word)), 1 << UInt32(index)))
      }
    }
    return WordTable(words)
  }()

  private static let lists: [(language: String, isLatin: Bool, words: String)] = [
    (
      "en", true,
      """
      a the of and to in that is for with on was by from has an its at as be are will have had it he she they this which their
      after between over under new says said signs signed joint agreement deal chinese russian into about more than also
      when who not but been were would could launch launches opens visit ships plans sees bans wins
      """
    ),
    (
      "de", true,
      "der die und das den von mit ist für auf ein eine im nicht dem zu sich werden wurde bei nach zur zum auch als über"
    ),
    (
      "fr", true,
      "le les des et du une est dans pour que sur par au la un de en avec à aux ont été qui ce plus"
    ),
    ("es", true, "el los las y del que una por con para es en la se un de su al ha más entre sobre firman"),
    ("it", true, "il di che della per una con del sono le nel gli la e un in alla dei ha anche tra"),
    ("pt", true, "a o os as da do que uma com para não em dos no na um de e ao foi mais entre"),
    ("nl", true, "de het een van en in is dat op te zijn voor met niet aan door ook bij naar"),
    ("pl", true, "w i na z się nie do że jest przez oraz dla o po od za ze są"),
    ("cs", true, "a v na se je že s z do pro o za ve jako od podle byl"),
    ("sr", true, "i u je na da se za od sa su koji kao o iz do nije"),
    ("tr", true, "ve bir bu ile için olarak da de daha çok olan gibi kadar sonra"),
    ("vi", true, "và của là có trong cho với các một được không người những từ"),
    ("id", true, "yang dan di dengan untuk dari pada ini dalam akan oleh tidak"),
    ("ro", true, "și în de la cu pe din care pentru este că sunt mai"),
    ("hu", true, "a az és hogy nem is egy meg van volt ez"),
    ("sv", true, "och att det som en på är av för med den till inte har"),
    (
      "ru", false,
      """
      и в на что с по не о для из его это как к был также будет от за между при со об у до их её ее были было года году
      том этом которые который которая россии китая
      """
    ),
    ("uk", false, "і в на що з та не для від у є це як про за до між його який які року"),
    (
      "bg", false,
      "и на от за да се в са е че ще с със това като по при през между към който която което които бе беше след година"
    ),
    ("be", false, "і ў на што з не для па гэта у ад як да за"),
  ]
}

/// Bits for each of some words, found without hashing a letter twice.
private struct WordTable: Sendable {
  private static let size = 2048
  private var keys = [UInt128](repeating: 0, count: size)
  private var bits = [UInt32](repeating: 0, count: size)

  init(_ words: [(key: UInt128, bits: UInt32)]) {
    for word in words {
      let slot = keys.withUnsafeBufferPointer { Self.slot(of: word.key, $0) }
      keys[slot] = word.key
      bits[slot] |= word.bits
    }
  }

  /// The slot of a key, else the one where it would be.
  @inline(__always)
  private static func slot(of key: UInt128, _ keys: UnsafeBufferPointer<UInt128>) -> Int {
    let mixed =
      (UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 57)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(mixed >> 53)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
    return slot
  }

  func withLookup(_ body: ((UInt128) -> UInt32) -> Void) {
    keys.withUnsafeBufferPointer { keys in
      bits.withUnsafeBufferPointer { bits in body { bits[Self.slot(of: $0, keys)] } }
    }
  }
}

extension EdgeWord {
  /// Where a word ends that was read from its beginning.
  fileprivate var end: Int { start + max(width, 1) }
}
