/// Russian names in any case: each word of a name is kept as its stem and the endings it may have.
///
/// An ending stands in a pattern as one symbol, the number of its kind, which no character folds to. The words
/// of a name take their endings by themselves: a text that says «Академией наук России» declines as it should,
/// and a name half declined («о Тинькофф Банке») is met as well.
enum Inflection {
  typealias Symbol = Folding.Symbol

  /// A kind of ending: how a word ends in the name, and how it may end in a text. Letters are folded: й is и.
  private struct Kind {
    /// The longest of all kinds decides; none: a consonant.
    var own: String
    /// A dash stands for none.
    var endings: String
  }

  private static let adjective =
    "ыи ии ои ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю еи ою ею ых их ыми ими"

  private static let kinds: [Kind] = [
    // Росатом
    Kind(own: "", endings: "- а у ом ем е ы и ов еи ам ами ах"),
    // Китай, верфи, вертолеты
    Kind(own: "и ы", endings: "- и ы я ю ем е еи ев ов ам ям ами ями ах ях"),
    // Казань, Кремль
    Kind(own: "ь", endings: "ь я ю ем е и ью еи ям ями ях"),
    // дума
    Kind(own: "а", endings: "- а ы и е у ои ою еи ею ам ами ах"),
    // земля
    Kind(own: "я", endings: "- я и е ю еи ею ь ям ями ях"),
    // академия
    Kind(own: "ия", endings: "ия ии ию иеи иям иями иях"),
    // Сколково
    Kind(own: "о", endings: "- о а у ом е ам ами ах"),
    // училище
    Kind(own: "е", endings: "е я а ю у ем и еи ям ями ях"),
    // управление, адмиралтейские
    Kind(own: "ие", endings: "ие ия ию ием ии иям иями иях их им ими"),
    // государственный
    Kind(own: "ыи ои ая яя ое ее ые ого его ых их", endings: adjective),
    // российский, Дмитрий
    Kind(own: "ии", endings: adjective + " ия ию ием иеи иям иями иях"),
    // городок, whose vowel falls out
    Kind(
      own: "ок ек ец",
      endings: "ка ку ком ке ки ков кам ками ках ца цу цем це цы цев цам цами цах"),
  ]
  private static let fleetingKind = Symbol(kinds.count)

  /// True for the symbol of an ending.
  @inline(__always)
  static func isEnding(_ symbol: Symbol) -> Bool { 1...15 ~= symbol }

  /// No ending is longer.
  static let longest = 4

  /// The endings by their letters, 16 bits each, with a bit for each kind that has it; sorted.
  private static let permitted: [(letters: UInt64, kinds: UInt16)] = {
    var table: [UInt64: UInt16] = [:]
    for (index, kind) in kinds.enumerated() {
      for ending in kind.endings.split(separator: " ") {
        table[packed(ending == "-" ? [] : symbols(ending)), default: 0] |= 1 << UInt16(index + 1)
      }
    }
    return table.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }()

  private static let own: [(letters: [Symbol], kind: Symbol)] = kinds.enumerated().flatMap { index, kind in
    kind.own.split(separator: " ").map { (symbols($0), Symbol(index + 1)) }
  }.sorted { $0.letters.count > $1.letters.count }

  private static func symbols(_ text: some StringProtocol) -> [Symbol] {
    text.unicodeScalars.map { Symbol($0.value) }
  }

  static func packed(_ letters: [Symbol]) -> UInt64 { letters.reduce(0) { $0 << 16 | UInt64($1) } }

  /// A bit for each kind that allows the ending of these letters.
  static func kinds(allowing letters: UInt64) -> UInt16 {
    var low = 0
    var high = permitted.count
    while low < high {
      let middle = (low + high) / 2
      if permitted[middle].letters < letters { low = middle + 1 } else { high = middle }
    }
    return low < permitted.count && permitted[low].letters == letters ? permitted[low].kinds : 0
  }

  /// The patterns of a name: one, or two where the vowel of its last word falls out (городок, городка).
  ///
  /// The name is folded; for each symbol `capitals` says whether it is one: an abbreviation has no endings.
  static func patterns(of name: [Symbol], capitals: [Bool]) -> [[Symbol]] {
    var pattern: [Symbol] = []
    var second: [Symbol]?
    var rest = name[...]
    var seen = 0
    while let first = rest.first {
      second = nil
      guard Folding.isWord(first) else {
        seen += 1
        pattern.append(first)
        rest = rest.dropFirst()
        continue
      }
      let word = rest.prefix(while: Folding.isWord)
      rest = rest.dropFirst(word.count)
      seen += word.count
      let isAbbreviation = word.count > 1 && capitals[seen - 1]
      guard !isAbbreviation, let (stem, kind) = cut(word) else {
        pattern += word
        continue
      }
      if kind == fleetingKind { second = pattern + word.dropLast(2) + [kind] }
      pattern += kind == fleetingKind ? word + [1] : stem + [kind]
    }
    return [pattern] + (second.map { [$0] } ?? [])
  }

  private static let vowels: [Symbol] = symbols("аеиоуыэюяьъ")

  /// The stem of a Cyrillic word and the kind of its ending; nil for one too short, or that has no cases.
  private static func cut(_ word: ArraySlice<Symbol>) -> (stem: ArraySlice<Symbol>, kind: Symbol)? {
    guard word.count >= 3, word.allSatisfy(Folding.isCyrillic), let last = word.last else { return nil }
    for (letters, kind) in own
    where word.count >= letters.count + 3 && word.suffix(letters.count).elementsEqual(letters) {
      return (word.dropLast(letters.count), kind)
    }
    return vowels.contains(last) ? nil : (word, 1)
  }
}
