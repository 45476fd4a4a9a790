/// Russian names of bodies that begin with a noun and go on in the genitive: «Институт физики высоких энергий»,
/// «правительство Чувашии».
enum RussianBody {
  /// The name at a word for a place or state: behind its adjective (пекинский Институт физики), or with the place
  /// as its end (правительство провинции Ляонин).
  static func from(_ at: Int, _ end: Int, _ words: [Word]) -> (Range<Int>, String)? {
    guard words[at].text.utf8.first ?? 0 >= 0xD0 else { return nil }
    if isAdjective(words[at].text), end < words.count, words[end].isCapital,
      let noun = (end..<min(end + 3, words.count)).first(where: {
        BodyShape.russianKind(words[$0].text) != nil
      })
    {
      let stop = tail(of: noun, words)
      return stop > end + 1 ? (end..<stop, BodyShape.russianKind(words[noun].text) ?? "other") : nil
    }
    return government(at, end, words)
  }

  static func isAdjective(_ word: String) -> Bool {
    endings.contains(where: word.hasSuffix)
  }

  private static let endings = [
    "ский", "ского", "скому", "ским", "ском", "ская", "скую", "ской", "ское", "ские", "ских", "скими", "цкий",
    "цкого", "цкому", "цким", "цком", "цкая", "цкой", "цкую",
  ]

  /// Where the name that a noun begins ends: behind words in the genitive.
  static func tail(of noun: Int, _ words: [Word]) -> Int {
    var end = noun + 1
    var at = noun + 1
    while at < words.count, at - noun < 9, words[at].kind == .letters {
      let text = words[at].text
      if text == "имени" || text == "им" {
        guard at + 1 < words.count, words[at + 1].isCapital else { break }
        return at + 2
      }
      if text == "и", at + 1 < words.count, !words[at + 1].isCapital, isGenitive(words[at + 1].text) {
        at += 1
        continue
      }
      guard isGenitive(text), !words[at].isCapital else { break }
      at += 1
      end = at
    }
    return end
  }

  private static let genitive = [
    "ии", "ики", "ой", "ей", "ых", "их", "ого", "его", "ов", "ев", "гий", "ний", "тий", "рий", "лий", "ки",
    "ги",
    "ния", "тия", "ства", "ья", "ры", "наук", "дел", "сил", "мы", "ты", "ны",
  ]
  private static let verbs = ["ли", "ть", "ться", "лись", "ются", "ает", "яет", "ует"]

  private static func isGenitive(_ word: String) -> Bool {
    word.utf8.count > 6 && genitive.contains(where: word.hasSuffix) && !verbs.contains(where: word.hasSuffix)
  }

  private static let seats = [
    "правительств", "администраци", "мэри", "министерств", "департамент", "госсовет",
  ]
  private static let units: Set<String> = [
    "провинции", "области", "края", "республики", "города", "района", "округа", "народное", "народного",
  ]

  private static func government(_ at: Int, _ end: Int, _ words: [Word]) -> (Range<Int>, String)? {
    guard words[at].isCapital else { return nil }
    var place = at - 1
    while place >= 0, units.contains(words[place].text) { place -= 1 }
    guard place >= 0, seats.contains(where: words[place].text.hasPrefix) else { return nil }
    let isPeople = place > 0 && units.contains(words[place - 1].text)
    return ((isPeople ? place - 1 : place)..<end, "ministry")
  }
}
