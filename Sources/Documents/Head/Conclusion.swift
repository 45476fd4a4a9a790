internal import Calendar
internal import Formats

/// What is concluded from the claims of a document.
///
/// Of the day of publication, what stands at the head is believed first, then the dateline, the address of the page, and
/// last the metadata, which are often those of the page and not of the text. Metadata know their site, though: of the
/// outlet they are believed before the agency of a dateline, whose text anyone may carry.
enum Conclusion {
  static func draw(for document: inout Document, _ header: Header, _ dateline: Dateline?, body: Range<Int>) {
    claimDays(of: &document, header, dateline)
    if let outlet = dateline?.outlet {
      document.claims.append(Claim(.outlet, NFC.normalized(document.text(outlet)), .dateline, span: outlet))
    }
    claimReporters(of: &document, dateline)
    document.title = title(of: document, header)
    document.outlet = document.first(.outlet, Self.outlets)
    document.published = published(document)
    // A language that the text claims is believed; what a page says of itself is so for its frame.
    document.language =
      document.first(.language, [.frontMatter, .header]) ?? Language.guess(document.bytes, body)
      ?? document.first(.language, Self.belief)
  }

  private static let belief: [Claim.Origin] = [
    .frontMatter, .header, .dateline, .url, .metadata, .table, .analyst,
  ]
  private static let outlets: [Claim.Origin] = [
    .frontMatter, .header, .metadata, .dateline, .url, .table, .analyst,
  ]

  /// A dateline seldom names its year; the other dates of the text do.
  private static func claimDays(of document: inout Document, _ header: Header, _ dateline: Dateline?) {
    if let date = document.url.flatMap(WebAddress.date) {
      document.claims.append(Claim(.published, date.description, .url))
    }
    let sure = document.first(.published, [.frontMatter, .header, .url]).flatMap(day)
    for open in header.openDates {
      let near = sure ?? day(near: open, in: document) ?? document.first(.published, Self.belief).flatMap(day)
      guard let full = open.resolved(near: near) else { continue }
      document.claims.append(Claim(.published, full.description, .header, span: open.span))
    }
    guard let date = dateline?.date else { return }
    let near =
      document.first(.published, [.frontMatter, .header, .url]).flatMap(day)
      ?? day(near: date, in: document) ?? document.first(.published, Self.belief).flatMap(day)
    guard let full = date.resolved(near: near) else { return }
    document.claims.append(Claim(.published, full.description, .dateline, span: date.span))
  }

  private static func day(_ value: String) -> Day? { (try? EDTF(value))?.latest }

  /// The first date of the opening in full, if a date without a year lies within a month of it.
  private static func day(near open: WrittenDate, in document: Document) -> Day? {
    guard let opening = document.passages.first(where: { $0.kind == .sentence }) else { return nil }
    let dates = DateGrammar.dates(in: document.bytes, near(opening.span, document.bytes))
      .filter { $0.year != nil && $0.day != nil }
    guard let day = dates.first?.resolved(near: nil)?.latest, let said = open.resolved(near: day)?.latest
    else {
      return nil
    }
    return abs(said.distance(to: day)) <= 31 ? day : nil
  }

  /// A sentence may be as long as the text; its beginning is enough.
  private static func near(_ span: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var end = min(span.upperBound, span.lowerBound + 2000)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return span.lowerBound..<end
  }

  /// The first in the order of belief. Where a date in figures can be read in two ways, the reading that another
  /// claim bears out; none if nothing does.
  private static func published(_ document: Document) -> EDTF? {
    for origin in belief {
      let claims = document.claims.filter { $0.field == .published && $0.origin == origin }
      guard let first = claims.first else { continue }
      guard claims.count > 1, first.span != nil, first.span == claims[1].span else {
        return try? EDTF(first.value)
      }
      let others = document.claims.filter { $0.field == .published && $0.span != first.span }.compactMap {
        day($0.value)
      }
      let borne = claims.prefix(2).filter { claim in
        others.contains { other in day(claim.value).map { abs($0.distance(to: other)) <= 3 } ?? false }
      }
      if borne.count == 1 { return try? EDTF(borne[0].value) }
    }
    return nil
  }

  private static func claimReporters(of document: inout Document, _ dateline: Dateline?) {
    guard let authors = dateline?.authors, !authors.isEmpty else { return }
    let names = authors.map { NFC.normalized(document.text($0)) }
    for (name, span) in zip(names, authors) {
      document.claims.append(Claim(.authors, name, .dateline, span: span))
    }
    if document.authors.isEmpty { document.authors = names }
  }

  /// Metadata know the title better than the first line does, unless they hold the name of the site only.
  private static func title(of document: Document, _ header: Header) -> String? {
    let first = document.first(.title, belief)
    guard !header.isTitleNamed, let meta = document.first(.title, [.metadata]), let line = header.title?.text
    else {
      return first
    }
    return meta.utf8.count * 2 > line.utf8.count || line.hasPrefix(meta) ? meta : first
  }
}

extension Document {
  fileprivate func first(_ field: Claim.Field, _ belief: [Claim.Origin]) -> String? {
    for origin in belief {
      if let claim = claims.first(where: { $0.field == field && $0.origin == origin }) { return claim.value }
    }
    return nil
  }
}
