internal import Records

/// The title of a page among the several it names.
enum PageTitle {
  /// A heading that the head of the page confirms, else the named title, else the part of `<title>` that the page
  /// itself shows, else `<title>` without the name of the site.
  static func choose(_ page: Page) -> String? {
    let metadata = page.metadata
    let heads = page.blocks.filter(\.isHeading).map { text($0, page) }
    let named = (metadata.titles + [metadata.titleTag]).map(clean).filter { !$0.isEmpty }
    if let head = heads.prefix(5).first(where: { head in
      head.count >= 8 && named.contains { $0.hasPrefix(head) }
    }) {
      return head
    }
    if let first = metadata.titles.map(clean).first(where: { !$0.isEmpty }) {
      return withoutSite(first, metadata.outlets.map(clean))
    }
    let tag = clean(metadata.titleTag)
    if tag.isEmpty { return heads.count == 1 ? heads[0] : nil }
    return shown(of: tag, page) ?? withoutSite(tag, metadata.outlets.map(clean), guessing: true)
  }

  private static func text(_ block: Page.Block, _ page: Page) -> String {
    clean(String(decoding: page.text[block.span], as: UTF8.self))
  }

  /// The longest line of the page that stands in `<title>` beside the names of site and section.
  private static func shown(of tag: String, _ page: Page) -> String? {
    let lines = page.blocks.prefix(200).filter { $0.span.count <= tag.utf8.count && $0.density < 0.5 }
    return lines.map { text($0, page) }.filter { line in
      line.unicodeScalars.count >= 4 && line.utf8.count * 2 >= tag.utf8.count
        && (tag.hasPrefix(line) || tag.hasSuffix(line))
    }.max { $0.utf8.count < $1.utf8.count }
  }

  /// On one line, blanks as one.
  static func clean(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", "_", "-", "|"]

  // Guessing also takes off a short end whose site is not named elsewhere.
  private static func withoutSite(_ title: String, _ sites: [String], guessing: Bool = false) -> String {
    for separator in separators {
      guard let place = title.lastRange(ofText: separator) else { continue }
      let (front, back) = (
        String(title[..<place.lowerBound]).trimmed, String(title[place.upperBound...]).trimmed
      )
      if sites.contains(back), !front.isEmpty { return front }
      let isApart = separator.hasPrefix(" ") || separator == "_"
      if guessing, isApart, front.count >= 2 * back.count, front.count >= 8, back.count <= 30 { return front }
    }
    return title
  }

  /// Whether a block says the same as the title, blanks aside.
  static func isSame(_ bytes: ArraySlice<UInt8>, _ title: String) -> Bool {
    bytes.count < 2048 && clean(String(decoding: bytes, as: UTF8.self)) == title
  }
}

extension String {
  fileprivate func lastRange(ofText text: String) -> Range<String.Index>? {
    var at = endIndex
    while at > startIndex {
      at = index(before: at)
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
    }
    return nil
  }
}
