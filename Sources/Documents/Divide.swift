/// Divides a text into title, headings, paragraphs and sentences.
enum Divide {
  /// Fills in the passages.
  /// - Returns: the dateline before the first paragraph.
  static func passages(of document: inout Document, _ lines: Lines, _ header: Header) -> Dateline? {
    var passages: [Passage] = []
    if let title = header.title { passages.append(Passage(.title, title.span)) }
    var dateline: Dateline?
    var isFirst = true
    for block in blocks(lines, from: header.end) {
      if let heading = heading(block, lines.bytes) {
        passages.append(Passage(.heading, heading))
        continue
      }
      passages.append(Passage(.paragraph, block))
      if isFirst { dateline = Dateline(lines.bytes, block) }
      let start = isFirst ? dateline?.end ?? block.lowerBound : block.lowerBound
      passages += Sentences.spans(in: lines.bytes, start..<block.upperBound).map { Passage(.sentence, $0) }
      isFirst = false
    }
    document.passages = passages
    return dateline
  }

  /// The paragraphs and headings: lines between blank ones, cut where a line begins one of its own.
  private static func blocks(_ lines: Lines, from first: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var open: Range<Int>?
    for index in lines.all.indices[min(first, lines.all.count)...] {
      let line = lines.all[index]
      if let block = open, line.isBlank || begins(line, behind: block, index, lines) {
        blocks.append(block)
        open = nil
      }
      if !line.isBlank { open = (open?.lowerBound ?? line.trimmed.lowerBound)..<line.trimmed.upperBound }
    }
    if let open { blocks.append(open) }
    return blocks
  }

  /// Not every text parts its paragraphs by empty lines: a heading, an item of a list, an indented line, or a
  /// line behind a long one that ends a sentence begins a new one.
  private static func begins(_ line: Lines.Line, behind block: Range<Int>, _ index: Int, _ lines: Lines)
    -> Bool
  {
    let text = lines.text(line.trimmed)
    if text.hasPrefix("#") || text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("• ") {
      return true
    }
    let previous = lines.text(index - 1)
    if previous.hasPrefix("#") { return true }
    let isEnded = previous.unicodeScalars.last.map { ".。!！?？”\"»:：".unicodeScalars.contains($0) } ?? true
    return isEnded && (line.isIndented || lines.all[index - 1].trimmed.count > 120)
  }

  private static func heading(_ block: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    let hashes = bytes[block].prefix { $0 == UInt8(ascii: "#") }.count
    guard 1...6 ~= hashes, block.lowerBound + hashes < block.upperBound,
      bytes[block.lowerBound + hashes] == 0x20
    else { return nil }
    let text = bytes.trimmed((block.lowerBound + hashes)..<block.upperBound, without: "#")
    return text.isEmpty ? nil : text
  }
}
