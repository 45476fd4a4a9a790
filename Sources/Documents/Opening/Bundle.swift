/// Several articles in one text file, told by what parts them. An ordinary article may hold a line of dashes: it
/// is cut only where the head of an article follows.
enum Bundle {
  struct Article {
    var span: Range<Int>
    /// 1-based, where it begins.
    var line: Int
  }

  private enum Separator {
    case rule, formFeed, frontMatter, mail, numbered
  }

  /// One article or more, in order.
  static func articles(in bytes: [UInt8]) -> [Article] {
    var cuts = Cuts(bytes)
    cuts.find()
    return cuts.articles
  }

  /// Goes through the lines once.
  private struct Cuts {
    let bytes: [UInt8]
    var articles: [Article] = []
    /// Where the article that is being read begins.
    private var start = 0
    private var startLine = 1
    /// Lines of it that are not blank.
    private var filled = 0
    private let isMailBox: Bool
    /// What parts the articles: the first separator decides, so that another one inside them is text.
    private var kind: Separator?
    /// Front matter is closed by a line like the one that opened it.
    private var frontMatterEnd = 0
    private var marks = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      isMailBox = MailBox.isSeparator(bytes, 0)
    }

    mutating func find() {
      var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var line = 1
      while at < bytes.count {
        let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
        let next = min(end + 1, bytes.count)
        if let found = separator(at, end, next), kind == nil || kind == found.kind {
          kind = found.kind
          cut(at: at, next: found.next, line: line + lines(at..<found.next))
          marks += 1
        }
        if bytes[at..<end].contains(where: { $0 > 0x20 }) { filled += 1 }
        at = next
        line += 1
      }
      add(start..<bytes.count)
      // One number alone is a line of the text.
      if articles.count <= 1 || kind == .numbered && marks < 2 {
        articles = [Article(span: 0..<bytes.count, line: 1)]
      }
    }

    private func lines(_ range: Range<Int>) -> Int { bytes[range].count { $0 == 0x0A } }

    private mutating func cut(at: Int, next: Int, line: Int) {
      add(start..<at)
      (start, startLine, filled) = (next, line, 0)
    }

    private mutating func add(_ span: Range<Int>) {
      guard bytes[span].contains(where: { $0 > 0x20 }) else { return }
      articles.append(Article(span: span, line: startLine))
    }

    /// What the line parts, and where the article behind it begins.
    private mutating func separator(_ at: Int, _ end: Int, _ next: Int) -> (kind: Separator, next: Int)? {
      guard at < end else { return nil }
      switch bytes[at] {
      case 0x0C: return Head.isHead(bytes, at + 1) ? (.formFeed, at + 1) : nil
      case UInt8(ascii: "F") where isMailBox && at > 0:
        return MailBox.isSeparator(bytes, at) ? (.mail, at) : nil
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"):
        return rule(at, end, next)
      case UInt8(ascii: "D"), UInt8(ascii: " "), UInt8(ascii: "1")...UInt8(ascii: "9"):
        return DocumentNumber.isMark(bytes[at..<end]) ? (.numbered, next) : nil
      default: return nil
      }
    }

    private mutating func rule(_ at: Int, _ end: Int, _ next: Int) -> (kind: Separator, next: Int)? {
      guard at >= frontMatterEnd, Head.isRule(bytes[at..<end]) else { return nil }
      if let close = Head.frontMatterEnd(bytes, at, end) {
        frontMatterEnd = close
        return at > start ? (.frontMatter, at) : nil
      }
      // A line under a single one marks that as a title.
      guard filled != 1 || at - start > 300 else { return nil }
      return Head.isHead(bytes, next) ? (.rule, next) : nil
    }
  }
}

/// "Document 3 of 12", "3 of 12 DOCUMENTS", "Document INTFAX0020190605ef650012x": how news archives part articles.
enum DocumentNumber {
  static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 80 else { return false }
    let words = line.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    let isCount = { (index: Int) in
      index < words.count && !words[index].isEmpty && words[index].allSatisfy(\.isNumber)
    }
    if words.count == 4, words[0] == "Document", isCount(1), words[2] == "of", isCount(3) { return true }
    if words.count == 4, isCount(0), words[1] == "of", isCount(2), words[3] == "DOCUMENTS" { return true }
    return words.count == 2 && words[0] == "Document" && isAccession(words[1])
  }

  /// Capitals, then a day and more in digits.
  private static func isAccession(_ word: String) -> Bool {
    let code = word.utf8.prefix { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    return word.utf8.count >= 16 && code.count >= 14 && (0x41...0x5A).contains(word.utf8.first!)
      && code.count { (0x30...0x39).contains($0) } >= 10
  }
}
