/// Reads dates from a text that is cut into lexemes. Each reading begins at a lexeme and looks at a bounded number
/// of those behind it, so the whole is linear.
struct DateParser {
  typealias Reading = (term: Term, end: Int)

  let lexemes: [Lexeme]
  /// Where the phrase that is being read begins.
  private var origin = 0

  init(lexemes: [Lexeme]) { self.lexemes = lexemes }

  /// No phrase reaches further: "early early early" would be read anew from each of its words, and deeper each time.
  private static let longest = 20

  /// False where a phrase would grow beyond all measure.
  func isWithinReach(_ i: Int) -> Bool { i - origin <= Self.longest }

  /// Every date in order of place; of `June 5, 2019` the whole, not `June 5`.
  mutating func all() -> [DatePhrase] {
    var phrases: [DatePhrase] = []
    var at = 0
    var from = 0
    while at < lexemes.count {
      guard mayBegin(at) else {
        at += 1
        continue
      }
      origin = at
      if let reading = phrase(at) {
        phrases.append(DatePhrase(term: reading.term, first: at, end: reading.end, from: from))
        at = reading.end
        from = at
      } else {
        at += 1
      }
    }
    return phrases
  }

  /// False for all that begins no date, which is nearly everything.
  @inline(__always)
  private func mayBegin(_ i: Int) -> Bool {
    if lexemes[i].kind == .number {
      // 一 is a part of many words.
      return
        !(lexemes[i].flags.contains(.spelled) && i + 1 < lexemes.count && lexemes[i + 1].kind == .han
        && lexemes[i + 1].word == .none)
    }
    switch lexemes[i].word {
    case .none, .of, .to, .and, .from, .at, .on, .by, .before, .after, .since, .until, .ordinalMark,
      .decadeMark, .said,
      .ahead, .clause, .not, .than, .counter, .currency, .scale, .about, .more, .per, .hence, .ago, .between,
      .onward,
      .among, .us, .percent:
      return false
    default: return true
    }
  }

  // MARK: Looking

  @inline(__always)
  func lexeme(_ i: Int) -> Lexeme { i >= 0 && i < lexemes.count ? lexemes[i] : .none }
  @inline(__always)
  func word(_ i: Int) -> Word { lexeme(i).word }
  @inline(__always)
  func value(_ i: Int) -> Int { lexeme(i).value }

  func isNumber(_ i: Int) -> Bool { lexeme(i).kind == .number }
  func isMark(_ i: Int, _ marks: StaticString) -> Bool {
    guard i >= 0, i < lexemes.count, lexemes[i].kind == .mark, lexemes[i].value < 0x80 else { return false }
    let value = UInt8(lexemes[i].value)
    return marks.withUTF8Buffer { $0.contains(value) }
  }
  func isHan(_ i: Int) -> Bool { lexeme(i).kind == .han }

  /// - – — ~ ～
  func isDash(_ i: Int) -> Bool {
    guard lexeme(i).kind == .mark, i < lexemes.count else { return false }
    return [0x2D, 0x2013, 0x2014, 0x7E, 0x2012, 0x2212].contains(lexeme(i).value)
  }

  /// True where nothing stands between a lexeme and the one before it.
  func touches(_ i: Int) -> Bool {
    i > 0 && i < lexemes.count && lexemes[i - 1].end == lexemes[i].start
  }

  /// A year of four digits that may stand alone.
  func year(_ i: Int) -> Int? {
    let lexeme = lexeme(i)
    guard lexeme.kind == .number, lexeme.digits == 4, 1000...2199 ~= lexeme.value else { return nil }
    return lexeme.value
  }

  /// One that needs no other sign of being one than its size.
  func likelyYear(_ i: Int) -> Int? { year(i).flatMap { 1900...2100 ~= $0 ? $0 : nil } }

  func dayNumber(_ i: Int) -> Int? {
    let lexeme = lexeme(i)
    guard lexeme.kind == .number, lexeme.digits <= 3, 1...31 ~= lexeme.value else { return nil }
    return lexeme.digits <= 2 || lexeme.flags.contains(.spelled) ? lexeme.value : nil
  }

  /// A month's name; "may" and "march" in small letters are verbs unless a number or a preposition stands beside.
  func month(_ i: Int) -> Int? {
    let lexeme = lexeme(i)
    guard lexeme.word == .month else { return nil }
    guard lexeme.flags.contains(.weak), !lexeme.flags.contains(.capital) else { return lexeme.value }
    if dayNumber(i - 1) != nil || dayNumber(i + 1) != nil { return lexeme.value }
    if [.ordinal, .cardinal].contains(word(i + 1)) { return lexeme.value }
    let isLed: Bool
    switch word(i - 1) {
    case .ordinalMark, .ordinal, .inside, .between, .since, .shift, .part: isLed = true
    case .of:
      isLed =
        [.ordinal, .ordinalMark, .weekday, .unit, .part].contains(word(i - 2)) || word(i - 2) == .article
    case .and, .to, .until: isLed = word(i - 2) == .month
    default: isLed = isMark(i - 1, "-/") && touches(i)
    }
    return isLed ? lexeme.value : nil
  }

  /// The index behind an article.
  func pastArticle(_ i: Int) -> Int { word(i) == .article ? i + 1 : i }

  /// The index behind "of", "in" and the article; nil if none stands there.
  func pastOf(_ i: Int) -> Int? {
    word(i) == .of || word(i) == .inside ? pastArticle(i + 1) : nil
  }

  /// A number in figures or words, with what marks it as an ordinal.
  func count(_ i: Int) -> (value: Int, isOrdinal: Bool, end: Int)? {
    let lexeme = lexeme(i)
    switch lexeme.word {
    case .ordinal: return (lexeme.value, true, i + 1)
    case .cardinal:
      if lexeme.value >= 20 { return compound(i) }
      return (lexeme.value, false, i + 1)
    case .few: return (lexeme.value, false, i + 1)
    case .ordinalSign:
      guard isNumber(i + 1), value(i + 1) < 1000 else { return nil }
      return (value(i + 1), true, i + 2)
    default: break
    }
    guard lexeme.kind == .number, lexeme.digits <= 3 else { return nil }
    if word(i + 1) == .ordinalMark, touches(i + 1) { return (lexeme.value, true, i + 2) }
    if isMark(i + 1, "-"), word(i + 2) == .ordinalMark, touches(i + 2) { return (lexeme.value, true, i + 3) }
    return (lexeme.value, false, i + 1)
  }

  /// twenty-five, двадцать пятого.
  private func compound(_ i: Int) -> (value: Int, isOrdinal: Bool, end: Int) {
    let next = isMark(i + 1, "-") ? i + 2 : i + 1
    if word(next) == .cardinal || word(next) == .ordinal, value(next) < 10 {
      return (value(i) + value(next), word(next) == .ordinal, next + 1)
    }
    return (value(i), false, i + 1)
  }

  // MARK: A phrase

  /// A date, or a range of two.
  private func phrase(_ i: Int) -> Reading? {
    guard let first = single(i).map(pastWeekday) else { return nil }
    guard let (next, needsNext) = connector(first.end, behind: first.term, from: i),
      let second = single(next, inRange: true), Self.canJoin(first.term, second.term),
      !needsNext || isNext(first.term, second.term)
    else { return first }
    return (.range(first.term, second.term), word(second.end) == .among ? second.end + 1 : second.end)
  }

  /// "June 5 (Wednesday)", 10月12日，星期一: the weekday behind a day belongs to it.
  private func pastWeekday(_ reading: Reading) -> Reading {
    guard case .parts(var parts) = reading.term, parts.day != nil, parts.weekday == nil else {
      return reading
    }
    let at = isMark(reading.end, ",(") || isHan(reading.end) ? reading.end + (isHan(reading.end) ? 0 : 1) : -1
    guard at >= 0 else { return reading }
    if isHan(at), let (weekday, end) = hanWeekday(named: at) {
      parts.weekday = weekday
      return (.parts(parts), end)
    }
    guard word(at) == .weekday, lexeme(at).kind == .word, parts.year == .open || lexemes.count <= at + 2
    else {
      return reading
    }
    parts.weekday = value(at)
    return (.parts(parts), at + 1)
  }

  /// The index of what may be the end of a range, and whether it has to be the year behind the first: "in 2019 and
  /// 2020" is a range, "in 2007 and 2009" two dates.
  private func connector(_ i: Int, behind first: Term, from start: Int) -> (Int, Bool)? {
    if isDash(i) { return (skipPast(i + 1), false) }
    switch word(i) {
    case .to, .until, .through: return (skipPast(i + 1), false)
    case .and:
      if word(start - 1) == .between || word(start - 2) == .between && word(start - 1) == .article {
        return (skipPast(i + 1), false)
      }
      return isHan(i) && isBetween(i) ? (i + 1, false) : (skipPast(i + 1), true)
    default: return nil
    }
  }

  /// Prepositions and articles before the second date: "and in 2020", "to the 15th".
  private func skipPast(_ i: Int) -> Int {
    pastArticle([.inside, .on].contains(word(i)) ? i + 1 : i)
  }

  /// 三月和五月之间
  private func isBetween(_ i: Int) -> Bool { (2...7).contains { word(i + $0) == .among } }

  private func isNext(_ first: Term, _ second: Term) -> Bool {
    switch (first.yearAlone, second.yearAlone) {
    case (.number(let one), .number(let other)): other == one + 1
    case (.shift(let one), .shift(let other)): other == one + 1
    case (.shift(0), .number): true
    default: false
    }
  }

  /// Words that no range has at its ends stay apart.
  private static func canJoin(_ first: Term, _ second: Term) -> Bool {
    switch (first, second) {
    case (.recent, _), (_, .recent), (.range, _), (_, .range): false
    default: true
    }
  }
}

extension Term {
  /// The year of a term that names nothing else.
  fileprivate var yearAlone: Parts.Year? {
    switch self {
    case .unit(.year, let shift): .shift(shift)
    case .parts(let parts) where parts.month == nil && parts.day == nil && parts.year != .open: parts.year
    default: nil
    }
  }
}

/// A date where it stands: lexemes `first..<end`, and where the one before it ended.
struct DatePhrase {
  var term: Term
  var first: Int
  var end: Int
  var from: Int
}
