/// Divides a text into title, headings, paragraphs and sentences.
struct Divide {
  private let lines: Lines
  private let header: Header
  /// The width of the text: the length of its longest line, in bytes.
  private let width: Int
  private(set) var passages: [Passage] = []
  /// What an agency put before the first sentence.
  private(set) var dateline: Dateline?
  private var paragraphs = 0

  /// True where blanks begin the first line of each paragraph, so that a line without them goes on.
  private let hasIndents: Bool

  /// A line that is longer was not broken to fit a screen.
  private static let unbroken = 400
  /// A dateline may stand behind a summary and a caption.
  private static let opening = 6

  init(_ lines: Lines, _ header: Header) {
    self.lines = lines
    self.header = header
    width = lines.all[min(header.end, lines.all.count)...].reduce(0) { max($0, $1.trimmed.count) }
    hasIndents = Self.hasIndents(lines, from: header.end)
    if let title = header.title { passages.append(Passage(.title, title.span)) }
    divide()
  }

  /// The paragraphs and headings: lines between blank ones, cut where a line begins one of its own.
  private mutating func divide() {
    var open: Range<Int>?
    for index in lines.all.indices[min(header.end, lines.all.count)...] {
      let line = lines.all[index]
      let isGap = line.isBlank || header.holds(index)
      if let block = open, isGap || begins(line, behind: lines.all[index - 1]) {
        add(block)
        open = nil
      }
      if !isGap { open = (open?.lowerBound ?? line.trimmed.lowerBound)..<line.trimmed.upperBound }
    }
    if let open { add(open) }
  }

  /// Three paragraphs begin with blanks behind a line that ends one, and some line without blanks goes on with
  /// what the line before left open; a blank line or an open line before blanks is the exception.
  private static func hasIndents(_ lines: Lines, from first: Int) -> Bool {
    var (beginning, open, flush) = (0, 0, 0)
    for index in lines.all.indices[min(first + 1, lines.all.count)...] {
      let (line, previous) = (lines.all[index], lines.all[index - 1])
      guard !line.isBlank, !previous.isBlank else { continue }
      switch (line.isIndented, isEnded(lines.bytes, previous.trimmed)) {
      case (true, true): beginning += 1
      case (true, false): open += 1
      case (false, false): flush += 1
      case (false, true): break
      }
    }
    return beginning >= 3 && flush > 0 && open * 2 <= beginning
  }

  private mutating func add(_ block: Range<Int>) {
    if isRule(block) { return }
    if let heading = heading(block) { return passages.append(Passage(.heading, heading)) }
    passages.append(Passage(.paragraph, block))
    var text = block
    if dateline == nil, paragraphs < Self.opening, let found = Dateline(lines.bytes, block) {
      dateline = found
      text = found.end..<block.upperBound
    }
    paragraphs += 1
    Sentences.append(lines.bytes, text, to: &passages)
  }

  /// Not every text parts its paragraphs by empty lines: a heading, an item of a list, an indented line, or a
  /// line behind one that was not broken to fit begins a new one.
  private func begins(_ line: Lines.Line, behind previous: Lines.Line) -> Bool {
    if Mark.begins(lines.bytes, line.trimmed) || lines.bytes[previous.trimmed.lowerBound] == UInt8(ascii: "#")
    {
      return true
    }
    if hasIndents { return line.isIndented }
    let goesOn = Follower(lines.bytes, line.trimmed.lowerBound, line.trimmed.upperBound)
    if Self.isEnded(lines.bytes, previous.trimmed) {
      let last = EdgeWord(
        lines.bytes, endingAt: previous.trimmed.upperBound - 1, from: previous.trimmed.lowerBound)
      if Abbreviations.kinds[last.key] == .title { return false }
      return line.isIndented || previous.trimmed.count > 120
        || !goesOn.isLower && previous.trimmed.count * 5 < width * 3
    }
    if goesOn.isLower || goesOn.continues { return false }
    return width > Self.unbroken || previous.trimmed.count * 2 < width
  }

  /// True if a line ends with a mark that ends sentences, or what closes one.
  static func isEnded(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let last = bytes[line.upperBound - 1]
    if last < 0x80 { return ".!?:\"".utf8.contains(last) }
    guard line.count > 2 else { return false }
    let tail = bytes[(line.upperBound - 3)..<line.upperBound]
    if tail.dropFirst().elementsEqual([0xC2, 0xBB]) { return true }
    return marks.contains { tail.elementsEqual($0) }
  }

  private static let marks = "。！？…”：」』".map { Array(String($0).utf8) }

  /// A line of dashes or the like parts what stands around it.
  private func isRule(_ block: Range<Int>) -> Bool {
    block.count > 2 && block.count < 200 && lines.bytes[block].allSatisfy { "=-_*~ ".utf8.contains($0) }
  }

  private func heading(_ block: Range<Int>) -> Range<Int>? {
    let bytes = lines.bytes
    let hashes = bytes[block].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard 1...6 ~= hashes, block.lowerBound + hashes < block.upperBound,
      bytes[block.lowerBound + hashes] == 0x20
    else { return nil }
    let text = bytes.trimmed((block.lowerBound + hashes)..<block.upperBound, without: "#")
    return text.isEmpty ? nil : text
  }
}

/// What stands before an item of a list.
enum Mark {
  /// True for `#`, `- `, `• `, `1. `, `2) `, `(3) `, `①`, `一、`, `（二）`.
  static func begins(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let first = bytes[line.lowerBound]
    switch first {
    case UInt8(ascii: "#"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return at(bytes, line, 1) == 0x20
    case UInt8(ascii: "("), 0x30...0x39: return number(bytes, line)
    case 0xC2: return at(bytes, line, 1) == 0xB7
    case 0xE2: return isBullet(bytes, line)
    case 0xE3...0xEF: return isChinese(bytes, line)
    default: return false
    }
  }

  private static func at(_ bytes: [UInt8], _ line: Range<Int>, _ offset: Int) -> UInt8 {
    line.lowerBound + offset < line.upperBound ? bytes[line.lowerBound + offset] : 0
  }

  /// One or two figures, a stop or a bracket, a blank.
  private static func number(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var i = at(bytes, line, 0) == UInt8(ascii: "(") ? 1 : 0
    let start = i
    while i < start + 2, 0x30...0x39 ~= at(bytes, line, i) { i += 1 }
    let mark = at(bytes, line, i)
    return i > start && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
      && at(bytes, line, i + 1) == 0x20
  }

  /// – — • ‣ ▪ ■ ● ◦ ① and their like; a dash with a blank behind it.
  private static func isBullet(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let (second, third) = (at(bytes, line, 1), at(bytes, line, 2))
    switch second {
    case 0x80:
      return third == 0xA2 || third == 0xA3 || (third == 0x93 || third == 0x94) && at(bytes, line, 3) == 0x20
    case 0x91, 0x96, 0x97: return true
    default: return false
    }
  }

  /// `一、`, `十二、`, `（三）`
  private static func isChinese(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let text = String(decoding: bytes[line].prefix(15), as: UTF8.self)
    let isBracketed = text.first == "（"
    let numbers = text.dropFirst(isBracketed ? 1 : 0)
    let rest = numbers.drop { "一二三四五六七八九十".contains($0) }
    return rest.count < numbers.count && rest.first == (isBracketed ? "）" : "、")
  }
}
