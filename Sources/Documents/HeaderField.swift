internal import Records

/// What a line at the head of a text can say about it.
enum HeaderField {
  case published, outlet, authors, categories, url, language, title

  /// The words before the colon, in small letters; of keys in front matter too.
  private static let labels: [String: HeaderField] = [
    "published": .published, "published on": .published, "publication date": .published, "date": .published,
    "posted": .published, "posted on": .published, "опубликовано": .published, "дата публикации": .published,
    "дата": .published, "发布于": .published, "发布时间": .published, "发表时间": .published, "时间": .published,
    "日期": .published,
    "source": .outlet, "outlet": .outlet, "publisher": .outlet, "publication": .outlet, "источник": .outlet,
    "издание": .outlet,
    "来源": .outlet, "文章来源": .outlet, "稿源": .outlet, "信息来源": .outlet,
    "author": .authors, "authors": .authors, "by": .authors, "автор": .authors, "авторы": .authors,
    "作者": .authors,
    "related categories": .categories, "categories": .categories, "category": .categories,
    "tags": .categories,
    "рубрика": .categories, "рубрики": .categories, "теги": .categories, "分类": .categories, "标签": .categories,
    "关键词": .categories,
    "url": .url, "link": .url, "ссылка": .url, "网址": .url, "链接": .url, "原文链接": .url,
    "language": .language, "lang": .language, "язык": .language, "语言": .language, "title": .title,
    "заголовок": .title,
    "标题": .title,
  ]

  init?(label: String) {
    guard let field = Self.labels[label.trimmed.lowercased()] else { return nil }
    self = field
  }

  /// The labelled values of a line such as `来源：上海临港 发布于：2022-08-19`; empty if it begins with no label.
  static func values(in lines: Lines, _ span: Range<Int>) -> [(field: HeaderField, span: Range<Int>)] {
    let tokens = Token.all(in: lines.bytes, span)
    var found: [(field: HeaderField, label: Int, value: Int)] = []
    for (index, token) in tokens.enumerated() where token.text == ":" || token.text == "：" {
      // A label has a few words or characters; the longest that is known counts.
      let starts = max(0, index - 4)..<index
      for start in starts {
        let label = lines.text(tokens[start].span.lowerBound..<token.span.lowerBound)
        if let field = HeaderField(label: label) {
          found.append((field, tokens[start].span.lowerBound, token.span.upperBound))
          break
        }
      }
    }
    guard let first = found.first, first.label - span.lowerBound <= 3 else { return [] }
    return found.indices.map { index in
      let end = index + 1 < found.count ? found[index + 1].label : span.upperBound
      return (found[index].field, lines.bytes.trimmed(found[index].value..<end, without: "*_|·"))
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
