internal import Calendar

// Dates that are told from the day of the text, and parts of others.
extension Resolver {
  func relative(_ term: Term, to today: Day) -> Stretch? {
    switch term {
    case .day(let shift): return Stretch(.day(today.advanced(by: shift)))
    case .unit(let unit, let shift): return self.unit(unit, shift, today)
    case .away(let unit, let number, let base): return away(unit, number, base, today)
    case .weekday(let weekday, let shift): return .some(Stretch(.day(self.weekday(weekday, shift, today))))
    case .nearestWeekday(let weekday, let count): return Stretch(.day(nearest(weekday, count, today)))
    case .counted(let unit, let number): return counted(unit, number, today)
    case .weekend:
      let isRunning = today.weekday >= 6
      return self.unit(.weekend, isRunning ? 0 : looksAhead ? 0 : -1, today)
    case .lasting(let start, let number, let unit): return lasting(start, number, unit)
    case .recent: return Stretch(.day(today.advanced(by: -30)), .day(today))
    default: return nil
    }
  }

  private func unit(_ unit: Unit, _ shift: Int, _ today: Day) -> Stretch? {
    switch unit {
    case .day: return Stretch(.day(today.advanced(by: shift)))
    case .week: return Self.week(today.advanced(by: 7 * shift))
    case .weekend:
      let monday = today.advanced(by: 1 - today.weekday + 7 * shift)
      return Stretch(.day(monday.advanced(by: 5)), .day(monday.advanced(by: 6)))
    case .month:
      let (year, month) = Self.month(today, shift)
      return Stretch(.month(year, month))
    case .quarter: return quarters(from: shift, count: 1, today)
    case .half:
      let (year, month) = Self.month(today, shift * 6)
      let first = month <= 6 ? 1 : 7
      return Stretch(.month(year, first), .month(year, first + 5))
    case .year: return Stretch(.year(today.year + shift))
    case .decade: return Stretch(.decade((today.year / 10 + shift) * 10))
    case .century: return Stretch(.century((today.year / 100 + shift) * 100))
    case .season:
      let (year, month) = Self.month(today, 3 * shift)
      return Stretch(.season(month < 3 ? year - 1 : year, month < 3 ? 4 : month / 3))
    case .fortnight, .clock: return nil
    }
  }

  static func week(_ day: Day) -> Stretch {
    let monday = day.advanced(by: 1 - day.weekday)
    return Stretch(.day(monday), .day(monday.advanced(by: 6)))
  }

  private func quarters(from shift: Int, count: Int, _ today: Day) -> Stretch {
    let (year, month) = Self.month(today, shift * 3)
    let first = Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? today
    let last = Self.month(first, count * 3 - 1)
    return Stretch(.month(first.year, first.month), .month(last.0, last.1))
  }

  /// Days and weeks lead to a day; months and years only name a month or a year, and the day is the narrow reading.
  private func away(_ unit: Unit, _ number: Int, _ base: Term?, _ today: Day) -> Stretch? {
    guard abs(number) <= 2000 else { return nil }
    var day = today
    if let base {
      guard let start = stretch(base), let first = (start.narrow ?? start.days)?.lowerBound else {
        return nil
      }
      day = first
    }
    var stretch: Stretch?
    switch unit {
    case .day: return Stretch(.day(day.advanced(by: number)))
    case .week: return Stretch(.day(day.advanced(by: 7 * number)))
    case .month, .quarter:
      let (year, month) = Self.month(day, unit == .month ? number : number * 3)
      stretch = Stretch(.month(year, month))
      stretch?.narrow = Self.sameDay(day, year, month)
    case .year, .decade, .century:
      let years = number * (unit == .year ? 1 : unit == .decade ? 10 : 100)
      guard 1...9000 ~= day.year + years else { return nil }
      stretch = Stretch(.year(day.year + years))
      stretch?.narrow = Self.sameDay(day, day.year + years, day.month)
    case .half, .weekend, .fortnight, .season, .clock: return nil
    }
    return stretch
  }

  private static func sameDay(_ day: Day, _ year: Int, _ month: Int) -> ClosedRange<Day>? {
    Day(year: year, month: month, day: min(day.day, Day.daysInMonth(year: year, month: month))).map {
      $0...$0
    }
  }

  /// The day of the text counts as "on Tuesday"; "last Friday" of Chinese is that of the last week.
  private func weekday(_ weekday: Int, _ shift: Int?, _ today: Day) -> Day {
    // Said of the future, "this Monday" is the next one.
    if shift == 0, isFuture { return today.advanced(by: (weekday - today.weekday + 7) % 7) }
    if let shift { return today.advanced(by: weekday - today.weekday + 7 * shift) }
    let back = (today.weekday - weekday + 7) % 7
    return today.advanced(by: looksAhead && (back > 0 || isFuture) ? 7 - back : -back)
  }

  /// Strictly before or after today.
  private func nearest(_ weekday: Int, _ count: Int, _ today: Day) -> Day {
    let ahead = (weekday - today.weekday + 6) % 7 + 1
    let back = (today.weekday - weekday + 6) % 7 + 1
    return count > 0
      ? today.advanced(by: ahead + 7 * (count - 1)) : today.advanced(by: -back + 7 * (count + 1))
  }

  /// "The last two weeks" end before the present one; days end yesterday.
  private func counted(_ unit: Unit, _ number: Int, _ today: Day) -> Stretch? {
    let (first, last) = number < 0 ? (number, -1) : (1, number)
    guard abs(number) <= 1000, number != 0, let from = self.unit(unit, first, today),
      let to = self.unit(unit, last, today)
    else { return nil }
    var stretch = Stretch(from.from, to.to)
    stretch.narrow = rolling(unit, number, today)
    return stretch
  }

  /// The same counted from the day itself, which the words may mean as well.
  private func rolling(_ unit: Unit, _ number: Int, _ today: Day) -> ClosedRange<Day>? {
    guard let other = Self.moved(today, unit, number) else { return nil }
    return number < 0 ? other...today.advanced(by: -1) : today.advanced(by: 1)...other
  }

  /// The same day so many units later or earlier.
  static func moved(_ day: Day, _ unit: Unit, _ number: Int) -> Day? {
    switch unit {
    case .day: return day.advanced(by: number)
    case .week: return day.advanced(by: 7 * number)
    case .month, .quarter, .year:
      let (year, month) = Self.month(day, number * (unit == .month ? 1 : unit == .quarter ? 3 : 12))
      return sameDay(day, year, month)?.lowerBound
    default: return nil
    }
  }

  private func lasting(_ start: Term, _ number: Int, _ unit: Unit) -> Stretch? {
    guard let first = stretch(start)?.days?.lowerBound, let end = Self.moved(first, unit, number) else {
      return nil
    }
    return Stretch(.day(first), .day(end.advanced(by: -1)))
  }

  // MARK: Ranges

  /// What one end leaves out, the other says: "13 to 14 June", "from June 2018 to 2019".
  func range(_ first: Term, _ second: Term) -> Stretch? {
    var (one, other) = (first.dayFirst, second.dayFirst)
    if case .parts(var left) = one, case .parts(var right) = other {
      if right.month == nil, right.day != nil, right.isOpen {
        (right.month, right.monthShift, right.pick) = (left.month, left.monthShift, left.pick)
      }
      if left.month == nil, left.day != nil, left.isOpen {
        (left.month, left.monthShift) = (right.month, right.monthShift)
      }
      inherit(&left, &right)
      (one, other) = (.parts(left), .parts(right))
    }
    guard let from = stretch(one), let to = stretch(other) else { return nil }
    if let last = to.days?.upperBound, let start = from.days?.lowerBound, last < start {
      return turned(from, other)
    }
    var whole = Stretch(from.from, to.to)
    if from.narrow != nil || to.narrow != nil, let first = from.narrow?.lowerBound ?? from.days?.lowerBound,
      let last = to.narrow?.upperBound ?? to.days?.upperBound, first <= last
    {
      whole.narrow = first...last
    }
    return whole
  }

  private func inherit(_ left: inout Parts, _ right: inout Parts) {
    let isOver = (left.month ?? 0, left.day ?? 0) > (right.month ?? 0, right.day ?? 0) && right.month != nil
    if left.isOpen, right.year != .open {
      left.year = right.year
      if isOver, case .number(let year) = right.year { left.year = .number(year - 1) }
    } else if right.isOpen, left.year != .open {
      right.year = left.year
      if isOver, case .number(let year) = left.year { right.year = .number(year + 1) }
    }
  }

  /// The end of an open range that seems to lie before its start: "from Tuesday to Friday", "November to March".
  private func turned(_ from: Stretch, _ other: Term) -> Stretch? {
    guard let start = from.days?.lowerBound else { return nil }
    var ahead = self
    ahead.today = start
    ahead.looksAhead = true
    guard let to = ahead.stretch(other), let last = to.days?.upperBound, last >= start else { return nil }
    return Stretch(from.from, to.to)
  }
}
