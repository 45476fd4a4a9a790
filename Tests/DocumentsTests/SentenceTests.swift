import Calendar
import Documents
import Testing

@Suite("Sentences and dates")
struct SentenceTests {
  @Test(
    "Stops inside names, initials and numbers end no sentence",
    arguments: [
      ("Mr. Li met Dr. Ivanov. They spoke.", 2), ("It cost $2.5 billion. Then it fell.", 2),
      ("Директор И. И. Иванов выступил. Все ушли.", 2),
      ("В 2019 г. Москва и Пекин договорились. Это важно.", 2), ("МГУ им. Ломоносова открыт.", 1),
      ("He said: “It works.” She left.", 2),
      ("中方表示：“会合作。”俄方同意了。会议结束！", 3), ("The U.S. Navy sailed. It came back.", 2),
      ("Acme Co. Ltd. signed. The end.", 2),
      ("Really? Yes! Good…", 3), ("Сумма 1 млрд руб. Это много.", 2), ("Сумма 1 млрд руб. и это много.", 1),
      ("Version 2.0 is out", 1),
    ])
  func sentences(text: String, count: Int) throws {
    #expect(try read("# T\n\n\(text)").texts(.sentence).count == count)
  }

  @Test("Lines of one paragraph belong together; indented ones and items of a list do not")
  func paragraphs() throws {
    #expect(
      try read("# T\n\nOne line\nand its rest.\n\nTwo.").texts(.paragraph) == [
        "One line\nand its rest.", "Two.",
      ])
    #expect(try read("# T\n\n　　第一段。\n　　第二段。").texts(.paragraph) == ["第一段。", "第二段。"])
    #expect(try read("# T\n\n- one\n- two").texts(.paragraph).count == 2)
  }

  @Test("Where blanks begin each paragraph a line without them goes on, whatever it begins with")
  func indents() throws {
    let text = """
      # T

       The two sides met.
       They signed an agreement of the
      Ministry of
      Trade. Nobody
      Objected.
       Then they left for
      38 cities.
       The end.
      """
    #expect(
      try read(text).texts(.paragraph) == [
        "The two sides met.", "They signed an agreement of the\nMinistry of\nTrade. Nobody\nObjected.",
        "Then they left for\n38 cities.", "The end.",
      ])
  }

  @Test(
    "Dates in running text",
    arguments: [
      ("on June 5, 2019 in", "2019-06-05"), ("5 June 2019", "2019-06-05"), ("5 июня 2019 года", "2019-06-05"),
      ("в ноябре 2018 года", "2018-11"),
      ("2021年7月7日", "2021-07-07"), ("2020年9月", "2020-09"), ("2015年", "2015"), ("in 2014", "2014"),
      ("1995 году", "1995"),
      ("From October 14 to 17, 2021", "2021-10-14/2021-10-17"), ("13-14 июня 2019", "2019-06-13/2019-06-14"),
      ("29-Sep-2017", "2017-09-29"),
      ("27/09/2022", "2022-09-27"), ("2019-06-05", "2019-06-05"), ("08.05.2025", "2025-05-08"),
      ("in November", "2021-11"), ("March 9", "2022-03-09"),
      ("5月6日", "2022-05-06"), ("24日", "2022-03-24"),
    ])
  func dates(text: String, date: String) throws {
    let bytes = Array(text.utf8)
    let found = DateGrammar.dates(in: bytes, 0..<bytes.count)
    #expect(found.count == 1)
    #expect(found.first?.resolved(near: .init(year: 2022, month: 4, day: 12))?.description == date)
  }

  @Test(
    "What only looks like a date is none",
    arguments: ["you may go", "3个月", "version 1.2.3", "2019 people", "10-12 tonnes"])
  func noDates(text: String) {
    let bytes = Array(text.utf8)
    #expect(DateGrammar.dates(in: bytes, 0..<bytes.count).isEmpty)
  }
}
