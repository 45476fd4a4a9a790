/// A text as names are looked for in it: small letters, plain hyphens, apostrophes and blanks, nothing
/// invisible. Every byte knows where in the original it comes from, so spans stay exact.
struct FoldedText {
  /// UTF-8. A run of blanks is one blank, or one line feed where an empty line parts two paragraphs.
  private(set) var bytes: [UInt8] = []
  /// Offset in the original of each byte.
  private(set) var origins: [Int32] = []
  private let original: [UInt8]
  /// True if the run of blanks at the end holds a line feed.
  private var hasLineFeed = false

  init(_ text: [UInt8]) {
    original = text
    bytes.reserveCapacity(text.count)
    origins.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      if text[i] < 0x80 { fold(ascii: text[i], at: &i) } else { fold(wideAt: &i) }
    }
  }

  private mutating func append(_ byte: UInt8, from origin: Int) {
    bytes.append(byte)
    origins.append(Int32(truncatingIfNeeded: origin))
  }

  private mutating func fold(ascii byte: UInt8, at i: inout Int) {
    switch byte {
    case 0x41...0x5A: append(byte | 0x20, from: i)
    case 0x20, 0x09, 0x0A, 0x0D: appendBlank(isLineFeed: byte == 0x0A, from: i)
    default: append(byte, from: i)
    }
    i += 1
  }

  /// Two line feeds in one run of blanks end a paragraph.
  private mutating func appendBlank(isLineFeed: Bool, from origin: Int) {
    guard let last = bytes.last, last == 0x20 || last == 0x0A else {
      hasLineFeed = isLineFeed
      return append(0x20, from: origin)
    }
    if isLineFeed, hasLineFeed { bytes[bytes.count - 1] = 0x0A }
    hasLineFeed = hasLineFeed || isLineFeed
  }

  private mutating func fold(wideAt i: inout Int) {
    let length = Self.length(original[i])
    let next = i + 1 < original.count ? original[i + 1] : 0
    let third = i + 2 < original.count ? original[i + 2] : 0
    switch Self.kind(original[i], next, third) {
    case .same: for k in i..<min(i + length, original.count) { append(original[k], from: k) }
    case .pair(let first, let second):
      append(first, from: i)
      append(second, from: i + 1)
    case .single(let byte): append(byte, from: i)
    case .blank: appendBlank(isLineFeed: false, from: i)
    case .nothing: break
    }
    i += length
  }

  private enum Kind {
    case same
    case pair(UInt8, UInt8)
    case single(UInt8)
    case blank
    case nothing
  }

  private static func kind(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Kind {
    switch (a, b, c) {
    case (0xD0, 0x90...0x9F, _): .pair(0xD0, b + 0x20)
    case (0xD0, 0xA0...0xAF, _): .pair(0xD1, b - 0x20)
    case (0xD0, 0x80...0x8F, _): .pair(0xD1, b + 0x10)
    case (0xC3, 0x97, _): .same
    case (0xC3, 0x80...0x9E, _): .pair(0xC3, b + 0x20)
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): .blank
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): .nothing
    case (0xE2, 0x80, 0x90...0x93): .single(UInt8(ascii: "-"))
    case (0xE2, 0x80, 0x98...0x99): .single(UInt8(ascii: "'"))
    case (0xEF, 0xBC, 0x81...0xBF): .single(lower(c - 0x60))
    case (0xEF, 0xBD, 0x80...0x9E): .single(lower(c - 0x20))
    default: .same
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
  private static func length(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}

// Letters and where they stand. An index counts in `bytes`.
extension FoldedText {
  /// True for a Latin, Greek or Cyrillic letter or a digit: what words are made of.
  func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case 0x30...0x39, 0x61...0x7A: return true
    case 0xC3...0xDF: return true
    default: return false
    }
  }

  func isLetter(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let last = bytes[index - 1]
    return last < 0x80 ? isLetter(at: index - 1) : index > 1 && 0xC3...0xDF ~= bytes[index - 2]
  }

  /// The index behind the letters that begin at `index`.
  func endOfLetters(from index: Int) -> Int {
    var i = index
    while isLetter(at: i) { i += bytes[i] < 0x80 ? 1 : 2 }
    return i
  }

  /// True if the original has a capital where the folded text has a small letter.
  func isCapital(at index: Int) -> Bool {
    let origin = Int(origins[index])
    switch original[origin] {
    case 0x41...0x5A: return true
    case 0xD0: return 0x80...0xAF ~= original[origin + 1]
    case 0xC3: return 0x80...0x9E ~= original[origin + 1] && original[origin + 1] != 0x97
    case 0xEF: return original[origin + 1] == 0xBC && 0xA1...0xBA ~= original[origin + 2]
    default: return false
    }
  }

  /// The bytes of the original that `range` was folded from.
  func span(_ range: Range<Int>) -> Range<Int> {
    let last = Int(origins[range.upperBound - 1])
    let length = original[last] < 0xC0 ? 1 : Self.length(original[last])
    // Only a character folded to fewer bytes still has its lead byte here.
    return Int(origins[range.lowerBound])..<(last + length)
  }
}

extension FoldedText {
  private static let locating = Set(
    ["in", "at", "from", "to", "near", "outside", "в", "во", "из", "под", "до", "через"].map {
      Array($0.utf8)
    })
  private static let locatingHan = ["在", "于", "赴", "抵", "从", "到"].map { Array($0.utf8) }

  /// True if a word before `index` says that a place follows.
  func isLocated(at index: Int) -> Bool {
    if Self.locatingHan.contains(where: { bytes[..<index].suffix($0.count).elementsEqual($0) }) {
      return true
    }
    guard index > 1, bytes[index - 1] == 0x20 else { return false }
    var start = index - 1
    while isLetter(before: start) { start -= bytes[start - 1] < 0x80 ? 1 : 2 }
    return Self.locating.contains(Array(bytes[start..<(index - 1)]))
  }
}
