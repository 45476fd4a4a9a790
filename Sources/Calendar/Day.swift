/// One day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// All arithmetic is on whole numbers, so a day has no time zone and no formatter can shift it.
/// Days reach from the year -9,999,999,999 to 9,999,999,999; what lies beyond is moved to the nearer end.
public struct Day: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, which is 0.
  public let number: Int

  /// The last year a day can be in; the first is its negative.
  static let lastYear = 9_999_999_999

  private static let lowestNumber = Day.daysSince1970(year: -lastYear, month: 1, day: 1)
  private static let highestNumber = Day.daysSince1970(year: lastYear, month: 12, day: 31)

  /// The day that lies `number` days after 1970-01-01.
  public init(number: Int) {
    self.number = min(max(number, Self.lowestNumber), Self.highestNumber)
  }

  /// The day with this date, or nil when the calendar has no such day.
  ///
  /// The year before the year 1 is 0, the one before that -1.
  public init?(year: Int, month: Int, day: Int) {
    guard abs(year.clamped(to: Self.lastYear + 1)) <= Self.lastYear, (1...12).contains(month),
      day >= 1, day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The day with a date that is known to exist; the year may be one past the end, and is then moved back.
  init(validYear year: Int, month: Int, day: Int) {
    self.init(number: Self.daysSince1970(year: year, month: month, day: day))
  }

  /// The year; 0 is the one before the year 1.
  public var year: Int { civil.year }

  /// The month, 1 to 12.
  public var month: Int { civil.month }

  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    (number.flooredRemainder(7) + 3) % 7 + 1
  }

  /// Whether the year has a 29 February.
  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days the month has; 0 when `month` is not within 1 to 12.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1, 3, 5, 7, 8, 10, 12: 31
    default: 0
    }
  }

  /// The day `days` later, or earlier when negative.
  public func advanced(by days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return Day(number: overflow ? (days > 0 ? Int.max : Int.min) : sum)
  }

  /// How many days `other` lies after this day; negative when it lies before.
  public func distance(to other: Day) -> Int { other.number - number }

  /// Whether the left day is before the right one.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

// Both directions of the calendar count 400-year cycles of 146,097 days from 1 March of the year 0: a year that
// starts in March has its leap day last, so no month before it depends on it.
// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.
extension Day {
  private static let daysPerCycle = 146_097
  /// From 0000-03-01 to 1970-01-01: four whole cycles, and this many days of the fifth.
  private static let daysIntoFifthCycle = 135_080

  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let cycle = marchYear.flooredQuotient(400)
    let yearOfCycle = marchYear.flooredRemainder(400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return (cycle - 4) * daysPerCycle + dayOfCycle - daysIntoFifthCycle
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + Self.daysIntoFifthCycle
    let cycle = shifted.flooredQuotient(Self.daysPerCycle) + 4
    let dayOfCycle = shifted.flooredRemainder(Self.daysPerCycle)
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
