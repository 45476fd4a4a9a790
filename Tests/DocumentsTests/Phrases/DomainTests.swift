import Calendar
import Documents
import Testing

@Suite("Dates of our field")
struct DomainTests {
  let today = Day(year: 2019, month: 6, day: 11)

  func dates(_ text: String, lastYear: Int? = nil) -> [String] {
    Dates.all(in: Lexemes(text), published: today, lastYear: lastYear).map {
      "\($0.date)\($0.bound.map { " \($0.rawValue)" } ?? "")"
    }
  }

  @Test(
    "Every written form and every relative one has its date",
    arguments: [DomainPhrases.english, DomainPhrases.russian, DomainPhrases.chinese])
  func phrases(_ phrases: [(String, String)]) {
    for (text, date) in phrases { #expect(dates(text) == [date], "\(text)") }
  }

  @Test("What only looks like a date is none", arguments: DomainPhrases.none)
  func noDates(text: String) { #expect(dates(text).isEmpty) }

  @Test("The same year is that of the date before")
  func sameYear() {
    #expect(dates("В ноябре того же года", lastYear: 2018) == ["2018-11"])
    #expect(dates("8 июня 2018 года, а в ноябре того же года") == ["2018-06-08", "2018-11"])
    #expect(dates("in March of that year", lastYear: 2017) == ["2017-03"])
    #expect(dates("同年5月", lastYear: 2016) == ["2016-05"])
    #expect(dates("того же года").isEmpty)
  }

  @Test("Figures that nobody can tell apart keep both readings")
  func undecided() throws {
    let found = try #require(Dates.all(in: Lexemes("on 07/11/2018"), published: today).first)
    #expect(found.date.description == "2018-11-07")
    #expect(found.alternatives.map(\.description) == ["2018-07-11"])
    let written = try #require(DateGrammar.dates(in: Array("07/11/2018".utf8), 0..<10).first)
    #expect(written.other?.month == 7 && written.other?.day == 11)
    #expect(written.resolved(near: today) == nil)
    #expect(written.resolved(near: Day(year: 2018, month: 11, day: 20))?.description == "2018-11-07")
  }

  @Test("Spans are the date's own bytes, without the words that lead it")
  func spans() {
    let text = "Стороны встретились в четверг, 6 июня, а в конце 2018 года подписали договор"
    let bytes = Array(text.utf8)
    let spans = Dates.all(in: Lexemes(text), published: today).map {
      String(decoding: bytes[$0.span], as: UTF8.self)
    }
    #expect(spans == ["четверг, 6 июня", "конце 2018 года"])
  }

  @Test("Without a day to count from only dates with their year are found")
  func noReference() {
    let found = Dates.all(in: Lexemes("yesterday, on June 5, last year and in June 2018"), published: nil)
    #expect(found.map(\.date.description) == ["2018-06"])
  }

  @Test("What is said more narrowly than EDTF can write is kept beside it")
  func narrow() throws {
    let found = try #require(Dates.all(in: Lexemes("in late July 2018"), published: today).first)
    let days = try #require(found.days)
    #expect("\(days.lowerBound)/\(days.upperBound)" == "2018-07-21/2018-07-31")
  }
}
