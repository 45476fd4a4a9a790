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

  /// Cuts at LF, CR LF and CR.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var begin = start
    var i = start
    while i < bytes.count {
      if bytes[i] == 0x0A || bytes[i] == 0x0D {
        add(begin..<i)
        if bytes[i] == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
        begin = i + 1
      }
      i += 1
    }
    if begin < bytes.count { add(begin..<bytes.count) }
  }

  private mutating func add(_ whole: Range<Int>) {
    all.append(Line(whole: whole, trimmed: bytes.trimmed(whole)))
  }

  func text(_ index: Int) -> String { text(all[index].trimmed) }
  func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  /// The first line at or behind `index` that is not blank.
  func nextFilled(from index: Int) -> Int? { all[min(index, all.count)...].firstIndex { !$0.isBlank } }
}
