import Testing

@testable import Calendar

@Suite("A day") struct DayTests {
  @Test(
    "has the number that other calendars give it",
    arguments: [
      ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2000-03-01", 11_017, 3),
      ("2026-11-24", 20_781, 2), ("1600-01-01", -135_140, 6), ("0000-01-01", -719_528, 6),
      ("0000-03-01", -719_468, 3), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
  func number(iso: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(iso))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == iso)
    #expect(Day(number: number) == day)
  }

  @Test("follows the day before it, through four centuries and the year 0")
  func succession() throws {
    for start in [Day(year: -4, month: 1, day: 1), Day(year: 1800, month: 1, day: 1)] {
      var day = try #require(start)
      for _ in 0..<146_097 {
        let next = day.advanced(by: 1)
        let isSameMonth = next.month == day.month && next.year == day.year && next.day == day.day + 1
        let isNewMonth = next.day == 1 && day.day == Day.daysInMonth(year: day.year, month: day.month)
        #expect(isSameMonth || isNewMonth)
        #expect(next.weekday == day.weekday % 7 + 1)
        #expect(Day(year: next.year, month: next.month, day: next.day) == next)
        day = next
      }
      #expect(start?.distance(to: day) == 146_097)
    }
  }

  @Test("exists on 29 February in leap years only")
  func leapYears() {
    for year in [2024, 2000, 1600, 0, -4, -400] { #expect(Day(year: year, month: 2, day: 29) != nil) }
    for year in [2023, 1900, 2100, -1, -100] { #expect(Day(year: year, month: 2, day: 29) == nil) }
  }

  @Test(
    "is refused when the calendar has no such date",
    arguments: [(2023, 2, 30), (2023, 4, 31), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0), (2023, 1, 32)])
  func unreal(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("is refused in a year that cannot be computed with")
  func farYears() {
    for year in [Int.min, Int.max, 10_000_000_000, -10_000_000_000] {
      #expect(Day(year: year, month: 1, day: 1) == nil)
    }
  }

  @Test(
    "is read from ten ASCII characters and nothing else",
    arguments: [
      "", "2019", "2019-06", "2019-6-5", "2019-06-05 ", " 2019-06-05", "2019/06/05", "20190605", "+019-06-05",
      "2019-06-0５", "２０１９-06-05", "2019-06-05Z", "-019-06-05", "2019-06-XX", "2023-02-30", "2019–06–05",
    ])
  func strictText(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("before the year 0 or after 9999 has a text that shows it")
  func farText() {
    #expect(Day(year: -9, month: 3, day: 1)?.description == "-0009-03-01")
    #expect(Day(year: 17_000, month: 3, day: 1)?.description == "Y17000-03-01")
  }

  @Test("never overflows")
  func limits() {
    let (first, last) = (Day(number: .min), Day(number: .max))
    #expect(first.year == -9_999_999_999 && first.month == 1 && first.day == 1)
    #expect(last.year == 9_999_999_999 && last.month == 12 && last.day == 31)
    #expect(last.advanced(by: .max) == last && first.advanced(by: .min) == first)
    #expect(last.advanced(by: 1) == last && first.advanced(by: -1) == first)
    #expect(first < last && first.distance(to: last) > 0)
    for period in PeriodKind.allCases.map({ Period(containing: last, kind: $0) }) {
      #expect(period.last == last && period.next.last == last)
    }
  }
}
