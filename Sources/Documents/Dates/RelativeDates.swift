// This, last and next; beginnings and ends; quarters, halves and seasons.
extension DateParser {
  /// "last week", "next three months", "last July", "this autumn", "прошлого года", "last day of October".
  func shiftLed(_ i: Int) -> Reading? {
    if isHan(i) { return hanShift(i) }
    var (shift, next) = (value(i), i + 1)
    // "this past week", "этого же года", "this coming Friday"
    let isNearest = shift == 0 && word(next) == .shift
    if isNearest { (shift, next) = (value(next), next + 1) }
    if isNearest, shift == 1, word(next) == .weekday { return (.nearestWeekday(value(next), 1), next + 1) }
    if shift == -1, let units = firstUnits(-1, next) { return units }
    if word(next) == .same || word(next) == .calendar { next += 1 }
    if isMark(next, "-"), touches(next) { next += 1 }
    switch word(next) {
    case .unit: return shiftedUnit(i, shift, next)
    case .weekday:
      if shift == -1, let inside = container(next + 1) {
        return (.nth(-1, .weekday(value(next)), of: inside.term), inside.end)
      }
      return dated(behind: next) ?? (weekday(value(next), shift, next), next + 1)
    case .month: return shiftedMonth(shift, next)
    case .now: return shift == 0 && lexeme(next).length == 4 ? (.day(0), next + 1) : nil
    // "This morning", "last night", «этим утром».
    case .daytime where shift == 0 || shift == -1 && value(next) == 1: return (.day(shift), next + 1)
    case .season: return shift >= -1 ? (.season(value(next), .shift(shift)), next + 1) : nil
    case .cardinal, .few: return countedUnits(shift, next)
    case .none where isNumber(next): return countedUnits(shift, next)
    case .part: return nil
    default: return nil
    }
  }

  /// "this Friday, June 15"
  private func dated(behind i: Int) -> Reading? {
    let at = isMark(i + 1, ",-(") ? i + 2 : i + 1
    guard word(at) == .month || isNumber(at), let reading = single(at) else { return nil }
    switch reading.term {
    case .parts(let parts): return parts.day == nil || parts.month == nil ? nil : reading
    case .undecided: return (Self.with(value(i), reading.term), reading.end)
    default: return nil
    }
  }

  /// "Last Friday" is the last before today, "next Friday" that of the next week, "в следующую среду" the next one.
  private func weekday(_ weekday: Int, _ shift: Int, _ i: Int) -> Term {
    switch shift {
    case 0: .weekday(weekday, shift: 0)
    case 1: isRussianWeekday(i) ? .nearestWeekday(weekday, 1) : .weekday(weekday, shift: 1)
    case 2: .weekday(weekday, shift: 2)
    default: .nearestWeekday(weekday, shift)
    }
  }

  private func isRussianWeekday(_ i: Int) -> Bool { lexeme(i).length >= 10 }

  private func shiftedUnit(_ i: Int, _ shift: Int, _ next: Int) -> Reading? {
    guard let unit = Unit(rawValue: value(next)), unit != .clock, unit != .half else { return nil }
    if shift == -1, unit == .day || unit == .week, let inside = container(next + 1) {
      return (.nth(-1, .unit(unit), of: inside.term), inside.end)
    }
    if shift == 1, word(next + 1) == .after, word(next + 2) == .shift { return (.unit(unit, 2), next + 3) }
    if unit == .fortnight { return shift == 0 ? nil : (.counted(.week, 2 * shift), next + 1) }
    // "last week's Sunday"
    let owner = word(next + 2) == .decadeMark && isMark(next + 1, "'") ? next + 3 : next + 1
    if owner > next + 1, unit == .week, word(owner) == .weekday {
      return (.weekday(value(owner), shift: shift), owner + 1)
    }
    if owner > next + 1, unit == .year, let part = partOfYear(owner, shift) { return part }
    if unit == .week, let weekday = weekdayBehind(next + 1) {
      return (.weekday(weekday.0, shift: shift), weekday.1)
    }
    // "the last decade" is a length of time, not ten calendar years.
    if unit == .decade || unit == .century {
      return shift >= 0
        ? (.unit(unit, shift), next + 1) : (.counted(.year, shift * (unit == .decade ? 10 : 100)), next + 1)
    }
    return (.unit(unit, shift), next + 1)
  }

  /// "next year's first quarter", "this year's second half"
  private func partOfYear(_ i: Int, _ shift: Int) -> Reading? {
    guard let count = count(i), count.isOrdinal else { return nil }
    switch (word(count.end), count.value) {
    case (.half, 1...2): return (.half(count.value, .shift(shift)), count.end + 1)
    case (.unit, 1...4) where value(count.end) == Unit.quarter.rawValue:
      return (.quarter(count.value, .shift(shift)), count.end + 1)
    default: return nil
    }
  }

  /// "next week on Tuesday", "next week Wednesday"
  private func weekdayBehind(_ i: Int) -> (Int, Int)? {
    let at = word(i) == .on || word(i) == .inside ? i + 1 : i
    guard word(at) == .weekday, !lexeme(at).flags.contains(.weak) || lexeme(at).flags.contains(.capital)
    else { return nil }
    return (value(at), at + 1)
  }

  private func shiftedMonth(_ shift: Int, _ i: Int) -> Reading? {
    guard let month = month(i) ?? (word(i) == .month ? value(i) : nil) else { return nil }
    if let reading = monthLed(i), case .parts(var parts) = reading.term {
      if parts.year == .open { parts.pick = shift }
      return (.parts(parts), reading.end)
    }
    return (.parts(Parts(month: month, pick: shift)), i + 1)
  }

  func countedUnits(_ shift: Int, _ i: Int) -> Reading? {
    guard shift != 0, let (number, unit, end) = length(i), unit != .clock else { return nil }
    return (.counted(unit, number * shift), end)
  }

  // MARK: Beginnings and ends

  /// "early March", "the end of 2017", "mid-2019", "в конце года", "late last year", "later this month".
  func partLed(_ i: Int) -> Reading? {
    if isHan(i) { return nil }
    let needsOf = value(i) > 10
    let part = needsOf ? value(i) - 10 : value(i)
    var next = i + 1
    if isMark(next, "-"), touches(next) { next += 1 }
    if needsOf {
      guard word(next) == .of else { return nil }
      next += 1
    } else if word(next) == .inside || word(next) == .of {
      next += 1
    }
    next = pastArticle(next)
    if word(next) == .about { next += 1 }
    if word(next) == .unit, let unit = Unit(rawValue: value(next)), isPartable(unit) {
      return (.part(part, of: .unit(unit, 0)), next + 1)
    }
    guard !isNumber(next) || year(next) != nil, word(next) != .single,
      let reading = single(next, inRange: year(next) != nil)
    else { return nil }
    switch reading.term {
    case .parts(let parts) where parts.day == nil: return (.part(part, of: reading.term), reading.end)
    case .unit, .season, .quarter, .half, .decade, .century:
      return (.part(part, of: reading.term), reading.end)
    default: return nil
    }
  }

  private func isPartable(_ unit: Unit) -> Bool { [.week, .month, .quarter, .year, .decade].contains(unit) }

  // MARK: Quarters, halves, seasons

  /// `Q1 2024`, `H1 2019`, `I квартал 2020 года`, `half`.
  func fractionLed(_ i: Int) -> Reading? {
    switch word(i) {
    case .quarterLetter, .halfLetter:
      guard isNumber(i + 1), touches(i + 1), lexeme(i + 1).digits == 1,
        lexeme(i).flags.contains(.capital) || i == 0 || yearBehind(i + 2).0 != .open
      else { return nil }
      let isQuarter = word(i) == .quarterLetter
      guard 1...(isQuarter ? 4 : 2) ~= value(i + 1) else { return nil }
      return fraction(value(i + 1), isQuarter: isQuarter, isMark(i + 2, "-/") ? i + 3 : i + 2)
    case .roman:
      guard word(i + 1) == .unit, lexeme(i).flags.contains(.capital) else { return nil }
      if value(i + 1) == Unit.quarter.rawValue, value(i) <= 4 {
        return fraction(value(i), isQuarter: true, i + 2)
      }
      if value(i + 1) == Unit.half.rawValue, value(i) <= 2 {
        return fraction(value(i), isQuarter: false, i + 2)
      }
      return value(i + 1) == Unit.century.rawValue && value(i) >= 19
        ? (.century((value(i) - 1) * 100), i + 2) : nil
    case .half where isHan(i): return fraction(value(i), isQuarter: false, i + 1)
    default: return nil
    }
  }

  func fraction(_ number: Int, isQuarter: Bool, _ i: Int) -> Reading? {
    // "the third quarter of the match" names no year, and no shift; the year is that of the text.
    guard word(i) != .fiscal, word(pastOf(i) ?? i) != .fiscal else { return nil }
    let (year, end) = yearBehind(i)
    if year == .open, !isQuarter, !isHan(i - 1) {
      // A half needs its year: "the second half of this year", "of the year".
      let at = pastOf(i) ?? i
      guard isYearWord(at) else { return nil }
      return (.half(number, .shift(0)), at + 1)
    }
    if year == .open, let at = pastOf(i), isYearWord(at) { return (.quarter(number, .shift(0)), at + 1) }
    return (isQuarter ? .quarter(number, year) : .half(number, year), year == .open ? i : end)
  }

  /// "summer 2019", "летом 2019 года", "autumn of last year"; a bare season needs a preposition or a case.
  func seasonLed(_ i: Int) -> Reading? {
    if isHan(i) {
      return lexemes.count <= 2 && lexeme(i).length > 3 ? (.season(value(i), .open), i + 1) : nil
    }
    let (year, end) = yearBehind(i + 1)
    if year != .open { return (.season(value(i), year), end) }
    let isRussianCase = lexeme(i).length >= 10
    guard
      lexemes.count <= 2 || isRussianCase
        || [.inside, .since, .by, .until, .article, .part].contains(word(i - 1))
    else { return nil }
    return (.season(value(i), .open), i + 1)
  }
}
