// Dates that begin with a number.
extension DateParser {
  func numberLed(_ i: Int, inRange: Bool) -> Reading? {
    // "$12 December 27"
    if word(i - 1) == .currency, lexeme(i - 1).kind == .mark { return nil }
    if let reading = figures(i, inRange: inRange) ?? eightDigits(i) { return reading }
    if isHan(i + 1) || isHan(i + 2), let reading = hanLed(i) { return reading }
    if let reading = dayFirst(i) { return reading }
    if let reading = yearFirst(i, inRange: inRange) { return reading }
    return counted(i, inRange: inRange)
  }

  func spelledLed(_ i: Int, inRange: Bool) -> Reading? {
    if let (year, end) = spelledYear(i), [.inside, .of, .since, .by, .and].contains(word(i - 1)) {
      return (.parts(Parts(year: .number(year))), end)
    }
    return dayFirst(i) ?? counted(i, inRange: inRange)
  }

  /// "two thousand and fifteen", "nineteen ninety-six".
  func spelledYear(_ i: Int) -> (Int, Int)? {
    guard word(i) == .cardinal else { return nil }
    if value(i) == 2, word(i + 1) == .scale, value(i + 1) == 3 {
      let at = word(i + 2) == .and ? i + 3 : i + 2
      guard word(at) == .cardinal, let rest = count(at), rest.value < 100 else { return (2000, i + 2) }
      return (2000 + rest.value, rest.end)
    }
    guard value(i) == 19 || value(i) == 20, word(i + 1) == .cardinal else { return nil }
    let at = value(i + 1) == 100 ? i + 2 : i + 1
    guard let rest = count(at), word(at) == .cardinal, 10...99 ~= rest.value else { return nil }
    return (value(i) * 100 + rest.value, rest.end)
  }

  // MARK: Figures alone

  /// `30.09.2022`, `2019-06-05`, `27/09/2022`, `29-Sep-2017`; `2/15` and `14.10.` where they must be dates.
  private func figures(_ i: Int, inRange: Bool) -> Reading? {
    guard inRange || !(isMark(i - 1, ".-/") && touches(i) && isNumber(i - 2) && touches(i - 1)) else {
      return nil
    }
    if let reading = threeFigures(i) { return reading }
    return isLedByDate(i, inRange: inRange) ? twoFigures(i) : nil
  }

  private func threeFigures(_ i: Int) -> Reading? {
    guard isMark(i + 1, ".-/"), isMark(i + 3, ".-/"), value(i + 1) == value(i + 3), touches(i + 1),
      touches(i + 2),
      touches(i + 3), touches(i + 4), isNumber(i + 4), !lexeme(i).flags.contains(.spelled)
    else { return nil }
    // Another figure behind the last makes it a version or an address, if it is not the end of a range.
    let isJoined = isMark(i + 5, ".-/") && touches(i + 5) && isNumber(i + 6) && touches(i + 6)
    guard !isJoined || isMark(i + 5, "-") && (year(i) != nil || year(i + 4) != nil) else { return nil }
    if let year = year(i) {
      guard let month = word(i + 2) == .month ? value(i + 2) : monthNumber(i + 2), let day = dayNumber(i + 4)
      else { return nil }
      return (.parts(Parts(year: .number(year), month: month, day: day)), i + 5)
    }
    guard let first = dayNumber(i), lexeme(i).digits <= 2, let year = year(i + 4) ?? shortYear(i + 4) else {
      return nil
    }
    if word(i + 2) == .month {
      return (.parts(Parts(year: .number(year), month: value(i + 2), day: first)), i + 5)
    }
    // Two figures thrice with dots are a number of a version as often as a date.
    guard let second = dayNumber(i + 2), lexeme(i + 4).digits == 4 || isPlainlyDate(i, first, second) else {
      return nil
    }
    return dayAndMonth(first, second, year: .number(year), dots: isMark(i + 1, ".")).map { ($0, i + 5) }
  }

  private func isPlainlyDate(_ i: Int, _ first: Int, _ second: Int) -> Bool {
    guard isMark(i + 1, ".") else { return true }
    return lexeme(i).digits == 2 && lexeme(i + 2).digits == 2
  }

  /// The day comes first with dots; with slashes and hyphens nobody can tell where both could be months.
  private func dayAndMonth(_ first: Int, _ second: Int, year: Parts.Year, dots: Bool) -> Term? {
    let dayFirst = Parts(year: year, month: second, day: first)
    let monthFirst = Parts(year: year, month: first, day: second)
    switch (first <= 12, second <= 12) {
    case (false, false): return nil
    case (false, true): return .parts(dayFirst)
    case (true, false): return .parts(monthFirst)
    case (true, true): return dots || first == second ? .parts(dayFirst) : .undecided(dayFirst, monthFirst)
    }
  }

  /// Without a year two figures are a date only behind a word that leads one, in a range, or alone.
  private func isLedByDate(_ i: Int, inRange: Bool) -> Bool {
    if isMark(i - 1, ",") || word(i - 1) == .and, isNumber(i - 2), isMark(i - 3, "/"), isNumber(i - 4) {
      return true
    }
    return inRange || i == 0 && lexemes.count <= 9
      || [.weekday, .shift, .on, .from, .between, .until, .by, .since, .before, .after].contains(word(i - 1))
  }

  private func twoFigures(_ i: Int) -> Reading? {
    guard isMark(i + 1, "./-"), let first = dayNumber(i), lexeme(i).digits <= 2,
      let second = dayNumber(i + 2),
      lexeme(i + 2).digits <= 2, !(isMark(i + 3, "%$")), !isMark(i + 1, "-") || !touches(i + 1) || i == 0
    else {
      return monthAndYear(i)
    }
    // "on 3.5" alone could be any figure.
    let isBehindWeekday = word(i - 1) == .weekday
    if isMark(i + 1, "."), lexeme(i + 2).digits < 2, !isMark(i + 3, "."), lexemes.count > 3, !isBehindWeekday
    {
      return nil
    }
    let end = isMark(i + 3, ".") && isMark(i + 1, ".") ? i + 4 : i + 3
    guard
      lexeme(end).kind != .word || isBehindWeekday && word(end) == .none
        || ![.none, .month, .of, .ordinalMark, .unit, .scale, .currency].contains(word(end)),
      !isHan(end)
    else { return nil }
    let (year, stop) = isMark(end, ",") ? yearBehind(end) : (.open, end)
    return dayAndMonth(first, second, year: year, dots: false).map { ($0, stop) }
  }

  /// `20161016`, as addresses and names of files write it.
  private func eightDigits(_ i: Int) -> Reading? {
    guard lexeme(i).digits == 8, 19_000_101...21_001_231 ~= value(i) else { return nil }
    let (year, month, day) = (value(i) / 10_000, value(i) / 100 % 100, value(i) % 100)
    guard 1...12 ~= month, 1...31 ~= day else { return nil }
    return (.parts(Parts(year: .number(year), month: month, day: day)), i + 1)
  }

  /// `2/2013`, `12-2015`
  private func monthAndYear(_ i: Int) -> Reading? {
    guard isMark(i + 1, "/.-"), touches(i + 1), touches(i + 2), let month = monthNumber(i),
      let year = likelyYear(i + 2)
    else { return nil }
    return (.parts(Parts(year: .number(year), month: month)), i + 3)
  }

  func monthNumber(_ i: Int) -> Int? { dayNumber(i).flatMap { $0 <= 12 ? $0 : nil } }

  private func shortYear(_ i: Int) -> Int? {
    guard isNumber(i), lexeme(i).digits == 2 else { return nil }
    return value(i) < 40 ? 2000 + value(i) : 1900 + value(i)
  }

  // MARK: The day before the month

  /// `5 June 2019`, `5 июня`, `13-14 июня 2019 года`, `the 13th to the 15th of July`, `первое марта`, `23rd to 26th Oct`.
  private func dayFirst(_ i: Int) -> Reading? {
    guard let first = count(i), 1...31 ~= first.value, word(i) != .single, word(i) != .few else { return nil }
    var next = first.end
    var last: Int?
    if let joint = dayJoint(next), let second = count(joint), first.value < second.value, second.value <= 31 {
      (last, next) = (second.value, second.end)
    }
    if word(next) == .ordinalMark { next += 1 }
    if word(next) == .unit, value(next) == 1, first.isOrdinal { next += 1 }
    var at = isMark(next, "/-") && touches(next) ? next + 1 : next
    if let behind = pastOf(next), word(next) == .of { at = behind }
    if word(at) == .shift, word(at + 1) == .unit, value(at + 1) == Unit.month.rawValue,
      word(next) == .of || word(next) == .inside
    {
      return days(Parts(monthShift: value(at), day: first.value), last, at + 2)
    }
    // "the 21st this month"
    if first.isOrdinal, word(at) == .shift, word(at + 1) == .unit, value(at + 1) == Unit.month.rawValue {
      return days(Parts(monthShift: value(at), day: first.value), last, at + 2)
    }
    guard let month = month(at) else { return nil }
    at += 1
    if isMark(at, "."), lexeme(at - 1).flags.contains(.weak), touches(at) { at += 1 }
    let (year, end) = yearBehind(at)
    return days(Parts(year: year, month: month, day: first.value), last, end)
  }

  /// A dash, "to", "по", "and" before another day of the same month.
  private func dayJoint(_ i: Int) -> Int? {
    if isDash(i) || isMark(i, "/") { return pastArticle(i + 1) }
    if [.to, .through, .until, .and].contains(word(i)), !isHan(i) { return pastArticle(i + 1) }
    return nil
  }

  func days(_ parts: Parts, _ last: Int?, _ end: Int) -> Reading {
    guard let last else { return (.parts(parts), end) }
    var second = parts
    second.day = last
    return (.range(.parts(parts), .parts(second)), end)
  }

  // MARK: A length of time, or a part that is counted

  /// "3 weeks ago", "two days before yesterday", "third quarter", "first Tuesday of October".
  private func counted(_ i: Int, inRange: Bool) -> Reading? {
    guard let count = word(i) == .single ? (1, false, i + 1) : count(i) else { return nil }
    if count.1 { return ordinalLed(i, count.0, count.2) ?? (word(i - 1) == .on ? bareOrdinal(i) : nil) }
    if let (number, unit, end) = length(i), unit != .clock {
      if let reading = ago(number, unit, end) ?? twoLengthsAgo(number, unit, end) { return reading }
      // 2 квартал 2018
      if unit == .quarter, 1...4 ~= number, !isHan(end - 1), lexeme(i).kind == .number {
        return fraction(number, isQuarter: true, end)
      }
    }
    if word(count.2) == .weekday, !isHan(count.2) { return weekdaysAway(count.0, count.2) }
    if word(count.2) == .quarterLetter, touches(count.2), 1...4 ~= count.0 {
      return fraction(count.0, isQuarter: true, count.2 + 1)
    }
    // "Only 3 next week" counts no weeks.
    if word(count.2) == .shift, value(count.2) != 0, let unit = unit(count.2 + 1),
      count.0 == 1 || isHan(count.2 + 1) || lexeme(count.2 + 1).length != unit.singularLength
    {
      return (.counted(unit, count.0 * value(count.2)), count.2 + 2)
    }
    return nil
  }

  /// "two weeks and two days ago"
  private func twoLengthsAgo(_ number: Int, _ unit: Unit, _ end: Int) -> Reading? {
    let at = word(end) == .and || isMark(end, ",") ? end + 1 : end
    guard !isHan(at), let (more, smaller, stop) = length(at), smaller != .clock,
      smaller.rawValue < unit.rawValue,
      word(stop) == .ago
    else { return nil }
    return (.away(smaller, -more, from: .away(unit, -number, from: nil)), stop + 1)
  }

  /// "2 sundays from now", "2 thursdays ago".
  private func weekdaysAway(_ number: Int, _ i: Int) -> Reading? {
    if word(i + 1) == .ago { return (.nearestWeekday(value(i), -number), i + 2) }
    if word(i + 1) == .from, word(i + 2) == .now { return (.nearestWeekday(value(i), number), i + 3) }
    return nil
  }

  /// "third quarter", "first half", "first week of", "last day of".
  func ordinalLed(_ i: Int, _ number: Int, _ next: Int) -> Reading? {
    var (number, next) = (number, next)
    // "the first three months of 2019"
    if number == 1, let units = firstUnits(1, next) { return units }
    if word(next) == .shift, value(next) == -1, !isHan(next) { (number, next) = (-number, next + 1) }
    switch word(next) {
    case .half: return 1...2 ~= number ? fraction(number, isQuarter: false, next + 1) : nil
    case .weekday:
      return container(next + 1).map { (.nth(number, .weekday(value(next)), of: $0.term), $0.end) }
    case .unit:
      guard let unit = Unit(rawValue: value(next)), unit != .clock else { return nil }
      if unit == .quarter, 1...4 ~= number { return fraction(number, isQuarter: true, next + 1) }
      if unit == .half, 1...2 ~= number { return fraction(number, isQuarter: false, next + 1) }
      if unit == .century, 10...30 ~= number { return (.century((number - 1) * 100), next + 1) }
      return container(next + 1).map { (.nth(number, .unit(unit), of: $0.term), $0.end) }
    case .roman where value(next) > 10: return nil
    default: return nil
    }
  }

  /// "first two weeks of 2021", "первые три месяца 2019 года".
  func firstUnits(_ sign: Int, _ i: Int) -> Reading? {
    guard let count = count(i), !count.isOrdinal, let unit = unit(count.end), unit != .clock,
      !isHan(count.end)
    else {
      return nil
    }
    let at = count.end + 1
    let whole = container(at) ?? (lexeme(at - 1).length >= 6 && !isHan(at - 1) ? wholeYear(at) : nil)
    return whole.map { (.firstUnits(sign * count.value, unit, of: $0.term), $0.end) }
  }

  /// 2019 года, прошлого года
  private func wholeYear(_ i: Int) -> Reading? {
    let (year, end) = yearBehind(i)
    return year == .open ? nil : (.parts(Parts(year: year)), end)
  }

  /// What something is the first of: "of October 2014", "in this month".
  func container(_ i: Int) -> Reading? {
    guard let at = pastOf(i) ?? (word(i) == .month ? i : nil) else { return nil }
    if let year = year(at) { return (.parts(Parts(year: .number(year))), at + 1) }
    if word(at) == .unit, let unit = Unit(rawValue: value(at)), unit == .month || unit == .year {
      return (.unit(unit, 0), at + 1)
    }
    switch word(at) {
    case .month: return monthLed(at)
    case .shift, .same, .that: return single(at)
    default: return nil
    }
  }
}
