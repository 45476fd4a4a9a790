/// Cuts a paragraph into sentences.
///
/// Every visible byte is in one sentence; only blanks are left out between them. A stop ends a sentence where a
/// new one can begin behind it, and the word before it is no abbreviation. Of several sentences within quotes each
/// is one; who spoke, told behind the quote, belongs to the last.
struct Sentences {
  let bytes: [UInt8]
  let end: Int
  /// Where the sentence begins that is read now.
  private(set) var start: Int
  /// Where the last Chinese quote was opened.
  private(set) var quote: Int?

  /// Adds the sentences of a part of a text, blanks between them left out.
  static func append(_ bytes: [UInt8], _ paragraph: Range<Int>, to passages: inout [Passage]) {
    let whole = Blank.trimmed(bytes, paragraph)
    guard !whole.isEmpty else { return }
    var sentences = Sentences(bytes: bytes, end: whole.upperBound, start: whole.lowerBound)
    sentences.cut(into: &passages)
  }

  private init(bytes: [UInt8], end: Int, start: Int) {
    self.bytes = bytes
    self.end = end
    self.start = start
  }

  private mutating func cut(into passages: inout [Passage]) {
    var i = start
    while true {
      i = nextMark(from: i)
      guard i < end else { break }
      guard Self.isStop(bytes, i, end) else {
        if isOpeningQuote(i) { quote = i }
        i += bytes[i] < 0x80 ? 1 : 3
        continue
      }
      let run = StopRun(bytes, at: i, end)
      if let stop = endOfSentence(run) {
        passages.append(Passage(.sentence, start..<stop))
        start = Blank.skip(bytes, stop, end)
        i = start
      } else {
        i = run.end
      }
    }
    if start < end { passages.append(Passage(.sentence, start..<end)) }
  }

  /// The next byte that may begin a stop or an opening quote.
  private func nextMark(from first: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var i = first
      while i < end {
        let byte = bytes[i]
        if byte < 0x40 {
          if byte == 0x2E || byte == 0x21 || byte == 0x3F { return i }
        } else if byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
          return i
        }
        i &+= 1
      }
      return end
    }
  }

  /// True at one of `.!?…。！？｡`.
  static func isStop(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
    let byte = bytes[i]
    if byte < 0x80 { return byte == 0x2E || byte == 0x21 || byte == 0x3F }
    return isWideStop(bytes, i, end) || isEllipsis(bytes, i, end)
  }

  static func isEllipsis(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
    i + 2 < end && bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA6
  }

  static func isWideStop(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
    guard i + 2 < end else { return false }
    switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBD, 0xA1): return true
    default: return false
    }
  }

  /// True at one of `“「『`.
  private func isOpeningQuote(_ i: Int) -> Bool {
    guard i + 2 < end, bytes[i + 1] == 0x80 else { return false }
    return bytes[i] == 0xE2 && bytes[i + 2] == 0x9C
      || bytes[i] == 0xE3 && (bytes[i + 2] == 0x8C || bytes[i + 2] == 0x8E)
  }
}

/// Stops that stand together, as in `?!` or `...`.
struct StopRun {
  let start: Int
  private(set) var end: Int
  private(set) var count = 0
  /// True if one of them is Chinese: it needs no blank behind it.
  private(set) var isWide = false
  private let first: UInt8

  init(_ bytes: [UInt8], at i: Int, _ limit: Int) {
    start = i
    end = i
    first = bytes[i]
    while end < limit, Sentences.isStop(bytes, end, limit) {
      isWide = isWide || Sentences.isWideStop(bytes, end, limit)
      end += bytes[end] < 0x80 ? 1 : 3
      count += 1
    }
  }

  /// True for one full stop: the only mark that words may end with.
  var isDot: Bool { count == 1 && first == 0x2E }
  /// True for `...` and `…`.
  var isEllipsis: Bool { first == 0xE2 || first == 0x2E && count > 1 }
}
