internal import Calendar
internal import Formats

/// The step from bytes to a document.
public enum Read {
  /// Reads plain text or Markdown in UTF-8, with or without front matter, header or dateline.
  /// - Parameters:
  ///   - bytes: kept exactly as they are; spans count in them, a byte-order mark included.
  ///   - path: the file they come from, as typed.
  ///   - url: the address they were saved from, as typed; it wins over what the text says.
  /// - Returns: the text with its claims and passages.
  /// - Throws: ``DocumentError``.
  public static func document(
    bytes: [UInt8], path: String? = nil, url: String? = nil
  ) throws(DocumentError) -> Document {
    try document(Reading(bytes: bytes, path: path, url: url))
  }

  /// As above, of a text that was taken out of its file: what the file says joins what the text says.
  public static func document(_ reading: Reading) throws(DocumentError) -> Document {
    let bytes = reading.bytes
    let name = reading.path ?? "The text"
    if let nul = bytes.firstIndex(of: 0) { throw .nul(name, byte: nul) }
    if let invalid = UTF8Check.firstInvalid(in: bytes) { throw .notUTF8(name, byte: invalid) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = Lines(bytes, from: start)
    guard lines.nextFilled(from: 0) != nil else { throw .empty(name) }
    let header = Header(lines)
    var document = Document(reading)
    document.url = reading.url ?? header.url
    document.claims = header.claims + reading.claims
    if document.authors.isEmpty { document.authors = header.authors }
    if document.categories.isEmpty { document.categories = header.categories }
    let dateline = Divide.passages(of: &document, lines, header)
    conclude(&document, dateline, body: start..<bytes.count)
    return document
  }

  /// The first date of the opening in full, if the dateline lies within a month of it.
  private static func day(near dateline: Dateline, in document: Document) -> Day? {
    guard let opening = document.passages.first(where: { $0.kind == .sentence }) else { return nil }
    let dates = DateGrammar.dates(in: document.bytes, opening.span).filter { $0.year != nil && $0.day != nil }
    guard let day = dates.first?.resolved(near: nil)?.latest,
      let said = dateline.date?.resolved(near: day)?.latest
    else { return nil }
    return abs(said.distance(to: day)) <= 31 ? day : nil
  }

  private static func conclude(_ document: inout Document, _ dateline: Dateline?, body: Range<Int>) {
    if let outlet = dateline?.outlet {
      document.claims.append(Claim(.outlet, NFC.normalized(document.text(outlet)), .dateline, span: outlet))
    }
    let urlDay = document.url.flatMap(WebAddress.day)
    if let day = urlDay { document.claims.append(Claim(.published, day.description, .url)) }
    // A dateline seldom names its year; the other dates of the text do.
    let near =
      document.first(.published).flatMap { try? EDTF($0) }?.latest
      ?? dateline.flatMap { day(near: $0, in: document) }
    if let date = dateline?.date, let full = date.resolved(near: near) {
      document.claims.append(Claim(.published, full.description, .dateline, span: date.span))
    }
    document.title = document.first(.title)
    document.outlet = document.first(.outlet)
    document.published = document.first(.published).flatMap { try? EDTF($0) }
    // What the text claims is believed. Pages take their language from a template, which the letters overrule.
    document.language =
      document.first(.language, from: [.frontMatter, .header]) ?? Language.guess(document.bytes, body)
      ?? document.first(.language)
  }
}

extension Document {
  /// The order of belief: what stands at the head, the dateline, the address.
  private static let belief: [Claim.Origin] = [
    .frontMatter, .header, .dateline, .url, .metadata, .table, .analyst,
  ]

  fileprivate func first(_ field: Claim.Field, from origins: [Claim.Origin] = belief) -> String? {
    for origin in origins {
      if let claim = claims.first(where: { $0.field == field && $0.origin == origin }) { return claim.value }
    }
    return nil
  }
}
