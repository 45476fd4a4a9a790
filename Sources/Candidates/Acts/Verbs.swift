/// Forms of verbs that tell of something done, known by their endings: a sign that a sentence reports an act,
/// whatever the verb. No list of the verbs of cooperation is ever complete.
enum Verbs {
  /// Where they stand, in order of place; of Chinese, which has no such forms, 了 behind a verb.
  static func done(in words: [Word]) -> [Range<Int>] { words.filter(isDone).map(\.span) }

  static func isDone(_ word: Word) -> Bool {
    switch word.kind {
    case .han: word.text == "了"
    case .letters:
      word.text.utf8.first ?? 0 >= 0xD0 ? isRussian(word) : isEnglish(word)
    default: false
    }
  }

  // MARK: English

  private static func isEnglish(_ word: Word) -> Bool {
    // "United", "Advanced Micro Devices": capitals begin names.
    guard !word.isCapital else { return false }
    let isRegular =
      word.text.unicodeScalars.count > 4 && regular.end(word.text) && !irregularEnd.end(word.text)
    guard isRegular else { return irregular.contains(word.text) }
    return !adjectives.contains(word.text) && !word.text.utf8.contains(UInt8(ascii: "-"))
  }

  private static let regular = Endings(["ed"])
  private static let irregularEnd = Endings(["eed"])
  private static let irregular: Set<String> = Set(
    """
    won held took taken gave given went gone ran began begun built bought sold sent met made broke broken came chose
    chosen drew drawn fell flew flown got grew kept laid led left lent lost paid saw showed shown shut spoke spent struck
    taught threw thrown withdrew withdrawn wound brought caught dealt found fought forbade hung handed hid hosted put set
    let cut quit sought shook swore swung sprang told tore took wrote written became
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let adjectives: Set<String> = [
    "united", "hundred", "unmanned", "limited", "advanced", "integrated", "related", "based", "so-called",
    "allied", "embedded", "distributed", "detailed", "dedicated", "experienced", "named", "wicked", "sacred",
    "naked", "hatred", "kindred", "augmented", "aged", "respected", "supposed",
  ]

  // MARK: Russian

  /// The past, active and passive: подписали, открылся, введён, пущены.
  private static func isRussian(_ word: Word) -> Bool {
    let letters = word.text.unicodeScalars.count
    guard letters > 3, active.end(word.text) || letters > 4 && passive.end(word.text) else { return false }
    return !nouns.contains(word.text)
  }

  private static let active = Endings([
    "ал", "ала", "ало", "али", "ил", "ила", "ило", "или", "ел", "ела", "ело", "ели", "ыл", "ыла", "ыло",
    "ыли", "ул",
    "ула", "ули", "ял", "яла", "яло", "яли", "шёл", "шла", "шло", "шли", "лся", "лась", "лось", "лись", "ёл",
    "ёс", "ёг", "зла", "зли", "сла", "сли", "кла", "кли", "гла", "гли",
  ])
  private static let passive = Endings([
    "ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены", "ён", "ято", "ята", "яты", "ят", "ыто", "ыта",
    "ыты",
    "ыт", "уто", "уты",
  ])
  private static let nouns: Set<String> = Set(
    """
    канал сигнал материал капитал журнал потенциал филиал терминал персонал школа сила доли цели дела тела числа села
    модели недели детали отдели кабели двигатели если после была было были план страна страны стран цена цены замена
    смена смены экран океан уран грант иран тайвань район члены члена член университет система арена машина кабина
    вакцина вакцины турбина турбины медицина платина долина провинция степени пункт почти или ряд агрегат мобил
    автомобил стали эмаль скала правила правило стороны сторона стороне время зоны зона тонны тонна причина причины
    половина половины середина величина плана планы уровень рубли кредит опыт объект проект пакет
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

/// How words may end.
private struct Endings {
  /// By their last byte.
  private let byLast: [[[UInt8]]]

  init(_ endings: [String]) {
    byLast = endings.reduce(into: [[[UInt8]]](repeating: [], count: 256)) { table, ending in
      let bytes = Array(ending.utf8)
      table[Int(bytes[bytes.count - 1])].append(bytes)
    }
  }

  /// True if one of them ends the word.
  func end(_ word: String) -> Bool {
    let bytes = word.utf8
    guard let last = bytes.last else { return false }
    return byLast[Int(last)].contains { $0.count <= bytes.count && bytes.suffix($0.count).elementsEqual($0) }
  }
}
