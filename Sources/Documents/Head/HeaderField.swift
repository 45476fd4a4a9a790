internal import Records

/// What a line at the head of a text can say about it.
enum HeaderField {
  case published, updated, outlet, authors, categories, url, language, title
  /// What belongs to the head and is not kept: receivers, editors, counts of readers.
  case other

  /// The words before the colon, in small letters; of keys in front matter too.
  private static let labels: [String: HeaderField] = {
    var labels: [String: HeaderField] = [:]
    for (field, words) in lists {
      for word in words.split(whereSeparator: { ",\n".contains($0) }) { labels[String(word).trimmed] = field }
    }
    return labels
  }()

  private static let lists: [(HeaderField, String)] = [
    (
      .published,
      """
      published, published on, published at, publication date, date of publication, date published, publish date,
      pubdate, pub date, date, posted, posted on, posted at, release date, released, issued, first published, sent,
      date_published, published_time, article:published_time, date created, created,
      опубликовано, дата публикации, дата выхода, дата размещения, дата, размещено, время публикации, отправлено,
      дата отправки, дата выпуска,
      发布于, 发布时间, 发布日期, 发表时间, 发表日期, 发表于, 发稿时间, 刊发时间, 成文日期, 发文日期, 发送时间, 时间, 日期, 发布, 新闻时间
      """
    ),
    (
      .updated,
      "updated, last updated, updated on, modified, last modified, обновлено, дата обновления, 更新时间, 更新于, 更新日期, 更新"
    ),
    (
      .outlet,
      """
      source, sources, outlet, publisher, publication, newspaper, agency, news agency, site, site_name, website, journal,
      media, original source, source name, источник, источник публикации, издание, сми, агентство, сайт, канал, channel,
      来源, 文章来源, 稿源, 稿件来源, 信息来源, 新闻来源, 消息来源, 来源网站, 来源媒体, 媒体, 出处, 转自, 发布单位, 发布机构, 来自
      """
    ),
    (
      .authors,
      """
      author, authors, by, writer, reporter, reporters, correspondent, byline, written by, reporting by, from, автор,
      авторы, автор текста, автор статьи, текст, корреспондент, от, от кого, 作者, 记者, 本报记者, 撰文, 撰稿, 撰稿人, 文, 通讯员,
      供稿, 发件人, 本文作者
      """
    ),
    (
      .categories,
      """
      related categories, categories, category, tags, tag, keywords, section, topic, topics, рубрика, рубрики, теги,
      раздел, ключевые слова, категория, 分类, 标签, 关键词, 关键字, 栏目, 所属栏目, 频道
      """
    ),
    (
      .url,
      """
      url, link, permalink, original url, source url, original, ссылка, адрес, ссылка на источник, адрес страницы, 网址,
      链接, 原文链接, 原文, 原文地址, 来源链接, 本文链接
      """
    ),
    (.language, "language, lang, язык, 语言, 语种"),
    (.title, "title, headline, subject, заголовок, тема, название, 标题, 主题, 题目, 题名"),
    (
      .other,
      """
      to, cc, bcc, reply-to, message-id, importance, priority, attachments, attachment, location, place, editor, editors,
      edited by, views, photo, word count, tel, phone, email, e-mail, media contact, contact, contacts, for release,
      кому, копия, вложения, место, редактор, просмотров, просмотры, фото, комментарии, контакты, телефон,
      收件人, 抄送, 附件, 编辑, 责编, 责任编辑, 审核, 校对, 浏览次数, 浏览量, 点击, 点击数, 点击量, 阅读, 阅读量, 阅读次数, 字号, 字体, 电话, 邮箱, 地点, 当前位置, 您的位置,
      您当前的位置, 摄影, 图片来源, 打印, 分享到, 字体大小
      """
    ),
  ]

  init?(label: String) {
    guard let field = Self.labels[label.trimmed.lowercased()] else { return nil }
    self = field
  }

  /// The labelled values of a line such as `来源：上海临港 发布于：2022-08-19`, and what stands before the first label;
  /// nil if it has none near its beginning, or what follows one is a sentence.
  static func values(in lines: Lines, _ span: Range<Int>) -> (
    before: Range<Int>, values: [(field: HeaderField, span: Range<Int>)]
  )? {
    guard mayHold(lines.bytes, span) else { return nil }
    let tokens = Token.all(in: lines.bytes, span)
    var found: [(field: HeaderField, label: Int, value: Int)] = []
    for (index, token) in tokens.enumerated() where token.text == ":" || token.text == "：" {
      // A label has a few words or characters; the longest that is known counts.
      for start in max(0, index - 6)..<index {
        let label = lines.text(tokens[start].span.lowerBound..<token.span.lowerBound)
        if let field = HeaderField(label: label) {
          found.append((field, tokens[start].span.lowerBound, token.span.upperBound))
          break
        }
      }
    }
    guard let first = found.first, first.label - span.lowerBound <= 60 else { return nil }
    let values = found.indices.map { index in
      let end = index + 1 < found.count ? found[index + 1].label : span.upperBound
      return (found[index].field, lines.bytes.trimmed(found[index].value..<end, without: "*_|·【】[]"))
    }
    guard values.allSatisfy({ isFit($0.1, for: $0.0, lines) }) else { return nil }
    let isFirst = first.label - span.lowerBound <= 3
    let before = isFirst ? span.lowerBound..<span.lowerBound : span.lowerBound..<first.label
    return (before, values)
  }

  /// A colon among the first bytes.
  private static func mayHold(_ bytes: [UInt8], _ span: Range<Int>) -> Bool {
    let near = bytes[span].prefix(120)
    return near.contains(UInt8(ascii: ":"))
      || near.indices.contains {
        near[$0] == 0xEF && $0 + 2 < near.endIndex && near[$0 + 1] == 0xBC && near[$0 + 2] == 0x9A
      }
  }

  /// A reporter's question in an interview, or a sentence behind "Editor:", is no line of a head.
  private static func isFit(_ value: Range<Int>, for field: HeaderField, _ lines: Lines) -> Bool {
    switch field {
    case .title, .url, .categories: return true
    case .other: return value.count <= 300
    case .published, .updated, .language: return value.count <= 150
    case .outlet: return value.count <= 200
    case .authors:
      return value.count <= 200 && !lines.text(value).contains { "?？。！!".contains($0) }
    }
  }
}

extension [UInt8] {
  /// The range without blanks and without the given marks at its ends.
  func trimmed(_ range: Range<Int>, without marks: String) -> Range<Int> {
    var first: Int?
    var last = range.lowerBound
    forEachScalar(in: range) { scalar, offset in
      if Token.Kind(scalar) == nil || marks.unicodeScalars.contains(scalar) { return }
      if first == nil { first = offset.lowerBound }
      last = offset.upperBound
    }
    return first.map { $0..<last } ?? range.lowerBound..<range.lowerBound
  }
}
