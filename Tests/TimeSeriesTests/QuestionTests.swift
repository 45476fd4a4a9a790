import Calendar
import Records
import Testing
import TimeSeries

@Suite struct QuestionTests {
  private let day = Day("2021-07-15")!

  @Test func `bounds become the first and the last day of their periods`() throws {
    let question = try Question(
      by: .mechanism, per: .quarter, from: EDTF("2019-05"), to: EDTF("2019"), asOf: day)
    #expect(question.first == Day("2019-04-01"))
    #expect(question.last == Day("2019-12-31"))
  }

  @Test func `an open bound is refused with a sentence`() throws {
    let error = try #require(throws: QuestionError.self) {
      try Question(by: .mechanism, per: .year, from: EDTF("../2019"), asOf: day)
    }
    #expect(error.sentence == "--from ../2019 names no day within the years 0000 to 9999.")
  }

  @Test func `a range that ends before it begins is refused`() throws {
    #expect(throws: QuestionError.self) {
      try Question(by: .mechanism, per: .year, from: EDTF("2020"), to: EDTF("2019"), asOf: day)
    }
  }

  @Test func `more periods than can be read are refused before they are built`() throws {
    let question = try Question(by: .mechanism, per: .month, from: EDTF("0001"), to: EDTF("2019"), asOf: day)
    let error = try #require(throws: QuestionError.self) {
      try SeriesTable.read(question, from: Collection().connection)
    }
    #expect(error.description.contains("24228 months"))
  }

  @Test func `only open dimensions take a limit`() throws {
    #expect(try Question(by: .sector, per: .year, asOf: day).limit == nil)
    #expect(try Question(by: .pair, per: .year, asOf: day).limit == 20)
    #expect(try Question(by: .sector, per: .year, asOf: day).by(.actor).limit == 20)
  }
}
