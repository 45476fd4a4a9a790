// Chinese dates: the larger part comes first.
extension DateParser {
  /// `2021年7月7日`, `去年9月`, `今年年初`, `第一季度`, `24日`, `上半年`, `周四`, `90年代`.
  func hanLed(_ i: Int) -> Reading? {
    if word(i) == .weekShift || word(i) == .unit && value(i) == Unit.week.rawValue { return hanWeek(i) }
    var (year, at) = hanYear(i)
    if at == i, let reading = hanLength(i) ?? hanDecade(i) { return reading }
    if word(at) == .of { at += 1 }
    if at > i, let reading = hanPartOfYear(year, at) { return reading }
    guard let (month, shift, next) = hanMonth(at, hasYear: at > i) else {
      if at == i { return hanDay(Parts(year: year), i, i) }
      if case .shift(let shift) = year { return (.unit(.year, shift), hanEnd(at)) }
      return (.parts(Parts(year: year)), hanEnd(at))
    }
    let parts = Parts(year: year, month: month, monthShift: shift)
    return hanDay(parts, next, i) ?? hanPartOfMonth(parts, next)
  }

  /// The index before 的 where nothing follows that belongs to the date.
  private func hanEnd(_ i: Int) -> Int { word(i - 1) == .of ? i - 1 : i }

  private func hanYear(_ i: Int) -> (Parts.Year, Int) {
    if word(i) == .yearShift { return (value(i) == 99 ? .same : .shift(value(i)), i + 1) }
    guard isNumber(i), word(i + 1) == .unit, value(i + 1) == Unit.year.rawValue, isHan(i + 1) else {
      return (.open, i)
    }
    if lexeme(i).digits == 4, 1000...2199 ~= value(i) { return (.number(value(i)), i + 2) }
    // 08年
    if lexeme(i).digits == 2, value(i) < 10 { return (.number(2000 + value(i)), i + 2) }
    // 18年10月
    if lexeme(i).digits == 2, isNumber(i + 2), word(i + 3) == .unit, value(i + 3) == Unit.month.rawValue {
      return (.number((value(i) < 50 ? 2000 : 1900) + value(i)), i + 2)
    }
    return (.open, i)
  }

  private func hanMonth(_ i: Int, hasYear: Bool) -> (Int?, Int?, Int)? {
    if word(i) == .monthShift { return (nil, value(i) == 99 ? 0 : value(i), i + 1) }
    guard isNumber(i), 1...12 ~= value(i), word(i + 1) == .unit, value(i + 1) == Unit.month.rawValue,
      isHan(i + 1)
    else { return nil }
    return (value(i), nil, i + 2)
  }

  /// `7日`, `十五号`; nil where no day stands.
  private func hanDay(_ parts: Parts, _ i: Int, _ start: Int) -> Reading? {
    var at = i
    if word(at) == .of { at += 1 }
    guard let day = dayNumber(at), word(at + 1) == .dayOfMonth else { return nil }
    // 3日后 and 5日前 are lengths; 24日 stands alone.
    if at == start, word(at + 2) == .front || word(at + 2) == .back { return nil }
    var parts = parts
    parts.day = day
    return (.parts(parts), at + 2)
  }

  private func hanPartOfMonth(_ parts: Parts, _ i: Int) -> Reading {
    let term: Term = parts.monthShift.map { .unit(.month, $0) } ?? .parts(parts)
    if word(i) == .part, isHan(i) { return (.part(value(i), of: term), i + 1) }
    // 十月第一个星期一
    let at = word(i) == .of ? i + 1 : i
    if word(at) == .ordinalSign, let nth = hanNth(at, of: term) { return nth }
    return (term, i)
  }

  /// What may stand behind a year: a part, a quarter, a half, a season.
  private func hanPartOfYear(_ year: Parts.Year, _ i: Int) -> Reading? {
    let term: Term
    if case .shift(let shift) = year { term = .unit(.year, shift) } else { term = .parts(Parts(year: year)) }
    switch word(i) {
    case .part where isHan(i): return (.part(value(i), of: term), i + 1)
    case .yearPart: return (.part(value(i), of: term), i + 1)
    case .half where isHan(i): return (.half(value(i), year), i + 1)
    case .season where isHan(i): return (.season(value(i), year), i + 1)
    case .ordinalSign: return hanOrdinal(i, year: year) ?? hanNth(i, of: term)
    case .front: return hanUnits(1, i + 1, of: term)
    case .last: return hanUnits(-1, i + 1, of: term)
    default:
      if isNumber(i), 1...4 ~= value(i), unit(i + 1) == .quarter, isHan(i + 1) {
        return (.quarter(value(i), year), i + 2)
      }
      return nil
    }
  }

  /// 第一季度
  func hanOrdinal(_ i: Int, year: Parts.Year) -> Reading? {
    guard let count = count(i) else { return nil }
    let at = word(count.end) == .counter ? count.end + 1 : count.end
    guard unit(at) == .quarter, 1...4 ~= count.value else { return nil }
    return (.quarter(count.value, year), at + 1)
  }

  /// 第一个星期一, 第二周, 第三个月
  private func hanNth(_ i: Int, of term: Term) -> Reading? {
    guard let count = count(i) else { return nil }
    let at = word(count.end) == .counter ? count.end + 1 : count.end
    guard let unit = unit(at) else { return nil }
    if unit == .week, let weekday = hanWeekday(at + 1) {
      return (.nth(count.value, .weekday(weekday), of: term), at + 2)
    }
    return (.nth(count.value, .unit(unit), of: term), at + 1)
  }

  /// 前三个月, 前三季度, 最后两周
  private func hanUnits(_ sign: Int, _ i: Int, of term: Term) -> Reading? {
    guard let (number, unit, end) = length(i), unit != .clock else { return nil }
    return (.firstUnits(sign * number, unit, of: term), end)
  }

  /// 三天前, 两个月后; 5年前 but not 2019年前.
  private func hanLength(_ i: Int) -> Reading? {
    guard isNumber(i), lexeme(i).digits <= 3, let (number, unit, end) = length(i), unit != .clock,
      isHan(end - 1)
    else {
      return nil
    }
    // 5月前 is before May; 5个月前 is five months ago.
    guard unit != .month || word(i + 1) == .counter else { return nil }
    return ago(number, unit, end)
  }

  /// 90年代, 1990年代, 二十世纪九十年代.
  private func hanDecade(_ i: Int) -> Reading? {
    guard isNumber(i) else { return nil }
    if unit(i + 1) == .century, isHan(i + 1), 10...30 ~= value(i) {
      let first = (value(i) - 1) * 100
      if isNumber(i + 2), unit(i + 3) == .decade, value(i + 2) % 10 == 0, value(i + 2) < 100 {
        return (.decade(first + value(i + 2)), i + 4)
      }
      return (.century(first), i + 2)
    }
    guard unit(i + 1) == .decade, value(i) % 10 == 0 else { return nil }
    if lexeme(i).digits == 4 { return (.decade(value(i)), i + 2) }
    return 10...90 ~= value(i) ? (.decade((value(i) < 30 ? 2000 : 1900) + value(i)), i + 2) : nil
  }

  /// 星期一, 周日 behind a day, with or without brackets.
  func hanWeekday(named i: Int) -> (Int, Int)? {
    guard word(i) == .unit, value(i) == Unit.week.rawValue, let weekday = hanWeekday(i + 1) else {
      return nil
    }
    return (weekday, i + 2)
  }

  /// 1 to 6, 日 and 天 behind 周 or 星期.
  private func hanWeekday(_ i: Int) -> Int? {
    if isNumber(i), 1...7 ~= value(i), touches(i), lexeme(i).digits == 1 { return value(i) }
    return touches(i)
      && (word(i) == .dayOfMonth && lexeme(i).length == 3 || word(i) == .unit && value(i) == 1) ? 7 : nil
  }

  /// 周四, 上周五, 本周.
  func hanWeek(_ i: Int) -> Reading? {
    let shift = word(i) == .weekShift ? value(i) : nil
    if let weekday = hanWeekday(i + 1) {
      // 一周三次, 上周一个
      guard !isNumber(i - 1), word(i + 2) != .counter else { return nil }
      let next = isMark(i + 2, ",") || lexeme(i + 2).value == 0xFF0C ? i + 3 : i + 2
      if let dated = isNumber(next) ? hanLed(next) : nil, case .parts(let parts) = dated.term,
        parts.day != nil
      {
        return (Self.with(weekday, dated.term), dated.end)
      }
      return (.weekday(weekday, shift: shift), i + 2)
    }
    guard let shift else { return nil }
    // 上周末
    if word(i + 1) == .part, value(i + 1) == 3, touches(i + 1), lexeme(i + 1).length == 3 {
      return (.unit(.weekend, shift), i + 2)
    }
    return (.unit(.week, shift), i + 1)
  }

  func hanUnit(_ i: Int) -> Reading? { unit(i) == .week ? hanWeek(i) : nil }

  /// 上两天, 过去三年, 未来五年, 下季度, 下月, 这周末.
  func hanShift(_ i: Int) -> Reading? {
    let next = word(i + 1) == .counter ? i + 2 : i + 1
    let shift = word(i) == .front ? -1 : word(i) == .back ? 1 : value(i)
    if isNumber(next), touches(next), shift != 0 {
      // 前三季度 are the first three of the year.
      if word(i) == .front, unit(next + 1) == .quarter { return hanUnits(1, next, of: .unit(.year, 0)) }
      return countedUnits(shift, next)
    }
    guard word(i) == .shift else { return nil }
    guard let unit = unit(next), unit == .quarter || unit == .weekend || unit == .half else { return nil }
    return (.unit(unit, value(i)), next + 1)
  }
}
