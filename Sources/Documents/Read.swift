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
    if let nul = UTF8Check.firstNUL(in: bytes) { throw .nul(name, byte: nul) }
    if let invalid = UTF8Check.firstInvalid(in: bytes) { throw .notUTF8(name, byte: invalid) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = Lines(bytes, from: start)
    guard let first = lines.nextFilled(from: 0) else { throw .empty(name) }
    let header = Header(lines)
    let parts = Divide(lines, header)
    var document = Document(reading)
    document.url = reading.url ?? header.url
    document.claims = header.claims + TitleLine.withoutSites(reading.claims)
    document.passages = parts.passages
    if document.authors.isEmpty { document.authors = header.authors }
    if document.categories.isEmpty { document.categories = header.categories }
    let from =
      header.end < lines.all.count
      ? lines.all[header.end].whole.lowerBound : lines.all[first].whole.lowerBound
    Conclusion.draw(for: &document, header, parts.dateline, body: from..<bytes.count)
    return document
  }
}
