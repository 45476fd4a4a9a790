/// What cannot be seen: blanks, controls, marks of direction, a byte-order mark inside the text.
enum Blank {
  /// The length of the blank that begins at a place, or 0.
  @inline(__always)
  static func length(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
    let lead = bytes[i]
    if lead <= 0x20 || lead == 0x7F { return 1 }
    if lead < 0xC2 || (lead > 0xC2 && lead < 0xE2) { return 0 }
    return wide(bytes, i, end)
  }

  private static func wide(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
    guard i + 1 < end else { return 0 }
    let second = bytes[i + 1]
    // The controls of Latin-1, NEL among them, the blank that does not break, the soft hyphen.
    if bytes[i] == 0xC2 { return second <= 0xA0 || second == 0xAD ? 2 : 0 }
    guard i + 2 < end else { return 0 }
    let third = bytes[i + 2]
    switch (bytes[i], second) {
    // U+2000 to U+200F, U+2028 to U+202F, U+2060 to U+206F.
    case (0xE2, 0x80): return third <= 0x8F || 0xA8...0xAF ~= third ? 3 : 0
    case (0xE2, 0x81): return 0xA0...0xAF ~= third ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The length of the blank that ends before a place, or 0.
  @inline(__always)
  static func length(_ bytes: [UInt8], before i: Int, from start: Int) -> Int {
    let last = bytes[i - 1]
    if last <= 0x20 || last == 0x7F { return 1 }
    if last < 0x80 || last > 0xBF { return 0 }
    if i - 2 >= start, bytes[i - 2] == 0xC2 { return wide(bytes, i - 2, i) }
    return i - 3 >= start && bytes[i - 3] >= 0xE2 ? wide(bytes, i - 3, i) : 0
  }

  /// The first place at or behind `i` that can be seen; `end` if there is none.
  static func skip(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
    var i = i
    while i < end {
      let length = length(bytes, i, end)
      if length == 0 { return i }
      i += length
    }
    return end
  }

  /// The range without blanks at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let first = skip(bytes, range.lowerBound, range.upperBound)
    var last = range.upperBound
    while last > first {
      let length = length(bytes, before: last, from: first)
      if length == 0 { break }
      last -= length
    }
    // What is all blank is empty at its beginning.
    return last > first ? first..<last : range.lowerBound..<range.lowerBound
  }
}
