/// Makes paragraphs of the printed lines of a PDF: pages run on, words cut at line ends are whole again.
enum PDFLines {
  static func paragraphs(_ text: String) -> String {
    var out = ""
    for block in blocks(text) {
      if !out.isEmpty { out += "\n\n" }
      out += block
    }
    return out.isEmpty ? "" : out + "\n"
  }

  private static func blocks(_ text: String) -> [String] {
    var blocks: [String] = []
    for page in text.split(separator: "\u{C}") {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
      let numbered = withoutNumber(lines)
      var first = true
      for group in numbered.split(whereSeparator: \.isEmpty) {
        for paragraph in paragraphs(in: Array(group)) {
          if first, let last = blocks.last, runsOn(last, paragraph) {
            blocks[blocks.count - 1] = joined(last, paragraph)
          } else {
            blocks.append(paragraph)
          }
          first = false
        }
      }
    }
    return blocks
  }

  private static func trimmed(_ line: Substring) -> String {
    let front = line.drop { $0.isWhitespace }
    return String(front.prefix(front.count - front.reversed().prefix { $0.isWhitespace }.count))
  }

  /// A page's number stands alone at its head or foot.
  private static func withoutNumber(_ lines: [String]) -> [String] {
    var lines = lines
    for index in [lines.firstIndex { !$0.isEmpty }, lines.lastIndex { !$0.isEmpty }].compactMap({ $0 })
    where lines[index].count <= 9 && lines[index].allSatisfy({ $0.isNumber || "-–— ".contains($0) }) {
      lines[index] = ""
    }
    return lines
  }

  /// Lines of one block; one that ends a sentence well before the margin ends a paragraph.
  private static func paragraphs(in lines: [String]) -> [String] {
    let width = lines.map(\.count).max() ?? 0
    var paragraphs: [String] = []
    var open: String?
    for line in lines {
      open = open.map { joined($0, line) } ?? line
      if line.count * 4 < width * 3, line.last.map({ ".!?。！？:：".contains($0) }) ?? false {
        paragraphs.append(open!)
        open = nil
      }
    }
    if let open { paragraphs.append(open) }
    return paragraphs
  }

  /// The sentence goes on over the page.
  private static func runsOn(_ last: String, _ next: String) -> Bool {
    guard let end = last.last, let begin = next.first else { return false }
    return (end.isLowercase || end == "-" || end == ",") && begin.isLowercase
  }

  private static func joined(_ front: String, _ back: String) -> String {
    guard let end = front.unicodeScalars.last, let begin = back.unicodeScalars.first else {
      return front + back
    }
    let isCut = end == "\u{AD}" || end == "-" || end == "\u{2010}"
    if isCut, begin.properties.isLowercase, front.dropLast().last?.isLowercase ?? false {
      return front.dropLast() + back
    }
    // Chinese has no blanks between its words.
    let isHan = { (scalar: Unicode.Scalar) in
      (0x3000...0x9FFF).contains(scalar.value) || (0xFF00...0xFF5E).contains(scalar.value)
    }
    return isHan(end) && isHan(begin) || isCut ? front + back : front + " " + back
  }
}
