// Which reading a lexeme begins.
extension DateParser {
  /// One date that is no range, except of days in one month.
  func single(_ i: Int, inRange: Bool = false) -> Reading? {
    guard isWithinReach(i) else { return nil }
    let lexeme = lexeme(i)
    if lexeme.kind == .number { return numberLed(i, inRange: inRange) }
    switch lexeme.word {
    case .none: return nil
    case .month: return monthLed(i)
    case .weekday: return weekdayLed(i, inRange: inRange)
    case .day: return (.day(lexeme.value), i + 1)
    case .ordinal, .cardinal, .few, .single: return spelledLed(i, inRange: inRange)
    case .roman, .quarterLetter, .halfLetter, .half: return fractionLed(i)
    case .season: return seasonLed(i)
    case .shift: return shiftLed(i)
    case .part: return partLed(i)
    case .recent: return recent(i)
    case .article, .same, .that: return articleLed(i)
    case .ordinalSign: return isHan(i) ? hanOrdinal(i, year: .open) : nil
    case .yearShift, .monthShift, .weekShift: return hanLed(i)
    case .yearPart: return (.part(lexeme.value, of: .unit(.year, 0)), i + 1)
    case .monthHalf: return (.part(lexeme.value + 5, of: .unit(.month, 0)), i + 1)
    case .earlier, .later: return sinceOrUntil(i)
    case .within: return withinLed(i)
    case .monthPart: return (.part(lexeme.value, of: .unit(.month, 0)), i + 1)
    case .through: return throughLed(i)
    case .inside: return insideLed(i)
    case .unit: return isHan(i) ? hanUnit(i) : bareUnit(i)
    case .front, .back: return isHan(i) ? hanShift(i) : nil
    case .now: return inRange || word(i - 1) == .between || word(i - 1) == .from ? (.day(0), i + 1) : nil
    case .decadeWord: return (.decade(lexeme.value), i + 1)
    case .forWord: return lasting(i)
    default: return nil
    }
  }

  private func recent(_ i: Int) -> Reading? {
    // "most recently" and "recently" alone say the same.
    (.recent, i + 1)
  }

  /// "the day before yesterday", "the first of March", "the same year", "того же года", "that year".
  private func articleLed(_ i: Int) -> Reading? {
    if let (year, end) = sameYear(i) { return (.parts(Parts(year: year)), end) }
    if word(i) == .that, word(i + 1) == .unit, value(i + 1) == Unit.weekend.rawValue {
      return (.weekend, i + 2)
    }
    guard word(i) == .article else { return nil }
    if word(i + 1) == .unit, value(i + 1) == Unit.day.rawValue {
      if word(i + 2) == .before, word(i + 3) == .day, value(i + 3) == -1 { return (.day(-2), i + 4) }
      // "the day before." ends a clause; "the day before the summit" is told from the summit.
      let isLast = i + 3 >= lexemes.count || lexeme(i + 3).kind == .mark
      if isLast, word(i + 2) == .before || word(i + 2) == .after {
        return (.day(word(i + 2) == .before ? -1 : 1), i + 3)
      }
      if word(i + 2) == .after, word(i + 3) == .day, value(i + 3) == 1 { return (.day(2), i + 4) }
    }
    if word(i + 1) == .unit, let unit = Unit(rawValue: value(i + 1)), word(i + 2) == .after,
      word(i + 3) == .shift
    {
      return (.unit(unit, 2), i + 4)
    }
    if let reading = weekOf(i + 1) ?? presentUnit(i + 1) { return reading }
    if word(i + 1) != .article, word(i + 1) != .single, let reading = single(i + 1) { return reading }
    // "the 24th": a day only where no noun follows that it could count.
    if let count = count(i + 1), count.isOrdinal, word(i - 1) == .on || i == 0 || word(i - 1) == .to,
      1...31 ~= count.value, isClosed(count.end)
    {
      return (.parts(Parts(day: count.value)), count.end)
    }
    // "the 24", alone
    guard i == 0, lexemes.count == 2, let day = dayNumber(1) else { return nil }
    return (.parts(Parts(day: day)), 2)
  }

  /// "week of April 10", "week beginning on February 4", "week 31".
  private func weekOf(_ i: Int) -> Reading? {
    guard word(i) == .unit, value(i) == Unit.week.rawValue, !isHan(i) else { return nil }
    var at = i + 1
    if isNumber(at), 1...53 ~= value(at), lexeme(at).digits <= 2, !isMark(at + 1, "%") {
      let whole = pastOf(at + 1).flatMap {
        year($0) != nil ? (.parts(Parts(year: .number(value($0)))), $0 + 1) : single($0)
      }
      let (term, end) = whole ?? (.unit(.year, 0), at + 1)
      return (.nth(value(at), .unit(.week), of: term), end)
    }
    guard word(at) == .of || word(at) == .since || word(at) == .part && value(at) == 11 else { return nil }
    at = word(at + 1) == .on ? at + 2 : at + 1
    guard let reading = single(pastArticle(at)) ?? bareOrdinal(pastArticle(at)) else { return nil }
    switch reading.term {
    case .parts(let parts): return parts.day == nil ? nil : (.weekOf(reading.term), reading.end)
    case .undecided, .day, .weekday: return (.weekOf(reading.term), reading.end)
    default: return nil
    }
  }

  /// "over the weekend"; "for the week", "in the year" where nothing follows that they could be of.
  private func presentUnit(_ i: Int) -> Reading? {
    guard word(i) == .unit, let unit = Unit(rawValue: value(i)), !isHan(i) else { return nil }
    if unit == .weekend { return (.weekend, i + 1) }
    guard [.day, .week, .month, .year].contains(unit), word(i - 2) == .forWord || word(i - 2) == .inside,
      i + 1 >= lexemes.count || lexeme(i + 1).kind == .mark
    else { return nil }
    return (.unit(unit, 0), i + 1)
  }

  /// "for three days from June 5".
  private func lasting(_ i: Int) -> Reading? {
    guard let (number, unit, end) = length(i + 1), unit != .clock, number <= 400 else { return nil }
    var at = isMark(end, ",") ? end + 1 : end
    guard word(at) == .from || word(at) == .since else { return nil }
    if word(at + 1) == .from || word(at + 1) == .on { at += 1 }
    return base(at + 1).map { (.lasting($0.term, number, unit), $0.end) }
  }

  /// "earlier this year", "later in the week".
  private func sinceOrUntil(_ i: Int) -> Reading? {
    let part = word(i) == .earlier ? 4 : 5
    if word(i + 1) == .shift, value(i + 1) == 0, let unit = unit(i + 2),
      [.week, .month, .year].contains(unit), !isHan(i)
    {
      return (.part(part, of: .unit(unit, 0)), i + 3)
    }
    guard word(i + 1) == .inside, word(i + 2) == .article, let unit = unit(i + 3),
      [.week, .month, .year].contains(unit)
    else {
      return nil
    }
    return (.part(part, of: .unit(unit, 0)), i + 4)
  }

  /// "within nine months", "within the next two years", where the words look ahead.
  private func withinLed(_ i: Int) -> Reading? {
    guard looksAhead(i), !isHan(i), lexeme(i).length == 6 else { return nil }
    let at = pastArticle(i + 1)
    guard let (number, unit, end) = length(word(at) == .shift ? at + 1 : at), unit != .clock, number <= 400
    else { return nil }
    return (.lasting(.day(0), number, unit), end)
  }

  /// "24th" where no noun follows.
  func bareOrdinal(_ i: Int) -> Reading? {
    guard let count = count(i), count.isOrdinal, 1...31 ~= count.value, isClosed(count.end) else {
      return nil
    }
    return (.parts(Parts(day: count.value)), count.end)
  }

  /// The end of a clause, or a small word: no noun.
  func isClosed(_ i: Int) -> Bool {
    guard i < lexemes.count else { return true }
    return lexeme(i).kind == .mark || lexeme(i).kind == .number
      || ![.none, .unit, .ordinal, .cardinal, .half, .weekday, .month].contains(word(i))
  }

  /// "of the same year", "того же года", "of that year".
  func sameYear(_ i: Int) -> (Parts.Year, Int)? {
    var at = i
    if word(at) == .article { at += 1 }
    guard word(at) == .same || word(at) == .that else { return nil }
    if word(at) == .that, word(at + 1) == .same { at += 1 }
    guard word(at + 1) == .unit, value(at + 1) == Unit.year.rawValue, !isHan(at + 1) else { return nil }
    return (.same, at + 2)
  }

  /// через 3 года, через неделю: not "через год после".
  private func throughLed(_ i: Int) -> Reading? {
    guard let (number, unit, end) = length(i + 1), unit != .clock, word(end) != .after, word(end) != .now,
      lexeme(i).length > 8
    else { return nil }
    return (.away(unit, number, from: nil), end)
  }

  /// "in two weeks" looks ahead; "built in two years" does not.
  private func insideLed(_ i: Int) -> Reading? {
    guard word(i) == .inside, let (number, unit, end) = length(i + 1), unit != .clock, lexeme(i).length == 2,
      i == 0 || looksAhead(i)
    else { return nil }
    return ago(number, unit, end) ?? (.away(unit, number, from: nil), end)
  }

  /// "3 years", "a week", неделю.
  func length(_ i: Int) -> (Int, Unit, Int)? {
    if word(i) == .single, let unit = unit(i + 1) { return Self.inWeeks(1, unit, i + 2) }
    if let count = count(i), !count.isOrdinal {
      let next = word(count.end) == .counter ? count.end + 1 : count.end
      if isMark(next, "-"), let unit = unit(next + 1) { return (count.value, unit, next + 2) }
      return unit(next).map { Self.inWeeks(count.value, $0, next + 1) }
    }
    if let unit = unit(i), lexeme(i).kind == .word, lexeme(i).length > 4 { return (1, unit, i + 1) }
    return nil
  }

  private static func inWeeks(_ number: Int, _ unit: Unit, _ end: Int) -> (Int, Unit, Int) {
    unit == .fortnight ? (2 * number, .week, end) : (number, unit, end)
  }

  func unit(_ i: Int) -> Unit? {
    switch word(i) {
    case .unit: Unit(rawValue: value(i))
    // 两日前: the day as a length.
    case .dayOfMonth: .day
    default: nil
    }
  }

  /// неделю назад, месяц тому назад.
  private func bareUnit(_ i: Int) -> Reading? {
    if let week = weekOf(i) { return week }
    guard let (number, unit, end) = length(i), unit != .clock else { return nil }
    return ago(number, unit, end)
  }

  /// What makes of a length of time a date: ago, назад, 前, before yesterday, from now.
  func ago(_ number: Int, _ unit: Unit, _ end: Int) -> Reading? {
    switch word(end) {
    case .ago, .front: return (.away(unit, -number, from: nil), end + 1)
    case .hence: return (.away(unit, number, from: nil), end + 1)
    case .back where isHan(end): return (.away(unit, number, from: nil), end + 1)
    case .that where word(end + 1) == .ago: return (.away(unit, -number, from: nil), end + 2)
    case .before: return base(end + 1).map { (.away(unit, -number, from: $0.term), $0.end) }
    case .after: return base(end + 1).map { (.away(unit, number, from: $0.term), $0.end) }
    case .from:
      if word(end + 1) == .now { return (.away(unit, number, from: nil), end + 2) }
      return base(end + 1).map { (.away(unit, number, from: $0.term), $0.end) }
    default: return nil
    }
  }

  /// The day that others are counted from.
  private func base(_ i: Int) -> Reading? {
    if word(i) == .day { return (.day(value(i)), i + 1) }
    let at = pastArticle(i)
    guard word(at) == .month || word(at) == .weekday || isNumber(at) || word(at) == .shift,
      let reading = single(at)
    else {
      return nil
    }
    switch reading.term {
    case .parts(let parts): return parts.day == nil ? nil : reading
    case .weekday, .nearestWeekday, .undecided: return reading
    default: return nil
    }
  }
}
