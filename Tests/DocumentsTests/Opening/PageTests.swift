import Calendar
import Documents
import Formats
import Testing

@Suite struct `Pages` {
  /// An article among what pages carry beside it.
  static let page = """
    <!DOCTYPE html>
    <!-- saved from url=(0036)https://example.org/news/2019/chips.x -->
    <html lang="en-GB"><head><meta charset="utf-8"><title>A chip plant is opened &amp; shown - Example Daily</title>
    <meta property="og:title" content="A chip plant is opened &amp; shown"><meta property="og:site_name" content="Example Daily">
    <meta property="article:published_time" content="2019-06-05T23:00:00+03:00"><meta name="author" content="Ann Lee">
    <link rel="canonical" href="https://example.org/news/chips">
    <script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": "NewsArticle",
      "headline": "A chip plant is opened", "datePublished": "2019-06-07", "author": [{"name": "Ann Lee"}, {"name": "Bo Wu"}]}]}</script>
    <style>p { color: red }</style><script>document.write("<p>made by a script</p>")</script></head>
    <body class="page has-sidebar"><div id="cookieBanner"><p>We use cookies, as every site does, to know you better, and more.</p></div>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
    <div class="wrap"><div class="main-column"><article>
    <h1>A chip plant is opened &amp; shown</h1><div class="share-bar"><a href="#">Send to a friend</a></div><div class="sharedaddy">Tell others</div>
    <p>MOSCOW, June 5. The plant, which makes <b>chips</b> for phones, was opened on Wednesday, its owner said in a <a href="/s">statement</a>.</p>
    <p>It cost $1&nbsp;billion, two years of work, and the pa&shy;tience of many&#8230;</p>
    <h2>How it began</h2>
    <p>Talks were held for years, in both capitals, before the first stone was laid.<br>A line of its own.<br><br>A paragraph behind two breaks, still of the article, with a comma.</p>
    <ul><li>The first hall, which is ready.</li><li>The second hall.</li></ul>
    <table><tr><th>Year</th><th>Chips</th></tr><tr><td>2019</td><td>100</td></tr></table>
    <p style="display: none">Never shown to anybody, and yet it stands here, with commas.</p>
    <h3>Related articles</h3><ul><li><a href="1">Another article about another thing</a></li><li><a href="2">And one more of them</a></li></ul>
    </article></div>
    <aside><h3>Most read</h3><p>A teaser that is long, full of commas, and of promises, to make you go elsewhere at once.</p></aside></div>
    <footer><p>© 2019 Example Daily. All rights reserved.</p></footer></body></html>
    """

  static let text = """
    A chip plant is opened & shown

    MOSCOW, June 5. The plant, which makes chips for phones, was opened on Wednesday, its owner said in a statement.

    It cost $1 billion, two years of work, and the patience of many…

    How it began

    Talks were held for years, in both capitals, before the first stone was laid.
    A line of its own.

    A paragraph behind two breaks, still of the article, with a comma.

    The first hall, which is ready.

    The second hall.

    Year | Chips
    2019 | 100

    """

  @Test func `the article comes out of its page, and nothing else`() throws {
    let reading = try #require(try open(Self.page).readings.first)
    #expect(reading.text == Self.text)
    #expect(
      reading.original == Array(Self.page.utf8) && reading.media == "text/html" && reading.encoding == nil)
  }

  @Test func `what the head says are claims, also where they disagree`() throws {
    let reading = try #require(try open(Self.page).readings.first)
    #expect(reading.claimed(.published) == ["2019-06-05", "2019-06-07"])
    #expect(reading.claimed(.title) == ["A chip plant is opened & shown", "A chip plant is opened"])
    #expect(reading.claimed(.outlet) == ["Example Daily"] && reading.claimed(.language) == ["en"])
    #expect(reading.authors == ["Ann Lee", "Bo Wu"])
    #expect(reading.url == "https://example.org/news/2019/chips.x")
    #expect(reading.claims.allSatisfy { $0.origin == .metadata })
    let given = try open(Self.page, url: "https://example.org/given").readings.first
    #expect(given?.url == "https://example.org/given")
    let document = try Read.document(reading)
    #expect(
      document.title == "A chip plant is opened & shown" && document.published?.description == "2019-06-05")
  }

  @Test func `a page in windows-1251 with a table for its layout is read`() throws {
    let html = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Подписано соглашение</title></head>
      <body><table><tr><td><a href="1">Главная</a><br><a href="2">Новости</a></td><td>Россия и Китай подписали в среду \
      соглашение о сотрудничестве, сообщили в министерстве.<br><br>Работа начнется в новом году, отметил министр, и продлится долго.\
      </td></tr></table></body></html>
      """
    let bytes = html.map { character -> UInt8 in
      let code = character.unicodeScalars.first!.value
      return (0x410...0x44F).contains(code) ? UInt8(code - 0x410 + 0xC0) : UInt8(code)
    }
    let reading = try #require(try open(bytes).readings.first)
    #expect(reading.encoding == "windows-1251" && reading.original == bytes)
    #expect(
      reading.text == """
        Подписано соглашение

        Россия и Китай подписали в среду соглашение о сотрудничестве, сообщили в министерстве.

        Работа начнется в новом году, отметил министр, и продлится долго.

        """)
  }

  @Test func `a page is known by its tags whatever its ending, and without a head by its ending`() throws {
    #expect(try open(Self.page, path: "a.txt").readings.first?.media == "text/html")
    let bare = "<p>Only a part of a page, &quot;quoted&quot;.</p><p>And one more.</p>"
    #expect(try open(bare, path: "a.html").readings.first?.text.contains("\"quoted\".\n\nAnd") ?? false)
    #expect(try open(bare, path: "a.txt").readings.first?.text == bare)
  }

  @Test func `a page that names its article like an aside is still read`() throws {
    let page =
      "<html><body><div class='social-news'><p>All there is, with words, stands in here.</p></div></body></html>"
    #expect(try open(page).readings.first?.text.contains("All there is") ?? false)
    let empty = try open("<html><body><script>x</script></body></html>")
    #expect(empty.refusals.count == 1)
  }

  @Test func `paragraphs that are each wrapped in elements of their own are one article`() throws {
    let said = (1...6).map { "Paragraph \($0) says something, at length, about the plant that was opened." }
    let wrapped = said.map { "<div class='w'><div><div><p>\($0)</p></div></div></div>" }.joined()
    let teasers = (1...4).map { "<li><a href='\($0)'>A teaser, about a thing</a> and a few words</li>" }
      .joined()
    let page = "<html><body><div><ul>\(teasers)</ul></div><section>\(wrapped)</section></body></html>"
    #expect(try open(page).readings.first?.text == said.joined(separator: "\n\n") + "\n")
  }

  @Test func `title, lead and day are found in a page that names them only in its text`() throws {
    let page = """
      <html><head><title>Завод открыт_Пример</title></head><body><div><a href="1">Главная</a> <a href="2">Раздел</a></div>
      <div class="top">Завод открыт</div><div>2019-06-05 10:12</div><div>Он стоит на краю города</div>
      <div id="d"><div><p>Завод, который строили два года, открыли в среду в Москве, сообщил его владелец.</p></div>
      <div><p>Второй завод, по его словам, появится через год, а третий, возможно, еще позже.</p></div></div></body></html>
      """
    let reading = try #require(try open(page).readings.first)
    #expect(reading.claimed(.title) == ["Завод открыт"] && reading.claimed(.published) == ["2019-06-05"])
    #expect(
      reading.text.hasPrefix("Завод открыт\n\n2019-06-05 10:12\n\nОн стоит на краю города\n\nЗавод, который"))
    #expect(reading.text.hasSuffix("еще позже.\n") && !reading.text.contains("Раздел"))
  }

  @Test func `a page nested too deep is refused, a broken one is read`() throws {
    let deep = "<html><body>" + String(repeating: "<div>", count: 1_000_000) + "x"
    #expect(try open(deep).refusals.first?.reason.contains("deep") ?? false)
    let stray = "<html><body><p>A text, with words.</p>" + String(repeating: "</div></b>", count: 100_000)
    #expect(try open(stray).readings.first?.text == "A text, with words.\n")
  }

  @Test func `a tag with thousands of attributes is refused, a long one is read`() throws {
    let crowd = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(try open("<html><body><p \(crowd)>x").refusals.first?.reason.contains("attributes") ?? false)
    let spaced = String(repeating: "word / = ", count: 20_000)
    let page = """
      <html><body><!-- <p \(crowd)> --><script>if (a <b) { x = "\(crowd)" }</script>
      <img alt = "\(spaced)" src='\(spaced)'><p>A text, with words.</p>
      """
    #expect(try open(page).readings.first?.text.contains("A text, with words.") ?? false)
  }
}
