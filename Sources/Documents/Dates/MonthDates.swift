// Dates that begin with a month or a weekday.
extension DateParser {
  /// `June 5, 2019`, `Oct. 18`, `June 13 to 14`, `November 2017`, `в июне 2019 года`, `in June`.
  func monthLed(_ i: Int) -> Reading? {
    guard let month = month(i) else { return nil }
    var next = isMark(i + 1, ".") && touches(i + 1) && lexeme(i).flags.contains(.weak) ? i + 2 : i + 1
    // Jun-15, Oct/2
    if isMark(next, "-/"), touches(next), touches(next + 1),
      dayNumber(next + 1) != nil || likelyYear(next + 1) != nil
    {
      next += 1
    }
    // "October, 1st"
    if isMark(next, ","), let count = count(next + 1), count.isOrdinal { next += 1 }
    guard let (day, last, end) = daysBehind(next) else { return monthAlone(i, month, next) }
    let isTight = isMark(end, "-/") && touches(end) && likelyYear(end + 1) != nil
    let (year, stop) = yearBehind(isTight ? end + 1 : end)
    return days(Parts(year: year, month: month, day: day), last, stop)
  }

  /// The day or days behind a month: `5`, `5th`, `13 to 14`, `the 15th`, `third`.
  private func daysBehind(_ i: Int) -> (Int, Int?, Int)? {
    let at = pastArticle(i)
    guard spelledYear(at) == nil, let first = count(at), 1...31 ~= first.value, word(at) != .few,
      isDayBehind(at, first.end)
    else { return nil }
    var end = first.end
    var last: Int?
    let joint = isDash(end) || [.to, .through, .until, .and].contains(word(end)) ? pastArticle(end + 1) : nil
    if let joint, let second = count(joint), second.value > first.value, second.value <= 31,
      month(second.end) == nil, !isHan(second.end), word(end) != .and || !isNoun(second.end)
    {
      (last, end) = (second.value, second.end)
    }
    return (first.value, last, end)
  }

  private func isNoun(_ i: Int) -> Bool { lexeme(i).kind == .word && word(i) == .none }

  /// "In June 42 companies": a number is the day where a comma, a stop or a small word follows, or nothing else fits.
  private func isDayBehind(_ i: Int, _ end: Int) -> Bool {
    if isNumber(i) {
      return !isMark(end, "%") && !(isMark(end, ".:") && isNumber(end + 1) && touches(end + 1))
    }
    return count(i)?.isOrdinal ?? false || word(end) != .unit
  }

  private func monthAlone(_ i: Int, _ month: Int, _ next: Int) -> Reading? {
    let (year, end) = yearBehind(next)
    if year != .open { return (.parts(Parts(year: year, month: month)), end) }
    // "March after next", "March in a year"
    if word(next) == .after, word(next + 1) == .shift {
      return (.parts(Parts(month: month, pick: 2)), next + 2)
    }
    if word(next) == .inside, !isHan(next), let (years, unit, end) = length(next + 1), unit == .year,
      years < 100
    {
      return (.parts(Parts(year: .shift(years), month: month)), end)
    }
    guard isMonthAlone(i) else { return nil }
    return (.parts(Parts(month: month)), next)
  }

  /// True for a month that needs neither day nor year to be one: мая and июня belong to a day, and short forms and
  /// "May" need a word before them.
  private func isMonthAlone(_ i: Int) -> Bool {
    if lexemes.count <= 2 { return true }
    if !lexeme(i).flags.contains(.weak) { return true }
    return [
      .inside, .of, .shift, .since, .by, .until, .part, .from, .between, .and, .to, .article, .before, .after,
      .through, .on,
    ].contains(word(i - 1)) || isMark(i - 1, "-/") || isDash(i - 1) || isRangeOfMonths(i)
  }

  /// "May to March", "Jan-Feb 2017"
  private func isRangeOfMonths(_ i: Int) -> Bool {
    (isDash(i + 1) || word(i + 1) == .to || word(i + 1) == .until) && word(i + 2) == .month
  }

  /// "on Tuesday", "Tuesday, June 5", "Tuesday of next week", "friday after next".
  func weekdayLed(_ i: Int, inRange: Bool) -> Reading? {
    let lexeme = lexeme(i)
    let hasStop = isMark(i + 1, ".") && touches(i + 1) && lexeme.flags.contains(.weak)
    let next = hasStop ? i + 2 : i + 1
    if let reading = dated(next) { return (Self.with(lexeme.value, reading.term), reading.end) }
    if let reading = weekBehind(next, lexeme.value) ?? weekOfLength(next, lexeme.value) { return reading }
    // "wednesday the thirty first", "Sunday 31"
    let at = pastArticle(next)
    if let day = count(at), at > next || isNumber(at), day.isOrdinal || lexeme.flags.contains(.capital),
      1...31 ~= day.value,
      day.end >= lexemes.count || self.lexeme(day.end).kind == .mark && !isMark(day.end, ":%$"), !isHan(i)
    {
      return (.parts(Parts(day: day.value, weekday: lexeme.value)), day.end)
    }
    guard isWeekday(i, inRange: inRange, hasStop: hasStop) else { return nil }
    return (.weekday(lexeme.value, shift: nil), next)
  }

  static func with(_ weekday: Int, _ term: Term) -> Term {
    switch term {
    case .parts(var parts):
      parts.weekday = weekday
      return .parts(parts)
    case .undecided(var dayFirst, var monthFirst):
      (dayFirst.weekday, monthFirst.weekday) = (weekday, weekday)
      return .undecided(dayFirst, monthFirst)
    default: return term
    }
  }

  /// The date that a weekday only adorns.
  private func dated(_ i: Int) -> Reading? {
    let at = pastArticle(isMark(i, ",(") || isMark(i, "-") && touches(i) ? i + 1 : i)
    switch lexeme(at).kind {
    case .number:
      guard let reading = numberLed(at, inRange: false) else {
        if let count = count(at), count.isOrdinal, isClosed(count.end) {
          return (.parts(Parts(day: count.value)), count.end)
        }
        return nil
      }
      if case .away = reading.term { return nil }
      return reading
    case .word: return word(at) == .month || word(at) == .ordinal ? single(at).flatMap(isDay) : nil
    default: return nil
    }
  }

  private func isDay(_ reading: Reading) -> Reading? {
    if case .parts(let parts) = reading.term, parts.day != nil { return reading }
    return nil
  }

  /// "Monday two weeks from now": that of the week in which the day lies.
  private func weekOfLength(_ i: Int, _ weekday: Int) -> Reading? {
    guard let (number, unit, end) = length(isMark(i, ",") ? i + 1 : i), unit != .clock,
      let reading = ago(number, unit, end)
    else { return nil }
    return (.nth(1, .weekday(weekday), of: .weekOf(reading.term)), reading.end)
  }

  /// "of next week", "next week", "after next", "на следующей неделе".
  private func weekBehind(_ i: Int, _ weekday: Int) -> Reading? {
    if word(i) == .after, word(i + 1) == .shift { return (.nearestWeekday(weekday, 2), i + 2) }
    var at = [.of, .inside, .on, .from].contains(word(i)) ? pastArticle(i + 1) : i
    if word(at) == .article { at += 1 }
    guard word(at) == .shift, word(at + 1) == .unit, value(at + 1) == Unit.week.rawValue, !isHan(at) else {
      return nil
    }
    return (.weekday(weekday, shift: value(at)), at + 2)
  }

  /// "sun" and "среды" are other words too.
  private func isWeekday(_ i: Int, inRange: Bool, hasStop: Bool) -> Bool {
    let lexeme = lexeme(i)
    guard lexeme.flags.contains(.weak) else { return true }
    if lexemes.count <= 2 { return true }
    let isLed = [.on, .inside, .shift, .by, .until, .since].contains(word(i - 1))
    // Среда is "environment" as often; "в среду" is a day.
    if lexeme.length >= 8 { return word(i - 1) == .inside && !lexeme.flags.contains(.capital) }
    return lexeme.flags.contains(.capital) && (isLed || hasStop) || inRange
  }
}
