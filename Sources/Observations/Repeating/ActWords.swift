internal import Names

/// The words by which acts are told apart: stems, without what every report of this field says. Chinese is taken in
/// pairs of characters.
struct ActWords {
  private(set) var latin: Set<String> = []
  private(set) var cyrillic: Set<String> = []
  private(set) var han: Set<String> = []
  /// "24th meeting", "24-е заседание", 第24次: acts of a series are told apart by them.
  private(set) var ordinals: Set<Int> = []

  init(_ text: String) {
    var word = ""
    var before: Character?
    var digits = ""
    func end() -> String {
      defer { word = "" }
      return word
    }
    for character in text.lowercased() + " " {
      if Self.isHan(character) {
        take(end(), &digits, ordinalMark: nil)
        if let before { han.insert("\(before)\(character)") }
        before = character
      } else if character.isLetter || character.isNumber {
        word.append(character)
        before = nil
      } else {
        take(end(), &digits, ordinalMark: character)
        before = nil
      }
    }
    ordinals.formUnion(Self.hanOrdinals(text))
  }

  /// How many of the words of the poorer text stand in the richer one, 0 to 1; nil where the two are written in
  /// different scripts or say too little.
  func likeness(to other: ActWords) -> Double? {
    let pairs = [(latin, other.latin), (cyrillic, other.cyrillic), (han, other.han)]
    let shares = pairs.compactMap { one, other -> Double? in
      let fewer = min(one.count, other.count)
      // Two more than there are: one word in common of three is chance.
      return fewer < 3 ? nil : Double(one.intersection(other).count) / Double(fewer + 2)
    }
    return shares.max()
  }

  private mutating func take(_ word: String, _ digits: inout String, ordinalMark: Character?) {
    guard !word.isEmpty else { return }
    defer { digits = ordinalMark == "-" && Int(word) != nil ? word : "" }
    if let number = Self.ordinal(word, after: digits) { ordinals.insert(number) }
    guard word.count > 3, !word.first!.isNumber else { return }
    let stem = Stem.of(word)
    guard !Self.common.contains(stem) else { return }
    if ("а"..."я").contains(word.first!) { cyrillic.insert(stem) } else { latin.insert(stem) }
  }

  /// `24th`, `seventh`, or the `е` of `24-е`.
  private static func ordinal(_ word: String, after digits: String) -> Int? {
    if let number = named.firstIndex(where: { $0.contains(word) }) { return number + 1 }
    if let number = Int(digits), ["й", "е", "я", "го", "й", "м", "ое", "ая", "ый", "ой", "ом"].contains(word)
    {
      return number
    }
    let tail = word.drop { $0.isNumber }
    guard tail.count < word.count, ["st", "nd", "rd", "th", "й", "я"].contains(tail) else { return nil }
    return Int(word.dropLast(tail.count))
  }

  /// The number after 第 and before what is counted.
  private static func hanOrdinals(_ text: String) -> [Int] {
    text.split(separator: "第").dropFirst().compactMap { part in
      let figures = part.prefix { $0.isASCII && $0.isNumber }
      if let number = Int(figures) { return number }
      let numerals = part.prefix { "一二三四五六七八九十".contains($0) }
      guard !numerals.isEmpty, numerals.count < 4 else { return nil }
      return numerals.reduce(0) { sum, numeral in
        guard numeral != "十" else { return max(1, sum) * 10 }
        let digit = Array("一二三四五六七八九").firstIndex(of: numeral)! + 1
        return sum >= 10 || sum == 0 ? sum + digit : digit
      }
    }
  }

  private static let named: [Set<String>] = [
    ["first", "первое", "первая", "первый", "первого", "первой", "первую"],
    ["second", "второе", "вторая", "второй", "второго", "вторую"],
    ["third", "третье", "третья", "третий", "третьего", "третьей"],
    ["fourth", "четвертое", "четвертая", "четвертый", "четвертого", "четвертой"],
    ["fifth", "пятое", "пятая", "пятый", "пятого", "пятой"],
    ["sixth", "шестое", "шестая", "шестой", "шестого"],
    ["seventh", "седьмое", "седьмая", "седьмой", "седьмого"],
    ["eighth", "восьмое", "восьмая", "восьмой", "восьмого"],
    ["ninth", "девятое", "девятая", "девятый", "девятого", "девятой"],
    ["tenth", "десятое", "десятая", "десятый", "десятого", "десятой"],
    ["eleventh", "одиннадцатое", "одиннадцатая", "одиннадцатый"],
    ["twelfth", "двенадцатое", "двенадцатая", "двенадцатый"],
  ]

  /// What reports of cooperation between the two say whatever they report.
  private static let common = Set(
    [
      "china", "chinese", "russia", "russian", "sino", "moscow", "beijing", "cooperation", "joint", "jointly",
      "between",
      "with", "that", "this", "from", "will", "were", "have", "their", "which", "both", "sides", "said",
      "signed", "sign",
      "signs", "agreement", "agree", "agreed", "project", "year", "years", "first", "technology",
      "technological", "about",
      "under", "during", "after", "before", "into", "million", "billion", "company", "national", "state",
      "international",
      "federation", "republic", "people", "january", "february", "march", "april", "june", "july", "august",
      "september",
      "october", "november", "december", "китай", "китайский", "россия", "российский", "сотрудничество",
      "года", "году",
      "между", "также", "который", "совместный", "стороны", "подписали", "соглашение", "миллионов",
      "миллиардов", "было",
      "января", "февраля", "марта", "апреля", "июня", "июля", "августа", "сентября", "октября", "ноября",
      "декабря",
    ].map(Stem.of))

  private static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return 0x3400...0x9FFF ~= scalar.value
  }
}
