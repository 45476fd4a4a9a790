internal import Calendar

/// Knows from which day a text counts, and so which days its words mean.
struct Resolver {
  /// The day of the text; without it only dates with their year are known.
  var today: Day?
  /// The year of the last date before, for "the same year".
  var lastYear: Int?
  /// Whether the words look ahead: of two days the later one is meant.
  var looksAhead = false

  func stretch(_ term: Term) -> Stretch? {
    switch term {
    case .parts(let parts): return parts.year == .open ? open(parts) : full(parts)
    case .undecided(let dayFirst, let monthFirst):
      return onItsWeekday(dayFirst, monthFirst) ?? stretch(.parts(dayFirst.withoutWeekday))
    case .range(let first, let second): return range(first, second)
    case .decade(let year): return Stretch(.decade(year))
    case .century(let year): return Stretch(.century(year))
    case .quarter(let number, let year):
      return self.year(year, for: .quarter(number)).map {
        Stretch(.month($0, number * 3 - 2), .month($0, number * 3))
      }
    case .half(let number, let year):
      return self.year(year, for: .half(number)).map {
        Stretch(.month($0, number * 6 - 5), .month($0, number * 6))
      }
    case .season(let number, let year): return season(number, year)
    case .part(let part, let whole): return self.part(part, of: whole)
    case .nth(let number, let what, let whole): return nth(number, what, of: whole)
    case .firstUnits(let number, let unit, let whole): return firstUnits(number, unit, of: whole)
    case .weekOf(let term): return stretch(term)?.days.map { Self.week($0.lowerBound) }
    default: return today.flatMap { relative(term, to: $0) }
    }
  }

  // MARK: Years

  private enum Within { case quarter(Int), half(Int) }

  func year(_ year: Parts.Year) -> Int? {
    switch year {
    case .number(let year): year
    case .shift(let shift): today.map { $0.year + shift }
    case .same: lastYear
    case .open: nil
    }
  }

  /// The year of a quarter or half; an open one is that of the latest that has begun, or of the next to come.
  private func year(_ year: Parts.Year, for part: Within) -> Int? {
    guard year == .open else { return self.year(year) }
    guard let today else { return nil }
    let month =
      switch part {
      case .quarter(let number): number * 3 - 2
      case .half(let number): number * 6 - 5
      }
    if looksAhead {
      let last =
        switch part {
        case .quarter: month + 2
        case .half: month + 5
        }
      return last >= today.month ? today.year : today.year + 1
    }
    return month <= today.month ? today.year : today.year - 1
  }

  /// A season is over or running, unless the words look ahead; the winter of January began in the year before.
  private func season(_ number: Int, _ year: Parts.Year) -> Stretch? {
    if let year = self.year(year), !isCurrent(year, number) { return Stretch(.season(year, number)) }
    guard let today else { return nil }
    let years = [today.year - 1, today.year, today.year + 1]
    let shifted: Bool = if case .shift = year { true } else { false }
    if shifted || !looksAhead {
      let last = years.last { Stretch.Piece.season($0, number).days.map { $0.lowerBound <= today } ?? false }
      if case .shift(0) = year {
        return running(number, years, today) ?? Stretch(.season(today.year, number))
      }
      return last.map { Stretch(.season($0, number)) }
    }
    return years.first { Stretch.Piece.season($0, number).days.map { $0.upperBound >= today } ?? false }
      .map { Stretch(.season($0, number)) }
  }

  /// True for "this winter" said in January or February: its year is the one before.
  private func isCurrent(_ year: Int, _ number: Int) -> Bool {
    guard let today else { return false }
    return number == 4 && today.month <= 2 && year == today.year
  }

  private func running(_ number: Int, _ years: [Int], _ today: Day) -> Stretch? {
    years.first { Stretch.Piece.season($0, number).days?.contains(today) ?? false }.map {
      Stretch(.season($0, number))
    }
  }

  // MARK: Dates

  private func full(_ parts: Parts) -> Stretch? {
    guard let year = year(parts.year) else { return nil }
    return Self.stretch(year, parts.month, parts.day)
  }

  static func stretch(_ year: Int, _ month: Int?, _ day: Int?) -> Stretch? {
    guard let month else { return day == nil ? Stretch(.year(year)) : nil }
    guard let day else { return Stretch(.month(year, month)) }
    return Day(year: year, month: month, day: day).map { Stretch(.day($0)) }
  }

  private func open(_ parts: Parts) -> Stretch? {
    guard let today else { return nil }
    if let shift = parts.monthShift {
      let (year, month) = Self.month(today, shift)
      return Self.stretch(year, month, parts.day)
    }
    if let weekday = parts.weekday, let day = parts.day, let date = matching(weekday, parts.month, day, today)
    {
      return Stretch(.day(date))
    }
    guard let month = parts.month else { return parts.day.flatMap { bareDay($0, today) } }
    if let pick = parts.pick { return Self.stretch(picked(month, pick, today), month, parts.day) }
    return parts.day == nil ? latestMonth(month, today) : monthAndDay(month, parts.day ?? 1, today)
  }

  static func month(_ today: Day, _ shift: Int) -> (Int, Int) {
    let months = today.year * 12 + today.month - 1 + shift
    return (months / 12, months % 12 + 1)
  }

  /// "last July" is the latest that was over, "next July" the first to come.
  private func picked(_ month: Int, _ pick: Int, _ today: Day) -> Int {
    switch pick {
    case ..<0: month < today.month ? today.year + pick + 1 : today.year + pick
    case 0: today.year
    default: month > today.month ? today.year + pick - 1 : today.year + pick
    }
  }

  /// The nearest day of the number, and of the month if it is named, that falls on the weekday.
  private func matching(_ weekday: Int, _ month: Int?, _ day: Int, _ today: Day) -> Day? {
    let shifts = month == nil ? 14 : 24
    var (past, next): (Day?, Day?) = (nil, nil)
    for shift in -shifts...shifts {
      let (year, number) = Self.month(today, shift)
      guard month == nil || number == month, let date = Day(year: year, month: number, day: day),
        date.weekday == weekday
      else { continue }
      if date <= today { past = date } else if next == nil { next = date }
    }
    guard let past, let next else { return past ?? next }
    let isNear =
      today.distance(to: next) <= Self.announced && past.distance(to: today) > today.distance(to: next)
    return looksAhead || isNear && !isPast ? next : past
  }

  /// "Friday 7/6": of the two readings the one that falls on the weekday, of the nearest years.
  private func onItsWeekday(_ dayFirst: Parts, _ monthFirst: Parts) -> Stretch? {
    guard let today, let weekday = dayFirst.weekday else { return nil }
    let days = [dayFirst, monthFirst].flatMap { parts in
      (today.year - 1...today.year + 1).compactMap { year in
        Day(year: year, month: parts.month ?? 0, day: parts.day ?? 0)
      }
    }
    return days.filter { $0.weekday == weekday }.min {
      abs(today.distance(to: $0)) < abs(today.distance(to: $1))
    }.map { Stretch(.day($0)) }
  }

  /// "24日": this month's where it has come, else that of a month before that has such a day.
  private func bareDay(_ day: Int, _ today: Day) -> Stretch? {
    let shifts = looksAhead ? Array(0...2) : [0, -1, -2]
    for shift in shifts {
      let (year, month) = Self.month(today, shift)
      guard let date = Day(year: year, month: month, day: day), looksAhead ? date >= today : date <= today
      else { continue }
      return Stretch(.day(date))
    }
    return nil
  }

  private func latestMonth(_ month: Int, _ today: Day) -> Stretch {
    if looksAhead { return Stretch(.month(month >= today.month ? today.year : today.year + 1, month)) }
    return Stretch(.month(month <= today.month ? today.year : today.year - 1, month))
  }

  /// Days that a text names without a year and that lie no further ahead than this are announced, not remembered.
  private static let announced = 45

  private func monthAndDay(_ month: Int, _ day: Int, _ today: Day) -> Stretch? {
    var (past, next): (Day?, Day?) = (nil, nil)
    // Eight years always hold a 29 February.
    let reach = month == 2 && day == 29 ? 8 : 1
    let now = today.year
    for year in (now - reach)...(now + reach) {
      guard let date = Day(year: year, month: month, day: day) else { continue }
      if date <= today { past = date } else if next == nil { next = date }
    }
    guard let past, let next else { return nil }
    if past == today { return Stretch(.day(today)) }
    let isNear = today.distance(to: next) <= Self.announced && past.distance(to: today) > Self.announced
    return Stretch(.day(looksAhead || isNear && !isPast ? next : past))
  }

  /// Said by the caller: what has not come yet is not meant, or what is today.
  var isPast = false
  var isFuture = false
}
