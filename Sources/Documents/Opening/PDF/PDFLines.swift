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
      let framed = withoutFrame(lines)
      var first = true
      for group in framed.split(whereSeparator: \.isEmpty) {
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

  /// A page's number stands alone at its head or foot. A browser prints the address of the page below it and, above,
  /// the moment of printing, which is no day of publication.
  private static func withoutFrame(_ lines: [String]) -> [String] {
    var lines = lines
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    let foot = filled.suffix(2).first { isAddress(lines[$0]) }
    let head = filled.prefix(3).first { isMoment(lines[$0]) }
    for index in [filled.first, filled.last].compactMap({ $0 }) where isNumber(lines[index]) {
      lines[index] = ""
    }
    if let foot, let head, head < foot { (lines[foot], lines[head]) = ("", "") }
    return lines
  }

  private static func isNumber(_ line: some StringProtocol) -> Bool {
    line.count <= 9 && line.allSatisfy { $0.isNumber || "-–—/ ".contains($0) }
  }

  /// `https://example.org/a`, perhaps with `1/3` behind it.
  private static func isAddress(_ line: String) -> Bool {
    let parts = line.split(separator: " ")
    guard let address = parts.first, parts.dropFirst().allSatisfy({ isNumber($0) }) else { return false }
    return ["http://", "https://", "file://"].contains { address.hasPrefix($0) }
  }

  /// `11/24/26, 1:42 PM`, `24.11.2026, 13:42`, `2026/11/24 13:42`
  private static func isMoment(_ line: String) -> Bool {
    line.count <= 24 && line.contains(":") && line.contains(where: \.isNumber)
      && line.allSatisfy { $0.isNumber || $0.isWhitespace || "/.,:-AMPamp年月日上下午".contains($0) }
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
