import Calendar
import Documents
import Testing

@Suite("Datelines")
struct DatelineTests {
  @Test(
    "A dateline gives its outlet and day, and is no part of the sentence",
    arguments: [
      ("MOSCOW, June 5 (Xinhua) -- It began.", "Xinhua", "2019-06-05"),
      ("BEIJING, June 5. /TASS/. It began.", "TASS", "2019-06-05"),
      ("МОСКВА, 5 июня. /ТАСС/. It began.", "ТАСС", "2019-06-05"),
      ("МОСКВА, 5 июн — РИА Новости. It began.", "РИА Новости", "2019-06-05"),
      ("МОСКВА, 5 июн - РИА Новости. It began.", "РИА Новости", "2019-06-05"),
      ("Москва. 5 июня. INTERFAX.RU - It began.", "INTERFAX.RU", "2019-06-05"),
      ("MOSCOW. June 5 (Interfax) - It began.", "Interfax", "2019-06-05"),
      ("WASHINGTON (Reuters) - It began.", "Reuters", ""),
      ("SHANGHAI, Jan 9, 2019 (AFP) - It began.", "AFP", "2019-01-09"),
      ("HARBIN, China — It began.", "", ""),
      ("SHENZHEN, China, June 5 /PRNewswire/ -- It began.", "PRNewswire", "2019-06-05"),
      ("Vladivostok/Beijing, 12 May, 2020 /Interfax/ It began.", "Interfax", "2020-05-12"),
      ("KAZAN (Russia), June 5 (Xinhua) -- It began.", "Xinhua", "2019-06-05"),
      ("ТАСС, 5 июня. It began.", "ТАСС", "2019-06-05"), ("(Reuters) - It began.", "Reuters", ""),
      ("Санкт-Петербург, 5 июня 2018 г. – It began.", "", "2018-06-05"),
      ("Москва, 5 июня. It began.", "", "2019-06-05"),
      ("[Moscow, Russia, June 5, 2019] It began.", "", "2019-06-05"),
      ("新华社北京6月5日电 会议开幕。", "新华社", "2019-06-05"), ("新华社莫斯科6月5日电（记者张三）会议开幕。", "新华社", "2019-06-05"),
      ("中新社莫斯科6月5日电 (记者 张三 李四)会议开幕。", "中新社", "2019-06-05"),
      ("（新华社记者张三）会议开幕。", "新华社", ""), ("人民网北京6月5日电 会议开幕。", "人民网", "2019-06-05"),
      ("据新华社莫斯科6月5日专电 会议开幕。", "新华社", "2019-06-05"), ("中新网6月5日电，会议开幕。", "中新网", "2019-06-05"),
      ("俄罗斯卫星通讯社莫斯科6月5日电 会议开幕。", "俄罗斯卫星通讯社", "2019-06-05"), ("财联社6月5日电，会议开幕。", "财联社", "2019-06-05"),
      ("本报莫斯科6月5日电（记者李四）会议开幕。", "", "2019-06-05"), ("【环球时报综合报道】会议开幕。", "环球时报", ""),
      ("黑龙江日报6月5日讯（记者 王五）会议开幕。", "黑龙江日报", "2019-06-05"), ("参考消息网6月5日报道 会议开幕。", "参考消息网", "2019-06-05"),
      ("央视网消息：会议开幕。", "央视网", ""),
    ])
  func read(paragraph: String, outlet: String, day: String) throws {
    // The address names the year, and so does the day behind it.
    let document = try DocumentsTests.read("# T\n\n\(paragraph)", url: "https://a.example/2019/06/07/x")
    #expect(["It began.", "会议开幕。"].contains(document.texts(.sentence).first))
    #expect(document.outlet ?? "" == outlet)
    let said = document.claims.first { $0.field == .published && $0.origin == .dateline }
    #expect(said?.value ?? "" == day)
  }

  @Test(
    "What begins like a dateline and is a sentence stays whole",
    arguments: [
      "Moscow and Beijing agreed on June 5 to act.", "РФПИ — суверенный фонд России.",
      "NATO — the alliance — grew.",
      "In June 2019 (see below) it began.", "China, Russia and India met on June 5.",
      "5 июня Россия подписала договор.",
      "Huawei (China) — the maker of phones — left.", "June 5 was a Wednesday.", "6月5日，电力公司签署协议。",
      "据新华社报道，双方签署协议。", "记者了解到，双方签署协议。", "电视台6月5日播出节目。", "Rosatom, the state firm, signed.",
      "May 2019 was warm - and dry.", "ТВЭЛ, входящий в Росатом, отправил топливо.",
    ])
  func none(paragraph: String) throws {
    let document = try DocumentsTests.read("# T\n\n\(paragraph)")
    #expect(document.texts(.sentence) == [paragraph])
    #expect(document.outlet == nil)
  }

  @Test("Reporters named behind a Chinese dateline wrote the text")
  func reporters() throws {
    #expect(try DocumentsTests.read("新华社北京6月5日电（记者张三、李四）会议开幕。").authors == ["张三", "李四"])
    #expect(try DocumentsTests.read("中新社北京6月5日电 (记者 欧阳小华 王五)会议开幕。").authors == ["欧阳小华", "王五"])
  }

  @Test("A dateline may stand behind a summary")
  func behindSummary() throws {
    let document = try DocumentsTests.read(
      "# T\n\nThe fund is ready\n\nMOSCOW, June 5, 2019 (TASS) - It began.")
    #expect(document.texts(.sentence) == ["The fund is ready", "It began."])
    #expect(document.published?.description == "2019-06-05")
  }
}

@Suite("The day of publication")
struct PublishedTests {
  @Test(
    "An address names a day or a month",
    arguments: [
      ("https://a.example/2019/06/05/x", "2019-06-05"),
      ("http://a.example/c/2016-04/28/content_3.htm", "2016-04-28"),
      ("https://a.example/20141119/1.html", "2014-11-19"),
      ("http://a.example/t20181115_9.html", "2018-11-15"),
      ("http://a.example/201904/t20190405_1.html", "2019-04-05"),
      ("https://a.example/2019/0605/c1-2.html", "2019-06-05"),
      ("https://a.example/201906/05/x", "2019-06-05"), ("https://a.example/2019/6/5/x", "2019-06-05"),
      ("https://a.example/n/20190605103212.html", "2019-06-05"),
      ("https://a.example/news-2019-06-05", "2019-06-05"),
      ("https://a.example/2018/01/title", "2018-01"), ("https://a.example/1234567/8", "-"),
      ("https://a.example/20191399/1", "-"), ("https://a.example/2019/x", "-"),
      ("https://a.example/id/1559700000", "-"),
    ])
  func addresses(url: String, date: String) throws {
    #expect(try read("The text. It goes on.", url: url).published?.description ?? "-" == date)
  }

  @Test(
    "Lines of the head",
    arguments: [
      ("发布时间：2019-06-05", "2019-06-05"), ("时间：2019年06月05日 10:32", "2019-06-05"),
      ("Published: 5 June 2019, 10:00", "2019-06-05"), ("Дата публикации: 5 июня 2019 г.", "2019-06-05"),
      ("10:32, 5 июня 2019", "2019-06-05"), ("Wednesday, June 5, 2019, 10:00 AM EDT", "2019-06-05"),
      ("2019-06-05T10:32:00+03:00", "2019-06-05"), ("Date: 20190605", "2019-06-05"),
      ("Posted on June 5, 2019 by Ann Smith", "2019-06-05"), ("（2019年6月5日）", "2019-06-05"),
      ("2019-06-05 10:32:15 来源：新华网 作者：张三", "2019-06-05"), ("TASS, 5 June 2019", "2019-06-05"),
      ("Global Times | 2019/6/5 22:13:40", "2019-06-05"), ("Updated: 6 June 2019", "2019-06-06"),
      ("5 июня 2019, 10:32 — РИА Новости", "2019-06-05"), ("Moscow, June 5, 2019", "2019-06-05"),
    ])
  func lines(line: String, date: String) throws {
    let document = try read("A title of a text\n\n\(line)\n\nThe first sentence of the text.")
    #expect(document.published?.description == date)
    #expect(document.title == "A title of a text")
    #expect(document.texts(.paragraph) == ["The first sentence of the text."])
    for claim in document.claims where claim.field == .published { #expect(claim.span != nil) }
  }

  @Test("A day that was changed later counts only where no other is given")
  func updated() throws {
    let both = try read(
      "A title of a text\n\nUpdated: 6 June 2019\nPublished: 5 June 2019\n\nThe first sentence.")
    #expect(both.published?.description == "2019-06-05")
  }

  @Test("A head without a year takes it from the address")
  func open() throws {
    let text = "A title of a text\n\nJune 05, 18:32 UTC+3\n\nThe first sentence."
    #expect(try read(text, url: "https://a.example/2019/06/x").published?.description == "2019-06-05")
    #expect(try read(text).published == nil)
  }

  @Test("Metadata are believed last, and every claim is kept")
  func metadata() throws {
    var reading = Reading(bytes: Array("# T\n\nMOSCOW, June 5, 2022 (TASS) - It began.".utf8))
    reading.claims = [Claim(.published, "2019-11-03", .metadata)]
    let document = try Read.document(reading)
    #expect(document.published?.description == "2022-06-05")
    #expect(
      Set(document.claims.filter { $0.field == .published }.map(\.value)) == ["2019-11-03", "2022-06-05"])
    reading.bytes = Array("# T\n\nIt began.".utf8)
    #expect(try Read.document(reading).published?.description == "2019-11-03")
  }

  @Test(
    "Of a date that can be read in two ways both readings are kept, and the one that is borne out is believed"
  )
  func twoReadings() throws {
    let text = "A title of a text\n\nPublished: 07/11/2018\n\n"
    let open = try read(text + "The first sentence.")
    #expect(open.claims.filter { $0.field == .published }.map(\.value) == ["2018-11-07", "2018-07-11"])
    #expect(open.published == nil)
    #expect(
      try read(text + "MOSCOW, July 11 (TASS) - It began.", url: "https://a.example/2018/07/12/").published?
        .description == "2018-07-11")
  }
}

@Suite("Titles and outlets")
struct TitleTests {
  @Test(
    "The site behind a title is cut off",
    arguments: [
      ("Fund opens | TASS", "Fund opens"), ("Fund opens - Xinhua | English.news.cn", "Fund opens"),
      ("基金成立_科技频道_中国网", "基金成立"), ("基金成立--人民网", "基金成立"), ("基金成立-新华网", "基金成立"),
      ("Фонд открыт — РБК", "Фонд открыт"), ("Fund opens | Some Site of Ours", "Fund opens"),
      ("China-Russia fund opens", "China-Russia fund opens"),
      ("Fund opens - minister", "Fund opens - minister"),
      ("Trade with the U.S. - U.S. data", "Trade with the U.S. - U.S. data"), ("中俄-科技合作", "中俄-科技合作"),
    ])
  func sites(title: String, wanted: String) throws {
    var reading = Reading(bytes: Array("It began in Moscow.".utf8))
    reading.claims = [Claim(.title, title, .metadata)]
    let document = try Read.document(reading)
    #expect(document.title == wanted)
    #expect(document.claims.contains(Claim(.title, title, .metadata)))
  }

  @Test("The name of the publisher is not the agency that a dateline names")
  func publisher() throws {
    var reading = Reading(bytes: Array("# T\n\nSHANGHAI, May 22 (Reuters) - It began.".utf8))
    reading.claims = [Claim(.outlet, "Channel NewsAsia", .metadata)]
    #expect(try Read.document(reading).outlet == "Channel NewsAsia")
  }
}
