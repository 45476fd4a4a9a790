import Calendar
import Documents
import Testing

@Suite("Reading a text")
struct ReadTests {
  @Test("The head of a web page: title with a stray stop, byline, categories")
  func pageHeader() throws {
    let document = try read(
      """


      A New Partnership Emerges As U.S. Tensions Mount .

      October 29, 2019 **Ann Author, Bob Writer** *Some Outlet*

      Related Categories: Science and Technology; China

      The two countries work together. They imposed nothing on the U.S.. Over the years it grew.
      """)
    #expect(document.title == "A New Partnership Emerges As U.S. Tensions Mount")
    #expect(document.published?.description == "2019-10-29")
    #expect(document.authors == ["Ann Author", "Bob Writer"])
    #expect(document.outlet == "Some Outlet")
    #expect(document.categories == ["Science and Technology", "China"])
    #expect(document.language == "en")
    #expect(document.texts(.paragraph).count == 1)
    #expect(
      document.texts(.sentence) == [
        "The two countries work together.", "They imposed nothing on the U.S..", "Over the years it grew.",
      ])
    for claim in document.claims {
      #expect(claim.field == .published || document.text(claim.span!) == claim.value)
    }
  }

  @Test("Front matter with lists, quotes and an address; a heading that repeats the title is no paragraph")
  func frontMatter() throws {
    let document = try read(
      """
      ---
      title: "Station: a memorandum"
      date: 2021-03-09
      source: TASS
      authors: [Ann, Bob]
      categories:
        - space
        - moon
      url: https://Example.org:8080/a/2021/03/08/x
      ---

      # Station: a memorandum

      MOSCOW/BEIJING, March 9. /TASS/. The chiefs signed it on Tuesday.

      ## Details

      It stands.
      """)
    #expect(document.title == "Station: a memorandum")
    #expect(document.outlet == "TASS")
    #expect(document.authors == ["Ann", "Bob"])
    #expect(document.categories == ["space", "moon"])
    #expect(document.host == "example.org")
    #expect(document.texts(.sentence) == ["The chiefs signed it on Tuesday.", "It stands."])
    #expect(document.texts(.heading) == ["Details"])
    let published = document.claims.filter { $0.field == .published }.map { [$0.origin.rawValue, $0.value] }
    #expect(
      published == [["front-matter", "2021-03-09"], ["url", "2021-03-08"], ["dateline", "2021-03-09"]])
  }

  @Test(
    "A line at the head that holds only a date, or is labelled, dates the text",
    arguments: [
      ("Mon May 22, 2017", "2017-05-22"), ("30.09.2022", "2022-09-30"),
      ("Published: 2019-09-17", "2019-09-17"),
      ("Опубликовано: 8 июня 2023 года", "2023-06-08"), ("来源：上海 发布于：2022-08-19", "2022-08-19"),
      ("2022年5月10日", "2022-05-10"),
      ("17-Aug-2018, 10:00", "2018-08-17"), ("5 ноября 2019", "2019-11-05"),
    ])
  func dateLines(line: String, date: String) throws {
    let document = try read("A title\n\n\(line)\n\nThe first sentence of the text.\n")
    #expect(document.title == "A title")
    #expect(document.published?.description == date)
    #expect(document.texts(.paragraph) == ["The first sentence of the text."])
  }

  @Test(
    "A dateline is no part of the sentence behind it",
    arguments: [
      ("MOSCOW, June 5 (Xinhua) -- It began.", "It began.", "Xinhua"),
      ("BEIJING (Reuters) - It began.", "It began.", "Reuters"),
      ("МОСКВА, 5 июня. /ТАСС/. Это началось.", "Это началось.", "ТАСС"),
      ("ПЕКИН, 30 июня. Это началось.", "Это началось.", ""),
      ("MOSCOW: It began.", "It began.", ""),
      ("St. Petersburg, September 17, 2019 - It began.", "It began.", ""),
      ("WASHINGTON, Oct. 18 (A Brief) -- It began.", "It began.", "A Brief"),
      ("新华社北京6月5日电 双方签署了协议。", "双方签署了协议。", "新华社"),
      ("中新社太原2021年7月7日电 （记者 李某） 决赛开幕。", "决赛开幕。", "中新社"), ("科技日报北京8月5日电 批准了。", "批准了。", "科技日报"),
      ("Moscow, the capital, was quiet.", "Moscow, the capital, was quiet.", ""),
    ])
  func datelines(paragraph: String, sentence: String, outlet: String) throws {
    let document = try read("# T\n\n\(paragraph)\n")
    #expect(document.texts(.sentence) == [sentence])
    #expect(document.texts(.paragraph) == [paragraph])
    #expect(document.outlet ?? "" == outlet)
  }

  @Test("A dateline without a year takes it from the other dates, or stays silent")
  func datelineYear() throws {
    let dated = try read("# T\n\nMOSCOW, Oct. 18 (X) -- On October 17, 2024 it began.")
    #expect(dated.published?.description == "2024-10-18")
    #expect(try read("# T\n\nMOSCOW, Oct. 18 (X) -- It began.").published == nil)
  }

  @Test("A byte-order mark stays in the bytes and outside every span")
  func mark() throws {
    let document = try read("\u{FEFF}# Title\r\n\r\nOne. Two.\r\n")
    #expect(document.bytes.count == 25 && document.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(document.title == "Title")
    #expect(document.texts(.sentence) == ["One.", "Two."])
  }

  @Test("What is not UTF-8, holds a NUL or nothing is refused with its place")
  func refusals() {
    let error = #expect(throws: DocumentError.self) {
      try Read.document(bytes: [0x41, 0xC3, 0x28], path: "a.txt")
    }
    #expect(error?.sentence == "a.txt: it is not UTF-8 at byte 1.")
    #expect(throws: DocumentError.self) { try Read.document(bytes: [0x41, 0]) }
    #expect(throws: DocumentError.self) { try read(" \n\n") }
  }

  @Test("The only line of a text is the text, not its title")
  func single() throws {
    let document = try read("Two firms signed a paper")
    #expect(document.title == nil)
    #expect(document.texts(.paragraph) == ["Two firms signed a paper"])
  }

  @Test(
    "The language is told by script and common words",
    arguments: [
      ("The end of the year and of the work", "en"), ("Это было в Москве и на Урале", "ru"),
      ("Це було у Києві та на Уралі, і не для нас", "uk"),
      ("双方在北京签署协议", "zh"), ("日本とロシアの協力", "ja"), ("Der Bund und die Länder sind nicht da", "de"), ("Xyz", "-"),
    ])
  func languages(text: String, language: String) {
    let bytes = Array(text.utf8)
    #expect(Language.guess(bytes, 0..<bytes.count) ?? "-" == language)
  }
}
