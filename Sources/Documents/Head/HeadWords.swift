internal import Records

/// Words that stand at the head of texts and say nothing of them.
enum HeadWords {
  /// Days of the week, zones of time and the like, in small letters.
  static let besideDates: Set<String> = words(
    """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday updated published
    posted date last modified on at from and the of utc gmt est edt cet cest msk bst pst pdt hkt cst мск am pm a p m t z h ist
    jst time local moscow-time beijing-time понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    опубликовано обновлено дата в от г года год по время московское московскому th st nd rd
    星 期 一 二 三 四 五 六 日 周 上 下 午 时 分 秒 发 布 于 更 新 间 表 北 京
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map(String.init))
  }

  /// Headings of a page that stand above a title, in small letters.
  private static let kickers: Set<String> = Set(
    """
    news, latest news, top news, press release, press-release, for immediate release, immediate release, media release,
    news release, exclusive, breaking, breaking news, world, world news, business, technology, science, politics, opinion,
    analysis, economy, home, main, menu, china, asia, press center, press centre, skip to main content, skip to content,
    advertisement, share, print, events, announcement, statement, forwarded message, begin forwarded message, fwd,
    новости, новость, пресс-релиз, пресс-релизы, главное, главная, экономика, политика, наука, технологии, общество, в мире,
    мир, бизнес, статьи, статья, эксклюзив, события, пресс-центр, пресс-служба, наука и техника, интервью, мнения, анонс,
    начало переадресованного сообщения, пересылаемое сообщение,
    新闻, 要闻, 新闻稿, 快讯, 国际, 国内, 科技, 财经, 首页, 正文, 时政, 社会, 滚动新闻, 国际新闻, 科技新闻, 新闻中心, 新闻动态, 学校要闻, 综合新闻,
    新闻资讯, 热点新闻, 国际合作, 公司新闻, 媒体报道, 通知公告, 转发邮件信息, 转发的邮件, 原始邮件
    """.split { ",\n".contains($0) }.map { String($0).trimmed })

  private static let homes = ["home", "главная", "首页", "您的位置", "当前位置", "您当前", "main"]

  /// True for a line such as `PRESS RELEASE`, `---------- Forwarded message ----------` or `首页 > 新闻`.
  static func isKicker(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count <= 200 else { return false }
    let bare = bytes.trimmed(line, without: "#*-=_[]【】<>：:.!")
    guard bare.count <= 80 || bytes[line].contains(where: { $0 == 0x3E || $0 == 0xC2 || $0 == 0xE2 }) else {
      return false
    }
    let text = String(decoding: bytes[bare], as: UTF8.self).lowercased()
    if kickers.contains(text) { return true }
    return homes.contains { text.hasPrefix($0) } && text.contains { ">»›/→＞".contains($0) }
  }
}
