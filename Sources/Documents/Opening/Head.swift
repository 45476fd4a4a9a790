/// What the head of an article in a bundle looks like.
enum Head {
  /// So many lines are enough to see a head.
  private static let lines = 12

  /// True if two lines like `Title: ...`, `Date: ...` follow, behind one line at most, and then a text. Without the
  /// text they say where the article above them comes from.
  static func isHead(_ bytes: [UInt8], _ start: Int) -> Bool {
    var at = start
    var found = 0
    var seen = 0
    while seen < lines, at < bytes.count {
      let line = MailHeader.line(bytes, at, bytes.count)
      let text = bytes[line.content].prefix(200)
      at = line.next
      if text.allSatisfy({ $0 <= 0x20 }) { continue }
      seen += 1
      if isField(Array(text)) {
        found += 1
      } else if found >= 2 {
        return text.count >= 30 || seen < lines && at < bytes.count
      } else if seen > 1 || text.count > 150 {
        return false
      }
    }
    return false
  }

  private static func isField(_ line: [UInt8]) -> Bool {
    let name = line.prefix(60)
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) ?? wideColon(name) else { return false }
    let label = String(decoding: line[..<colon], as: UTF8.self).filter { !"*#_".contains($0) }
    return HeaderField(label: label) != nil || extra.contains(label.lowercased())
  }

  private static let extra: Set<String> = [
    "headline", "subject", "byline", "place", "id", "section", "length",
  ]

  /// ：
  private static func wideColon(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: [0xEF, 0xBC, 0x9A]) }
  }

  /// Three marks or more of one kind, with blanks or without.
  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.filter { $0 > 0x20 }
    return marks.count >= 3 && marks.allSatisfy { $0 == marks[0] }
  }

  /// Where front matter that begins with this line ends; nil if none does.
  static func frontMatterEnd(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    guard trimmed(bytes[at..<end]).elementsEqual("---".utf8) else { return nil }
    var place = MailHeader.line(bytes, at, bytes.count).next
    var fields = 0
    for _ in 0..<40 where place < bytes.count {
      let line = MailHeader.line(bytes, place, bytes.count)
      let text = trimmed(bytes[line.content].prefix(2000))
      place = line.next
      if text.elementsEqual("---".utf8) { return fields >= (at < 4 ? 1 : 2) ? place : nil }
      if text.isEmpty { return nil }
      if isField(Array(text)) { fields += 1 }
    }
    return nil
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = line.drop { $0 <= 0x20 }
    return front.prefix((front.lastIndex { $0 > 0x20 } ?? front.startIndex - 1) - front.startIndex + 1)
  }
}
