internal import Formats

/// The data about an article that pages carry for search engines: JSON-LD in the words of schema.org.
enum LinkedData {
  static func read(_ bytes: [UInt8], into metadata: inout PageMetadata) {
    guard bytes.count <= 1 << 20, let root = try? JSONValue.parse(bytes) else { return }
    var waiting = [root]
    while let value = waiting.popLast() {
      if let list = value.array { waiting += list.reversed() }
      guard value.object != nil else { continue }
      if isArticle(value) { read(value, &metadata) }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = value[key] { waiting.append(inner) }
      }
    }
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    let types = value["@type"].map { $0.array ?? [$0] } ?? []
    return types.compactMap(\.string).contains { type in
      ["Article", "BlogPosting", "Report", "NewsStory"].contains { type.hasSuffix($0) }
    }
  }

  private static func read(_ article: JSONValue, _ metadata: inout PageMetadata) {
    if let title = article["headline"]?.string { metadata.titles.append(title) }
    for key in ["datePublished", "dateCreated"] {
      if let text = article[key]?.string {
        metadata.addDay(text)
        break
      }
    }
    if let author = article["author"] { metadata.authors += names(author) }
    if let publisher = article["publisher"] { metadata.outlets += names(publisher) }
    if let language = article["inLanguage"]?.string { metadata.language = metadata.language ?? language }
    if let address = article["url"]?.string { metadata.addresses.append(address) }
  }

  /// A name, an object with a name, or a list of these.
  static func names(_ value: JSONValue) -> [String] {
    (value.array ?? [value]).compactMap { $0.string ?? $0["name"]?.string }
      .filter { !$0.isEmpty && !$0.contains("://") }
  }
}
