/// Words that end with a full stop of their own.
enum Abbreviations {
  /// What a stop behind a word means.
  enum Kind {
    /// Something always follows: `Dr.`, `им.`
    case title
    /// A number follows: `No. 5`, `ст. 12`.
    case numbered
    /// It may end a sentence, and does so before a word that begins sentences: `Ltd.`, `млн`
    case either
    /// As ``either``: what follows a name of a firm.
    case firm
    /// A capital behind it begins a sentence: `etc.`, `руб.`
    case final
    /// A day follows: `Jan. 5`.
    case month
  }

  static let kinds: [UInt128: Kind] = {
    var kinds: [UInt128: Kind] = [:]
    for (kind, words) in lists {
      for word in words.split(separator: " ") { kinds[EdgeWord.key(String(word))] = kind }
    }
    return kinds
  }()

  private static let lists: [(Kind, String)] = [
    (
      .title,
      """
      mr mrs ms mx dr drs prof profs gen lt col sgt cpl capt cmdr maj brig adm rear sen sens rep reps gov amb hon \
      rev fr pres supt insp messrs mme mlle mt vs viz cf approx eg ie ca \
      им проф акад доц ген полк подполк ул просп пер пл бул наб св тов госп см ср напр прим чл зам пом гл дж ок \
      канд докт ил абз наз
      """
    ),
    (
      .numbered,
      """
      no nos vol vols p pp para paras art arts sec secs ch chs fig figs eq eqs op ст пп рис табл стр кв корп кн вып
      """
    ),
    (
      .either,
      """
      st dept govt univ assn intl natl ave blvd rd bldg tel ext al jr sr est ed eds \
      тыс млн млрд трлн гг вв обл респ мин сек тел изд ред сост экз чел моск рос
      """
    ),
    (.firm, "co corp inc ltd llc plc bros cie pte pty llp"),
    (.final, "etc bn mln tn руб долл коп"),
    (
      .month,
      """
      jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек
      """
    ),
  ]

  /// Words with which sentences begin and names do not.
  static let openers: Set<UInt128> = Set(
    """
    the a an in on at it its he she they we i you this that these those but and or nor so yet if over however under \
    for as both by last after since while when where there then thus also with from to until because although though \
    despite according earlier later meanwhile moreover furthermore nevertheless instead among between during before \
    once now today yesterday tomorrow such some many most more all each every other another not only even still just \
    here what which who why how his her their our my your several following about \
    в к с о у а и но он она они оно я мы вы это этот эта эти этого этой во на по из за ко со об от до при для как \
    так также однако кроме после перед если когда где или что кто там тут здесь затем потом тогда теперь сейчас ранее \
    позже сегодня вчера завтра между под над через без среди около всего все всё их его её ее такой такая такие тем \
    того том этом согласно помимо благодаря несмотря напомним отметим ожидается планируется
    """.split { $0.isWhitespace }.map { EdgeWord.key(String($0)) })
}

// Whether a full stop belongs to the word before it.
extension Sentences {
  func isAbbreviation(_ run: StopRun, _ closed: Closing, _ follower: Follower) -> Bool {
    let dot = run.start
    if isLabel(dot) { return true }
    let word = EdgeWord(bytes, endingAt: dot, from: start)
    guard word.letters > 0, !word.isAddress else { return isTimeOfDay(word, dot) && !follower.isOpener }
    let isDotted = word.start > start && bytes[word.start - 1] == UInt8(ascii: ".")
    // "(Acme Ltd.) Then": what a bracket closes is whole.
    if closed.end > run.end, !isDotted, word.letters > 1 { return false }
    if word.letters == 1 {
      return word.isCyrillic ? isRussianLetter(word, isDotted, follower) : isLetter(word, isDotted, follower)
    }
    // Ph.D. and M.Sc.
    if isDotted, word.isCapital, word.letters < 4 { return !follower.isOpener }
    return isListed(word, follower)
  }

  private func isListed(_ word: EdgeWord, _ follower: Follower) -> Bool {
    switch Abbreviations.kinds[word.key] {
    case nil: return isOther(word, follower)
    // "5 см. Это": a unit, not "see".
    case .title: return !(word.isCyrillic && followsNumber(word.start)) || !follower.isOpener
    case .numbered: return follower.isDigit || follower.isRoman && word.isCyrillic
    case .month: return follower.isDigit || !follower.isOpener && word.isCapital != word.isCyrillic
    case .either, .firm: return !follower.isOpener
    case .final: return false
    }
  }

  /// `и др.` and `и пр.` end a list; `др.` before a name is a degree.
  private func isOther(_ word: EdgeWord, _ follower: Follower) -> Bool {
    guard word.key == Self.others.0 || word.key == Self.others.1 else { return false }
    return previousWord(word.start).key != Self.and
  }

  private static let others = (EdgeWord.key("др"), EdgeWord.key("пр"))
  private static let and = EdgeWord.key("и")

  /// `J. P. Morgan`, `the U.S. Navy`, `5 p.m.`, `p. 7`.
  private func isLetter(_ word: EdgeWord, _ isDotted: Bool, _ follower: Follower) -> Bool {
    if word.isCapital {
      // An initial goes before a name; "I" and "A" begin sentences and are initials too.
      return !follower.isOpener || !isDotted && follower.word.letters < 2
    }
    if isDotted {
      return Self.latin.contains(where: { ends(with: $0, before: word.start + 2) }) || !follower.isOpener
    }
    return word.key == Self.versus || Abbreviations.kinds[word.key] == .numbered && follower.isDigit
      || word.key == Self.about && follower.isDigit
  }

  private static let latin = ["e.g.", "i.e."].map { Array($0.utf8) }
  private static let versus = EdgeWord.key("v")
  private static let about = EdgeWord.key("c")

  /// `И. И. Иванов`, `г. Москва`, `в 2019 г. Россия`, `и т. д.`, `до н. э.`
  private func isRussianLetter(_ word: EdgeWord, _ isDotted: Bool, _ follower: Follower) -> Bool {
    if word.isCapital { return !follower.isOpener || follower.word.letters < 2 }
    let before = previousWord(word.start)
    if before.letters == 1, before.isBeforeDot, Self.ends.contains(before.key << 8 | word.key) {
      return false
    }
    if followsNumber(word.start) || isRomanWord(before) { return !follower.isOpener }
    return true
  }

  /// т. д., т. п., н. э.
  private static let ends: Set<UInt128> = Set(["тд", "тп", "нэ"].map { EdgeWord.key($0) })

  private func isRomanWord(_ word: EdgeWord) -> Bool {
    word.letters > 0 && word.letters < 6 && word.isShouted && !word.isCyrillic && !word.isBeforeDot
  }

  /// The word before a place, blanks and one full stop between them.
  private func previousWord(_ i: Int) -> EdgeWord {
    var end = i
    var hasDot = false
    while end > start {
      let blank = Blank.length(bytes, before: end, from: start)
      if blank > 0 {
        end -= blank
      } else if !hasDot, bytes[end - 1] == UInt8(ascii: ".") {
        hasDot = true
        end -= 1
      } else {
        break
      }
    }
    var word = EdgeWord(bytes, endingAt: end, from: start)
    word.setBeforeDot(hasDot)
    return word
  }

  /// True if a number stands before a place, with or without a blank.
  private func followsNumber(_ i: Int) -> Bool {
    var end = i
    while end > start {
      let blank = Blank.length(bytes, before: end, from: start)
      if blank == 0 { break }
      end -= blank
    }
    return end > start && 0x30...0x39 ~= bytes[end - 1]
  }

  /// `10a.m.` has a figure before its letters.
  private func isTimeOfDay(_ word: EdgeWord, _ dot: Int) -> Bool {
    ends(with: Array("a.m.".utf8), before: dot + 1) || ends(with: Array("p.m.".utf8), before: dot + 1)
  }

  private func ends(with text: [UInt8], before end: Int) -> Bool {
    end - text.count >= start && bytes[(end - text.count)..<end].elementsEqual(text)
  }

  /// `1.`, `12.` or `a.` at the beginning numbers what follows.
  private func isLabel(_ dot: Int) -> Bool {
    let label = bytes[start..<dot]
    guard 1...3 ~= label.count else { return false }
    return label.allSatisfy { 0x30...0x39 ~= $0 } || label.count == 1
      || label.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
  }
}
