/// How Chinese characters are read, in the Latin letters of pinyin without tones.
enum Pinyin {
  /// The syllable of each character. The table is gone through once, when a Chinese name is first read.
  private static let syllables: [Unicode.Scalar: String] = {
    var found: [Unicode.Scalar: String] = [:]
    found.reserveCapacity(7000)
    let text = PinyinTable.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    var syllable = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A: syllable.unicodeScalars.append(scalar)
      case 0...0x20: syllable = ""
      default: found[scalar] = syllable
      }
    }
    return found
  }()

  /// Words in which a character is read otherwise.
  private static let words: [(word: [Unicode.Scalar], syllables: [String])] = [
    ("重庆", ["chong", "qing"]), ("行业", ["hang", "ye"]), ("发行", ["fa", "xing"]), ("执行", ["zhi", "xing"]),
    ("飞行", ["fei", "xing"]), ("行政", ["xing", "zheng"]), ("会计", ["kuai", "ji"]), ("音乐", ["yin", "yue"]),
    ("校长", ["xiao", "zhang"]), ("部长", ["bu", "zhang"]), ("成长", ["cheng", "zhang"]),
    ("朝鲜", ["chao", "xian"]), ("率领", ["shuai", "ling"]), ("调查", ["diao", "cha"]), ("单县", ["shan", "xian"]),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  private static let spellings = Set(syllables.values)

  /// True for a word of four letters and more that is pinyin throughout.
  static func isSpelled(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count >= 4 else { return false }
    var reached = Array(repeating: false, count: letters.count + 1)
    reached[0] = true
    for start in letters.indices where reached[start] {
      for end in start + 1...min(start + 6, letters.count)
      where spellings.contains(String(letters[start..<end])) {
        reached[end] = true
      }
    }
    return reached[letters.count]
  }

  /// The syllables of a run of Chinese characters, traditional ones too; a character that the table does not have
  /// is left out.
  static func syllables(of han: String) -> [String] {
    let scalars = han.unicodeScalars.map(HanVariants.simplified)
    var found: [String] = []
    var index = 0
    while index < scalars.count {
      if let special = words.first(where: { scalars[index...].starts(with: $0.word) }) {
        found += special.syllables
        index += special.word.count
      } else {
        if let syllable = syllables[scalars[index]] { found.append(syllable) }
        index += 1
      }
    }
    return found
  }
}
