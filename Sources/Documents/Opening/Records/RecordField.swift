/// What a key of a record with a text says about that text.
enum RecordField {
  case text, title, published, url, outlet, authors, language, id

  static func of(_ key: String) -> RecordField? { keys[key.lowercased().filter { !"_- ".contains($0) }] }

  /// Small letters, without the marks between words.
  private static let keys: [String: RecordField] = [
    "text": .text, "body": .text, "content": .text, "article": .text, "fulltext": .text, "articletext": .text,
    "articlebody": .text, "maintext": .text, "текст": .text, "正文": .text, "内容": .text,
    "title": .title, "headline": .title, "заголовок": .title, "标题": .title,
    "date": .published, "published": .published, "publishedat": .published, "publishdate": .published,
    "pubdate": .published, "datepublished": .published, "publicationdate": .published,
    "createdat": .published,
    "timestamp": .published, "time": .published, "дата": .published, "日期": .published, "发布时间": .published,
    "url": .url, "link": .url, "canonicalurl": .url, "weburl": .url, "sourceurl": .url, "链接": .url,
    "outlet": .outlet, "source": .outlet, "publisher": .outlet, "site": .outlet, "sitename": .outlet,
    "media": .outlet, "источник": .outlet, "来源": .outlet,
    "author": .authors, "authors": .authors, "byline": .authors, "автор": .authors, "作者": .authors,
    "language": .language, "lang": .language, "язык": .language, "语言": .language,
    "id": .id, "uid": .id, "guid": .id, "docid": .id, "documentid": .id,
  ]
}
