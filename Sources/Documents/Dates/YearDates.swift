// Years alone, and the year behind a month.
extension DateParser {
  /// `2014-10`, `2014-2018`, `1990s`, `2018Q4`, `2017 april`, and a year that other words show to be one.
  func yearFirst(_ i: Int, inRange: Bool) -> Reading? {
    guard let year = year(i) else { return decadeOf(i) ?? shortQuarter(i) }
    if let month = month(i + 1), dayNumber(i + 2) == nil || isMark(i + 2, ".") {
      return (.parts(Parts(year: .number(year), month: month)), i + 2)
    }
    if let decade = decade(i, year) { return decade }
    // 2018Q4, 2019 H2, 2017-q1
    let letter = isMark(i + 1, "-") && touches(i + 1) ? i + 2 : i + 1
    if isNumber(letter + 1), touches(letter + 1), lexeme(letter + 1).digits == 1 {
      let number = value(letter + 1)
      if word(letter) == .quarterLetter, 1...4 ~= number {
        return (.quarter(number, .number(year)), letter + 2)
      }
      if word(letter) == .halfLetter, 1...2 ~= number { return (.half(number, .number(year)), letter + 2) }
    }
    if let reading = yearAndNumber(i, year) { return reading }
    guard let end = endOfYear(i, inRange: inRange) else { return nil }
    return (.parts(Parts(year: .number(year))), end)
  }

  /// `2014-10` is a month, `2014-15` and `2014/15` are two years.
  private func yearAndNumber(_ i: Int, _ year: Int) -> Reading? {
    guard 1900...2100 ~= year, isDash(i + 1) || isMark(i + 1, "/"), touches(i + 1), touches(i + 2),
      isNumber(i + 2), lexeme(i + 2).digits <= 2, !lexeme(i + 2).flags.contains(.spelled),
      !(isMark(i + 3, ".-/,") && touches(i + 3) && isNumber(i + 4) && touches(i + 4))
    else { return nil }
    let number = value(i + 2)
    if 1...12 ~= number, lexeme(i + 2).kind == .number {
      return (.parts(Parts(year: .number(year), month: number)), i + 3)
    }
    guard lexeme(i + 2).digits == 2, number > year % 100 else { return nil }
    let last = year - year % 100 + number
    return (.range(.parts(Parts(year: .number(year))), .parts(Parts(year: .number(last)))), yearWord(i + 3))
  }

  /// The 1990s, 1990-е годы, 90-х годов.
  private func decade(_ i: Int, _ year: Int) -> Reading? {
    guard year % 10 == 0, let end = decadeMark(i + 1) else { return nil }
    return (.decade(year), yearWord(end))
  }

  private func decadeMark(_ i: Int) -> Int? {
    if word(i) == .decadeMark { return i + 1 }
    // 1990's, 1990-е, 1990-х
    if isMark(i, "'") || lexeme(i).value == 0x2019 && lexeme(i).kind == .mark, word(i + 1) == .decadeMark {
      return i + 2
    }
    guard isMark(i, "-"), touches(i + 1) else { return nil }
    return word(i + 1) == .decadeMark || word(i + 1) == .ordinalMark && isYearWord(i + 2) ? i + 2 : nil
  }

  /// 90-х годов, the 90s.
  private func decadeOf(_ i: Int) -> Reading? {
    guard isNumber(i), lexeme(i).digits == 2, value(i) % 10 == 0, value(i) >= 10, let end = decadeMark(i + 1),
      isYearWord(end) || word(i - 1) == .article || word(i - 1) == .inside
    else { return nil }
    return (.decade((value(i) < 30 ? 2000 : 1900) + value(i)), yearWord(end))
  }

  /// 18Q4
  private func shortQuarter(_ i: Int) -> Reading? {
    guard lexeme(i).digits == 2, word(i + 1) == .quarterLetter, touches(i + 1), isNumber(i + 2),
      touches(i + 2),
      1...4 ~= value(i + 2)
    else { return nil }
    return (.quarter(value(i + 2), .number(2000 + value(i))), i + 3)
  }

  func isYearWord(_ i: Int) -> Bool {
    word(i) == .unit && value(i) == Unit.year.rawValue && !isHan(i)
  }

  /// The index behind года, г., годы; "2019 years" is no year.
  func yearWord(_ i: Int) -> Int {
    guard isYearWord(i), lexeme(i).length >= 6 || lexeme(i).flags.contains(.weak) else { return i }
    return lexeme(i).flags.contains(.weak) && isMark(i + 1, ".") && touches(i + 1) ? i + 2 : i + 1
  }

  /// A year with nothing beside it: behind a word that leads one, before the Russian word for it, in a range.
  private func endOfYear(_ i: Int, inRange: Bool) -> Int? {
    let behind = yearWord(i + 1)
    if behind > i + 1 { return behind }
    guard likelyYear(i) != nil || isClosed(i + 1) && (inRange || word(i - 1) == .inside) else { return nil }
    if inRange || isYearWord(i - 1) || leadsYear(i - 1) { return i + 1 }
    // 2014-2018, and a year alone.
    if isDash(i + 1) || word(i + 1) == .to || word(i + 1) == .until, likelyYear(i + 2) != nil,
      !isMark(i + 3, "-")
    {
      return i + 1
    }
    if lexemes.count <= 2, i == 0 { return i + 1 }
    // "2018 or later"
    if word(i + 1) == .and, word(i + 2) == .later || word(i + 2) == .earlier { return i + 1 }
    return nil
  }

  private func leadsYear(_ i: Int) -> Bool {
    switch word(i) {
    case .inside, .since, .by, .of, .from, .until, .between, .before, .after, .part, .to, .through: true
    case .article: [.of, .inside].contains(word(i - 1))
    case .than, .not: true
    // "in 2007 and 2009"
    case .and: likelyYear(i - 1) != nil
    // "late 2019" and "in late 2019" both; "in early-2019".
    case .none: isMark(i, "-") && word(i - 1) == .part
    default: false
    }
  }

  /// The year behind a month or a quarter, with what parts it from them.
  func yearBehind(_ i: Int) -> (Parts.Year, Int) {
    var at = i
    if isMark(at, ",") || isDash(at) && !isMark(at, "-") { at += 1 }
    if word(at) == .of || word(at) == .inside, !isHan(at) { at = pastArticle(at + 1) }
    if let year = year(at), !isFigure(at) { return (.number(year), yearWord(at + 1)) }
    if let short = shortYearBehind(at) { return short }
    if let (year, end) = spelledYear(at) { return (.number(year), end) }
    if word(at) == .shift, isYearWord(at + 1) { return (.shift(value(at)), at + 2) }
    if let (year, end) = sameYear(at) { return (year, end) }
    return (.open, i)
  }

  /// `2019.5` and `2,019` are no years.
  private func isFigure(_ i: Int) -> Bool {
    isMark(i + 1, ".,") && touches(i + 1) && isNumber(i + 2) && touches(i + 2) && !isMark(i + 1, ",")
  }

  /// 14th April 15, March '15: only at the end of a clause.
  private func shortYearBehind(_ i: Int) -> (Parts.Year, Int)? {
    let hasMark = isMark(i, "'") || lexeme(i).kind == .mark && lexeme(i).value == 0x2019
    let at = hasMark ? i + 1 : i
    // 14th April 15
    let isAfterDay = word(i - 1) == .month && word(i - 2) == .ordinalMark
    guard hasMark || word(i - 1) == .of || isAfterDay, isNumber(at), lexeme(at).digits == 2, isClosed(at + 1)
    else { return nil }
    return (.number(value(at) < 40 ? 2000 + value(at) : 1900 + value(at)), at + 1)
  }
}
