/// Names cut short: initials (МГУ), parts of words (Минпромторг), characters taken from a long name (哈工大).
enum Abbreviation {
  /// How well one of two names is short for the other: 0 not at all, up to 0.92.
  static func score(_ one: ParsedName, _ other: ParsedName) -> Double {
    if one.isHan, other.isHan {
      return one.hanLetters.count < other.hanLetters.count ? characters(one, other) : characters(other, one)
    }
    return max(clipped(one, other), clipped(other, one))
  }

  // MARK: Letters

  /// The word spelled with the beginnings of the other's words, in order, in its own letters or in Latin ones.
  private static func clipped(_ short: ParsedName, _ long: ParsedName) -> Double {
    guard let word = short.abbreviation else { return 0 }
    let rest = word.rest.isEmpty || long.words.contains { !word.rest.isDisjoint(with: $0.meanings) } ? 1 : 0.8
    return rest * max(spelled(word, long), TranslatedInitials.score(word, long))
  }

  private static func spelled(_ word: ParsedName.Short, _ long: ParsedName) -> Double {
    guard max(long.parts.count, long.compounds.count) >= 2 else { return 0 }
    let own = Clipping(
      letters: word.letters, parts: long.parts.map(\.letters), isLight: long.parts.map(\.isLight),
      capitals: word.capitals)
    let score = own.score(isInitials: word.isInitials)
    if score > 0 || !word.isLatinKnown { return score }
    let latin = Clipping(
      letters: word.latin, parts: long.parts.map(\.latin), isLight: long.parts.map(\.isLight),
      capitals: word.latin.count == word.letters.count ? word.capitals : word.latin.map { _ in true })
    let other = 0.97 * latin.score(isInitials: word.isInitials)
    if other > 0 || long.compounds.isEmpty { return other }
    return long.compounds == word.latin && word.latin.count >= 3 ? 0.85 : 0
  }

  // MARK: Chinese

  /// Characters of the long name in their order, from as many of its words as can be, and not a piece of it as it
  /// stands.
  private static func characters(_ short: ParsedName, _ long: ParsedName) -> Double {
    let (few, many) = (short.hanLetters, long.hanLetters)
    guard few.count >= 2, few.count <= 6, few.count + (few.count == 2 ? 2 : 1) <= many.count else { return 0 }
    var touched: [Int: Int] = [:]
    var heads = 0
    var index = 0
    for letter in few {
      guard let next = many[index...].firstIndex(of: letter) else { return 0 }
      let isHead = next == 0 || long.hanWord[next - 1] != long.hanWord[next]
      guard isHead || index > 0 else { return 0 }
      touched[long.hanWord[next], default: 0] += 1
      if touched[long.hanWord[next]] == 1, isHead { heads += 1 }
      index = next + 1
    }
    guard touched.count >= 2, !isPiece(few, of: many) else { return 0 }
    let lengths = touched.map { word, count in (count, long.hanWord.count { $0 == word }) }
    // Whole words left out make another name (北京大学, 北京理工大学): something must be cut.
    guard lengths.contains(where: { $0.0 < $0.1 }) else { return 0 }
    let coverage = Double(touched.count) / Double(Set(long.hanWord).count)
    // 中科大 has the first characters of three words; one that is not the first speaks against it.
    let order = 0.8 + 0.2 * Double(heads) / Double(touched.count)
    // Each word gives one as a rule (中科大 is not 中国科学院|大学).
    let doubled = 1 - 0.08 * Double(lengths.count { 1 < $0.0 && $0.0 < $0.1 })
    return order * doubled * (few.count == 2 ? 0.8 * (0.5 + 0.5 * coverage) : 0.92 * (0.7 + 0.3 * coverage))
  }

  private static func isPiece(_ few: [Unicode.Scalar], of many: [Unicode.Scalar]) -> Bool {
    many.indices.contains { many[$0...].starts(with: few) }
  }
}

/// Letters spelled by the beginnings of words.
private struct Clipping {
  var letters: [Unicode.Scalar]
  var parts: [[Unicode.Scalar]]
  var isLight: [Bool]
  /// Which letters are capitals: small ones go on with the word of the capital before them (SUSTech).
  var capitals: [Bool]

  /// 0.92 where every word gives a letter, less where words are left out or give several.
  func score(isInitials: Bool) -> Double {
    let full = parts.indices.filter { !isLight[$0] }.count
    guard letters.count >= 2, full >= 2, let best = most(0, 0, isInitials), best.words >= 2 else { return 0 }
    let coverage = Double(best.words) / Double(max(full, best.words))
    guard coverage > 0.6, best.extra <= 2 else { return 0 }
    let length: Double = letters.count == 2 ? 0.8 : letters.count == 3 ? 0.93 : 1
    return 0.92 * length * (0.5 + 0.5 * coverage) * (1 - 0.1 * Double(best.extra))
  }

  private typealias Way = (words: Int, extra: Int)

  /// The best way to spell what is left: most words, fewest letters beyond the first of each.
  private func most(_ letter: Int, _ part: Int, _ isInitials: Bool) -> Way? {
    if letter == letters.count { return (0, 0) }
    guard part < parts.count else { return nil }
    var best = most(letter, part + 1, isInitials)
    func take(_ count: Int, extra: Int) {
      guard let rest = most(letter + count, part + 1, isInitials) else { return }
      let way = (words: rest.words + (isLight[part] ? 0 : 1), extra: rest.extra + extra)
      if best.map({ (way.words, -way.extra) > ($0.words, -$0.extra) }) ?? true { best = way }
    }
    var taken = 0
    while letter + taken < letters.count, taken < parts[part].count,
      letters[letter + taken] == parts[part][taken]
    {
      taken += 1
      take(taken, extra: isInitials ? capitals[letter + 1..<letter + taken].count { $0 } : 0)
    }
    // A word made of two gives two: НанЦзин, Дальне-Восточный.
    if isInitials, taken >= 1, letter + 1 < letters.count, parts[part].count >= 5,
      parts[part][2...].contains(letters[letter + 1])
    {
      take(2, extra: 2)
    }
    return best
  }
}

extension ParsedName {
  /// A word that may be short for a name.
  struct Short {
    var letters: [Unicode.Scalar]
    var latin: [Unicode.Scalar]
    var isLatinKnown: Bool
    /// Written in capitals: each letter begins a word.
    var isInitials: Bool
    var script: Script
    var capitals: [Bool]
    /// What the words beside it mean, of a name that has others for the kind of body.
    var rest: Set<Int> = []

    /// nil for a word that is neither in capitals nor long enough to be made of parts of words.
    init?(_ word: NameWord) {
      let alphabetic = word.written.unicodeScalars.filter { $0.properties.isAlphabetic }
      let cases = alphabetic.map(\.properties.isUppercase)
      let upper = cases.count { $0 }
      isInitials = upper >= 2 && alphabetic.count <= 10 && upper * 2 >= alphabetic.count
      guard word.script != .han, isInitials || alphabetic.count >= 5 else { return nil }
      script = word.script
      letters = Array(word.text.unicodeScalars)
      capitals = cases.count == letters.count ? cases : letters.map { _ in true }
      isLatinKnown = true
      latin = word.script == .cyrillic ? Array(Cyrillic.latin(word.text).unicodeScalars) : letters
    }
  }

  /// One written word of the name.
  struct Part {
    var letters: [Unicode.Scalar]
    var latin: [Unicode.Scalar]
    /// Gives no letter as a rule: of, and, Ltd.
    var isLight: Bool
  }

  static func short(_ words: [NameWord]) -> Short? {
    let core = words.filter { $0.role != .legal && $0.role != .stop }
    if core.count == 1 { return Short(core[0]) }
    let own = core.filter { $0.role != .place }
    if own.count == 1, own[0].isOwn { return Short(own[0]) }
    // A word for the kind of body before it: НИУ ВШЭ.
    let named = own.filter { $0.meanings.isEmpty }
    guard named.count == 1, var short = Short(named[0]), short.isInitials, own.count == 2 else { return nil }
    short.rest = Set(own.flatMap(\.meanings))
    return short
  }

  /// The letters that compound words and the others begin with: Atomenergomash gives a, e, m.
  static func compounds(_ words: [NameWord], _ book: WordBook) -> [Unicode.Scalar] {
    words.filter { $0.role != .legal && $0.role != .stop }.flatMap { word -> [Unicode.Scalar] in
      guard word.isOwn, let found = book.parts(of: word.sounds[0]) else { return word.initials }
      return found.map { Unicode.Scalar(word.sounds[0].symbols[$0.start]) }
    }
  }

  static func parts(_ words: [NameWord]) -> [Part] {
    words.filter { $0.script != .han }.flatMap { word in
      word.written.split { $0 == " " || $0 == "-" }.map { written in
        let text = NameFold.word(String(written))
        let letters = Array(text.unicodeScalars)
        let latin = word.script == .cyrillic ? Array(Cyrillic.latin(text).unicodeScalars) : letters
        let isLight =
          [.stop, .legal, .nonprofit, .unitary].contains(word.role) || WordBook.shared.isStop(text)
        return Part(letters: letters, latin: latin, isLight: isLight)
      }
    }
  }
}
