import Candidates
import Documents
import Testing

@Suite("What a text names")
struct MentionTests {
  func mentions(_ kind: Mention.Kind, _ body: String) throws -> [String] {
    let stored = try text(body)
    return try Mentions.find(in: stored, Rules.book()).filter { $0.kind == kind }.map {
      "\($0.code ?? "-") \(stored.text($0.span))"
    }
  }

  @Test("The technologies and key areas of a survey are found with their words")
  func survey() throws {
    let body = """
      China and Russia work together in 5G, robotics, biotechnology, new media and the digital economy, from chips to operating systems.
      The five areas are dialogues and exchanges; science and technology parks; academic cooperation; joint investment funds; and joint competitions.
      """
    #expect(
      try mentions(.sector, body) == [
        "5g 5G", "robotics robotics", "biotech biotechnology", "media new media",
        "digital-economy digital economy",
        "semiconductors chips", "software operating systems",
      ])
    #expect(
      try mentions(.area, body).map { String($0.prefix { $0 != " " }) } == [
        "dialogue", "park", "academic", "fund", "competition",
      ])
  }

  @Test(
    "Sums of money, with scale and currency",
    arguments: [
      ("a fund of $1 billion", "1000000000 USD $1 billion"), ("US$200 mn in all", "200000000 USD US$200 mn"),
      ("worth 68 billion yuan", "68000000000 CNY 68 billion yuan"),
      ("13.8 billion yuan", "13800000000 CNY 13.8 billion yuan"),
      ("the sum is 1,250,000 dollars", "1250000 USD 1,250,000 dollars"), ("投入10亿美元", "1000000000 USD 10亿美元"),
      ("a $200 million venture fund", "200000000 USD $200 million"),
      ("up to 150 million rubles", "150000000 RUB 150 million rubles"),
    ])
  func amounts(text: String, expected: String) throws {
    #expect(try mentions(.amount, text + ".") == [expected])
  }

  @Test(
    "Russian sums too",
    arguments: [
      ("1 млрд долларов", "1000000000 USD"), ("1,5 млрд рублей", "1500000000 RUB"),
      ("2 000 000 руб", "2000000 RUB"),
    ])
  func russianAmounts(text: String, expected: String) throws {
    #expect(try mentions(.amount, "Фонд на \(text) создан.") == ["\(expected) \(text)"])
  }

  @Test(
    "What is counted but is no money is no sum",
    arguments: ["6000 doses", "42 companies", "5G in 2019", "the 24th meeting"])
  func noAmounts(text: String) throws {
    #expect(try mentions(.amount, text + ".").isEmpty)
  }

  @Test(
    "Relative dates count from the day of publication",
    arguments: [
      ("It met on Tuesday.", "2019-06-11"), ("It met last Friday.", "2019-06-07"),
      ("It met yesterday.", "2019-06-10"), ("It met last July.", "2018-07"),
      ("It met on June 5 last year.", "2018-06-05"), ("双方昨日会晤。", "2019-06-10"), ("双方今年3月9日会晤。", "2019-03-09"),
      ("Они встретились в среду.", "2019-06-05"),
    ])
  func relativeDates(text: String, date: String) throws {
    #expect(try mentions(.date, text).map { String($0.prefix { $0 != " " }) } == [date])
  }

  @Test("A year said by another date of the text")
  func sameYear() throws {
    let body = "Стороны встретились 8 июня 2018 года. В ноябре того же года Росатом подписал контракт."
    #expect(try mentions(.date, body).last == "2018-11 ноябре того же года")
  }
}
