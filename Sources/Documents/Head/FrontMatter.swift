internal import Records

/// The block between two lines of `---` before a Markdown text: keys with values or lists.
struct FrontMatter {
  struct Entry {
    var key: String
    var values: [(text: String, span: Range<Int>)]
  }

  private(set) var entries: [Entry] = []
  /// The line behind the closing `---`.
  private(set) var end = 0

  /// nil if the text does not begin with such a block, or it is never closed.
  init?(_ lines: Lines) {
    guard let first = lines.nextFilled(from: 0), Self.isMark(lines, first, "---") else { return nil }
    // What runs on for longer is a text between two rules.
    let rest = lines.all.indices.dropFirst(first + 1).prefix(1000)
    guard let close = rest.first(where: { Self.isMark(lines, $0, "---") || Self.isMark(lines, $0, "...") })
    else { return nil }
    end = close + 1
    for index in (first + 1)..<close { read(index, lines) }
  }

  /// Bytes are compared, not strings: those are brought into a normal form first, which takes the square of the
  /// length where a line has nothing but marks that combine.
  private static func isMark(_ lines: Lines, _ index: Int, _ mark: String) -> Bool {
    lines.bytes[lines.all[index].trimmed].elementsEqual(mark.utf8)
  }

  /// A key is a word or two, in bytes.
  private static let longestKey = 200

  private mutating func read(_ index: Int, _ lines: Lines) {
    let span = lines.all[index].trimmed
    let line = lines.bytes[span]
    if line.starts(with: "- ".utf8), !entries.isEmpty {
      entries[entries.count - 1].values += Self.values(lines, (span.lowerBound + 2)..<span.upperBound)
    } else if let colon = line.prefix(Self.longestKey).firstIndex(of: UInt8(ascii: ":")),
      line.first != UInt8(ascii: "#")
    {
      let key = lines.text(span.lowerBound..<colon).trimmed.lowercased()
      entries.append(Entry(key: key, values: Self.values(lines, (colon + 1)..<span.upperBound)))
    }
  }

  /// `[a, b]` is a list; anything else one value. Quotes around a value are not part of it.
  private static func values(_ lines: Lines, _ span: Range<Int>) -> [(text: String, span: Range<Int>)] {
    let span = lines.bytes.trimmed(span)
    guard !span.isEmpty else { return [] }
    if span.count > 1, lines.bytes[span.lowerBound] == UInt8(ascii: "["),
      lines.bytes[span.upperBound - 1] == UInt8(ascii: "]")
    {
      let inner = (span.lowerBound + 1)..<(span.upperBound - 1)
      return lines.bytes[inner].split(separator: UInt8(ascii: ",")).flatMap {
        value(lines, lines.bytes.trimmed($0.startIndex..<$0.endIndex))
      }
    }
    return value(lines, span)
  }

  private static func value(_ lines: Lines, _ span: Range<Int>) -> [(text: String, span: Range<Int>)] {
    guard !span.isEmpty else { return [] }
    let first = lines.bytes[span.lowerBound]
    let isQuoted =
      span.count > 1 && first == lines.bytes[span.upperBound - 1] && (first == 0x22 || first == 0x27)
    let bare = isQuoted ? (span.lowerBound + 1)..<(span.upperBound - 1) : span
    return bare.isEmpty ? [] : [(lines.text(bare), bare)]
  }
}
