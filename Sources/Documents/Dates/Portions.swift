internal import Calendar

// Beginnings, middles and ends; the first Tuesday of a month.
extension Resolver {
  /// The whole is what is written down; which days of it are meant is the narrow reading: ten days of a month, a
  /// quarter of a year, three days of a week.
  func part(_ part: Int, of whole: Term) -> Stretch? {
    guard var stretch = stretch(whole), let days = stretch.days else { return nil }
    if part > 3 {
      stretch.narrow = half(part, of: days)
      return stretch
    }
    switch stretch.from {
    case .month(let year, let month) where stretch.from == stretch.to:
      let last = Day.daysInMonth(year: year, month: month)
      let bounds = [(1, 10), (11, 20), (21, last)][part - 1]
      if let first = Day(year: year, month: month, day: bounds.0),
        let end = Day(year: year, month: month, day: bounds.1)
      {
        stretch.narrow = first...end
      }
    case .year(let year) where stretch.from == stretch.to:
      let months = [(1, 3), (5, 8), (9, 12)][part - 1]
      stretch.narrow = Stretch(.month(year, months.0), .month(year, months.1)).days
    case .day where days.lowerBound.distance(to: days.upperBound) == 6:
      let bounds = [(0, 2), (2, 4), (4, 6)][part - 1]
      stretch.narrow = days.lowerBound.advanced(by: bounds.0)...days.lowerBound.advanced(by: bounds.1)
    default: break
    }
    return stretch
  }

  /// 4 and 5: the half of a week, month or year that is earlier or later, and before or from today on; 6 and 7: the
  /// halves of a month.
  private func half(_ part: Int, of days: ClosedRange<Day>) -> ClosedRange<Day>? {
    let length = days.lowerBound.distance(to: days.upperBound) + 1
    let middle =
      length > 31
      ? Day(year: days.lowerBound.year, month: 7, day: 1) : days.lowerBound.advanced(by: length > 7 ? 15 : 3)
    guard let middle, let today else { return nil }
    switch part {
    case 4, 6:
      let last = min(middle, part == 4 ? today : middle).advanced(by: -1)
      return days.lowerBound <= last ? days.lowerBound...last : nil
    default:
      let first = max(middle, part == 5 ? today : middle)
      return first <= days.upperBound ? first...days.upperBound : nil
    }
  }

  func nth(_ number: Int, _ what: Term.Ordered, of whole: Term) -> Stretch? {
    guard let days = stretch(whole)?.days, number != 0, abs(number) <= 366 else { return nil }
    switch what {
    case .weekday(let weekday):
      let day: Day
      if number > 0 {
        let first = days.lowerBound.advanced(by: (weekday - days.lowerBound.weekday + 7) % 7)
        day = first.advanced(by: 7 * (number - 1))
      } else {
        let last = days.upperBound.advanced(by: -((days.upperBound.weekday - weekday + 7) % 7))
        day = last.advanced(by: 7 * (number + 1))
      }
      return days.contains(day) ? Stretch(.day(day)) : nil
    case .unit(.day):
      let day =
        number > 0 ? days.lowerBound.advanced(by: number - 1) : days.upperBound.advanced(by: number + 1)
      return days.contains(day) ? Stretch(.day(day)) : nil
    case .unit(.week): return week(number, days)
    case .unit(.month):
      let (year, month) = Self.month(days.lowerBound, number > 0 ? number - 1 : 12 + number)
      guard 1...12 ~= abs(number) else { return nil }
      return Stretch(.month(year, month))
    case .unit: return nil
    }
  }

  /// The first or last so many days, weeks, months or quarters of it.
  func firstUnits(_ number: Int, _ unit: Unit, of whole: Term) -> Stretch? {
    guard let days = stretch(whole)?.days, number != 0, abs(number) <= 366 else { return nil }
    switch unit {
    case .day:
      let stretch =
        number > 0
        ? Stretch(.day(days.lowerBound), .day(days.lowerBound.advanced(by: number - 1)))
        : Stretch(.day(days.upperBound.advanced(by: number + 1)), .day(days.upperBound))
      return stretch
    case .week:
      guard let first = week(number > 0 ? 1 : number, days), let last = week(number > 0 ? number : -1, days)
      else { return nil }
      return Stretch(first.from, last.to)
    case .month, .quarter:
      let months = unit == .month ? abs(number) : abs(number) * 3
      guard months <= 12 else { return nil }
      let first =
        number > 0 ? (days.lowerBound.year, days.lowerBound.month) : Self.month(days.upperBound, 1 - months)
      let last =
        number > 0 ? Self.month(days.lowerBound, months - 1) : (days.upperBound.year, days.upperBound.month)
      return Stretch(.month(first.0, first.1), .month(last.0, last.1))
    case .year:
      let years = abs(number) - 1
      let (first, last) = (days.lowerBound.year, days.upperBound.year)
      return number > 0
        ? Stretch(.year(first), .year(first + years)) : Stretch(.year(last - years), .year(last))
    default: return nil
    }
  }

  /// The first week is the one that holds the first Thursday, as ISO 8601 counts.
  private func week(_ number: Int, _ days: ClosedRange<Day>) -> Stretch? {
    let thursday: Day
    if number > 0 {
      thursday = days.lowerBound.advanced(by: (11 - days.lowerBound.weekday) % 7 + 7 * (number - 1))
    } else {
      thursday = days.upperBound.advanced(by: -((days.upperBound.weekday + 3) % 7) + 7 * (number + 1))
    }
    return days.contains(thursday) ? Self.week(thursday) : nil
  }
}
