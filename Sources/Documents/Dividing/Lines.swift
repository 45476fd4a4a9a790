/// The lines of a text.
struct Lines {
  struct Line {
    /// Without the line end.
    var whole: Range<Int>
    /// Without blanks at its ends.
    var trimmed: Range<Int>
    var isBlank: Bool { trimmed.isEmpty }
    /// True if the line begins with blanks, as the first line of a paragraph may.
    var isIndented: Bool { trimmed.lowerBound > whole.lowerBound }
  }

  let bytes: [UInt8]
  private(set) var all: [Line] = []

  /// Cuts at LF, CR LF, CR, the other line ends of ASCII, NEL, and Unicode's ends of lines and paragraphs.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var begin = start
    while begin < bytes.count {
      let end = Self.lineEnd(bytes, from: begin)
      all.append(Line(whole: begin..<end.start, trimmed: Blank.trimmed(bytes, begin..<end.start)))
      begin = end.next
    }
  }

  /// Where the line ends, and where the next one begins.
  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> (start: Int, next: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var i = start
      let count = bytes.count
      while true {
        // ASCII but the controls, and the lead bytes of most scripts, end nothing.
        while i < count, isOrdinary(bytes[i]) { i &+= 1 }
        guard i < count else { return (count, count) }
        let length = endLength(bytes, i)
        if length > 0 { return (i, i &+ length) }
        i &+= 1
      }
    }
  }

  @inline(__always)
  private static func isOrdinary(_ byte: UInt8) -> Bool { byte > 0x0D && byte != 0xC2 && byte != 0xE2 }

  private static func endLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    switch bytes[i] {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1
    case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return 0 }
      return bytes[i + 2] == 0xA8 || bytes[i + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  func text(_ index: Int) -> String { text(all[index].trimmed) }
  func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  /// The first line at or behind `index` that is not blank.
  func nextFilled(from index: Int) -> Int? { all[min(index, all.count)...].firstIndex { !$0.isBlank } }
}
