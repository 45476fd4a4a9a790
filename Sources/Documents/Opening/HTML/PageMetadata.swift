internal import Calendar
internal import Formats
internal import Records

/// What the head of a page says about it. Everything is a claim: templates and copies say wrong things too.
struct PageMetadata {
  /// The text of `<title>`.
  var titleTag = ""
  /// Named titles, the best first.
  var titles: [String] = []
  var outlets: [String] = []
  /// As EDTF.
  var days: [String] = []
  var authors: [String] = []
  var language: String?
  var addresses: [String] = []
  /// From the comment that browsers leave when they save.
  var savedFrom: String?
  /// Whether the script that is being read holds data and no program.
  var isLinkedData = false

  mutating func readMeta(_ attributes: Attributes) {
    guard let content = attributes["content"], !content.isEmpty, content.utf8.count <= 4096 else { return }
    let key = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").lowercased()
    switch key {
    case "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "articletitle",
      "headline":
      titles.append(content)
    case "og:site_name", "dc.publisher", "citation_journal_title", "contentsource", "publisher", "source",
      "application-name":
      outlets.append(content)
    case "author", "article:author", "dc.creator", "citation_author", "byl", "sailthru.author":
      if !content.contains("://") { authors.append(content) }
    case "article:published_time", "og:published_time", "article:published", "datepublished", "dc.date",
      "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "citation_publication_date",
      "citation_date", "publishdate", "pubdate", "publish-date", "date", "parsely-pub-date", "sailthru.date",
      "publication_date", "mediator_published_time", "firstpublishedtime", "publish_time":
      addDay(content)
    case "og:url": addresses.append(content)
    case "og:locale", "dc.language", "language": language = language ?? content
    default: break
    }
  }

  mutating func readLink(_ attributes: Attributes) {
    guard attributes["rel"]?.lowercased() == "canonical", let address = attributes["href"] else { return }
    addresses.insert(address, at: 0)
  }

  mutating func readTime(_ attributes: Attributes) {
    guard let text = attributes["datetime"] else { return }
    let isUpdate = attributes["itemprop"]?.lowercased().contains("modified") ?? false
    if !isUpdate { addDay(text) }
  }

  /// Elements that carry a part of schema.org in their attributes.
  mutating func readItem(_ attributes: Attributes) {
    guard let name = attributes["itemprop"], let content = attributes["content"] else { return }
    switch name.lowercased() {
    case "datepublished": addDay(content)
    case "headline": titles.append(content)
    default: break
    }
  }

  mutating func readAside(_ bytes: [UInt8], _ tag: Tag) {
    if tag == .title, titleTag.isEmpty {
      titleTag = String(decoding: bytes, as: UTF8.self)
    } else if tag == .script, isLinkedData {
      LinkedData.read(bytes, into: &self)
    }
  }

  /// `saved from url=(0034)https://...`
  mutating func readComment(_ text: UnsafePointer<CChar>) {
    guard savedFrom == nil else { return }
    let comment = String(cString: text).trimmed
    guard comment.hasPrefix("saved from url=("), let close = comment.firstIndex(of: ")") else { return }
    savedFrom = String(comment[comment.index(after: close)...]).trimmed
  }

  mutating func addDay(_ text: String) {
    guard let day = StatedDay.edtf(text), !days.contains(day) else { return }
    days.append(day)
  }

  var url: String? {
    ([savedFrom].compactMap { $0 } + addresses).map(\.trimmed).first {
      $0.hasPrefix("http://") || $0.hasPrefix("https://")
    }
  }
}
