import Testing

@testable import Calendar

@Suite("An EDTF date") struct EDTFTests {
  struct Example: Sendable {
    let text: String
    let earliest: String?
    let latest: String?
    let precision: EDTF.Precision

    init(_ text: String, _ earliest: String?, _ latest: String?, _ precision: EDTF.Precision) {
      (self.text, self.earliest, self.latest, self.precision) = (text, earliest, latest, precision)
    }
  }

  static let examples: [Example] = [
    Example("2024-05-16", "2024-05-16", "2024-05-16", .day),
    Example("2024-05", "2024-05-01", "2024-05-31", .month),
    Example("2024-02", "2024-02-01", "2024-02-29", .month),
    Example("2024", "2024-01-01", "2024-12-31", .year),
    Example("0000", "0000-01-01", "0000-12-31", .year),
    Example("2024-05-16T09:30:00", "2024-05-16", "2024-05-16", .day),
    Example("2024-05-16T09:30:00Z", "2024-05-16", "2024-05-16", .day),
    Example("2024-05-16T01:30:00+08:00", "2024-05-16", "2024-05-16", .day),
    Example("2024-05-16T23:30:00-03", "2024-05-16", "2024-05-16", .day),
    Example("2024-05/2024-07", "2024-05-01", "2024-07-31", .interval),
    Example("2024/2024-02", "2024-01-01", "2024-02-29", .interval),
    Example("2019/2019", "2019-01-01", "2019-12-31", .interval),
    Example("2019-06-15/2019-06", "2019-06-15", "2019-06-30", .interval),
    Example("2019-21/2019-22", "2019-03-01", "2019-08-31", .interval),
    Example("2024-05?", "2024-05-01", "2024-05-31", .month),
    Example("2024-05-16~", "2024-05-16", "2024-05-16", .day),
    Example("2024%", "2024-01-01", "2024-12-31", .year),
    Example("202X", "2020-01-01", "2029-12-31", .decade),
    Example("20XX", "2000-01-01", "2099-12-31", .century),
    Example("20XX~", "2000-01-01", "2099-12-31", .century),
    Example("2024-XX", "2024-01-01", "2024-12-31", .year),
    Example("2024-02-XX", "2024-02-01", "2024-02-29", .month),
    Example("2024-XX-XX", "2024-01-01", "2024-12-31", .year),
    Example("2024-05/..", "2024-05-01", nil, .interval),
    Example("../2024-05", nil, "2024-05-31", .interval),
    Example("2024-05/", "2024-05-01", nil, .interval),
    Example("/2024-05", nil, "2024-05-31", .interval),
    Example("2019-21", "2019-03-01", "2019-05-31", .season),
    Example("2019-22?", "2019-06-01", "2019-08-31", .season),
    Example("2019-23", "2019-09-01", "2019-11-30", .season),
    Example("2019-24", "2019-12-01", "2020-02-29", .season),
    Example("Y17000", "Y17000-01-01", "Y17000-12-31", .year),
    Example("Y-17000", "Y-17000-01-01", "Y-17000-12-31", .year),
    Example("-0009", "-0009-01-01", "-0009-12-31", .year),
    Example("-0009-02-28", "-0009-02-28", "-0009-02-28", .day),
    Example("-01XX", "-0199-01-01", "-0100-12-31", .century),
    Example("-2005/-1999-02", "-2005-01-01", "-1999-02-28", .interval),
    Example("9999-24", "9999-12-01", "Y10000-02-29", .season),
  ]

  @Test("has the bounds its text allows and prints back unchanged", arguments: examples)
  func bounds(example: Example) throws {
    let date = try EDTF(example.text)
    #expect(date.description == example.text)
    #expect(date.earliest?.description == example.earliest)
    #expect(date.latest?.description == example.latest)
    #expect(date.precision == example.precision)
  }

  @Test(
    "keeps its qualifier, and an interval those of both ends",
    arguments: [
      ("2019", nil), ("2019?", .uncertain), ("2019-06~", .approximate), ("2019-06-05%", .both),
      ("2019~/2020", .approximate), ("2019/2020~", .approximate), ("2019~/2020~", .approximate),
      ("2019?/2020~", .both), ("../2020?", .uncertain),
    ] as [(String, EDTF.Qualifier?)])
  func qualifiers(text: String, qualifier: EDTF.Qualifier?) throws {
    #expect(try EDTF(text).qualifier == qualifier)
  }

  @Test("tells an end that is open from one that is unknown")
  func ends() throws {
    #expect(try EDTF("2024-05/..").end == .open)
    #expect(try EDTF("2024-05/").end == .unknown)
    #expect(try EDTF("../2024-05").start == .open)
    #expect(try EDTF("/2024-05").start == .unknown)
    #expect(try EDTF("2024-05").start == .dated && EDTF("2024-05").end == .dated)
  }

  @Test("is written for every day from 1800 to 2199 and read back")
  func everyDay() throws {
    var day = try #require(Day("1800-01-01"))
    let last = try #require(Day("2199-12-31"))
    while day <= last {
      let date = try EDTF(day.description)
      #expect(date.earliest == day && date.latest == day && date.precision == .day)
      #expect(date == EDTF.day(day) && Day(day.description) == day)
      day = day.advanced(by: 1)
    }
  }

  @Test("of a day in a far year still reads back")
  func farDays() throws {
    for year in [-99_999, -9_999, -1, 0, 9_999, 10_000] {
      let date = EDTF.day(try #require(Day(year: year, month: 6, day: 5)))
      #expect(try EDTF(date.description) == date)
      #expect(date.earliest?.year == year)
    }
  }
}
