/// Cuts a text into words, which are letters and digits together, and single Chinese characters, and writes them as
/// they are folded, in one pass over its bytes.
struct SearchWriter {
  typealias Body = (
    _ span: Range<Int>, _ term: Range<Int>, _ output: UnsafeMutablePointer<UInt8>, _ isHan: Bool
  ) -> Void

  private let bytes: UnsafeBufferPointer<UInt8>
  private let output: UnsafeMutablePointer<UInt8>
  /// How many bytes are written.
  private(set) var count = 0
  private var at = 0
  /// Where the word that is read begins in the text, and in what is written; -1 between words.
  private var (start, termStart) = (-1, 0)
  /// Where its last letter ends: marks and joiners behind that are none of it.
  private var (end, termEnd) = (0, 0)
  /// Where the Chinese character ends that was the last term; -1 if another was.
  private var hanEnd = -1

  /// Over bytes that are known to be UTF-8, into room enough.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutablePointer<UInt8>) {
    (self.bytes, self.output) = (bytes, output)
  }

  @inline(__always)
  mutating func run(_ body: Body) {
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        ascii(lead, body)
      } else if lead &- 0xD0 < 2, at + 1 < bytes.count {
        cyrillic(lead, bytes[at + 1], body)
      } else if lead &- 0xE5 < 5, at + 2 < bytes.count {
        // From U+5000 to U+9FFF.
        han(
          UInt32(lead & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F), body)
      } else {
        other(body)
      }
    }
    close(body)
  }

  // MARK: Words

  @inline(__always)
  private mutating func ascii(_ byte: UInt8, _ body: Body) {
    let small = byte | 0x20
    let isLetter = small &- 0x61 < 26
    if isLetter || byte &- 0x30 < 10 {
      open()
      put(isLetter ? small : byte)
      closeLetter(1)
    } else {
      at += 1
      close(body)
    }
  }

  @inline(__always)
  private mutating func cyrillic(_ lead: UInt8, _ second: UInt8, _ body: Body) {
    let value = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
    var small = value
    switch value {
    case 0x430...0x44F: break
    case 0x410...0x42F: small = value + 0x20
    case 0x401, 0x451: small = 0x435
    case 0x400...0x40F: small = value + 0x50
    case 0x450...0x45F: break
    default: return other(body)
    }
    open()
    put(0xC0 | UInt8(truncatingIfNeeded: small >> 6))
    put(0x80 | UInt8(truncatingIfNeeded: small) & 0x3F)
    closeLetter(2)
  }

  @inline(__always)
  private mutating func open() {
    if start < 0 { (start, termStart, hanEnd) = (at, count, -1) }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    output[count] = byte
    count += 1
  }

  /// Behind a letter of so many bytes.
  @inline(__always)
  private mutating func closeLetter(_ length: Int) {
    at += length
    (end, termEnd) = (at, count)
  }

  @inline(__always)
  private mutating func close(_ body: Body) {
    guard start >= 0 else { return }
    count = termEnd
    body(start..<end, termStart..<count, output, false)
    put(0x20)
    start = -1
  }

  // MARK: Chinese characters

  @inline(__always)
  private mutating func han(_ value: UInt32, _ body: Body) {
    close(body)
    if hanEnd >= 0, hanEnd != at { separate(body) }
    let first = count
    for byte in SearchFold.folded(han: value) { put(byte) }
    let length = value < 0x1_0000 ? 3 : 4
    body(at..<at + length, first..<count, output, true)
    put(0x20)
    at += length
    hanEnd = at
  }

  private mutating func separate(_ body: Body) {
    let first = count
    for byte in SearchTerms.separator.utf8 { put(byte) }
    body(hanEnd..<at, first..<count, output, true)
    put(0x20)
  }

  // MARK: All others

  private mutating func other(_ body: Body) {
    let (value, length) = decoded()
    if SearchFold.isHan(value), length > 2 { return han(value, body) }
    switch SearchFold.reading(of: value) {
    case .part:
      at += length
      close(body)
    case .joiner:
      if start >= 0 { fold(value) }
      at += length
    case .word:
      open()
      fold(value)
      closeLetter(length)
    }
  }

  private mutating func fold(_ value: UInt32) {
    // A breve makes another letter of и.
    if value == 0x306, count - termStart > 1, output[count - 2] == 0xD0, output[count - 1] == 0xB8 {
      output[count - 1] = 0xB9
    } else {
      SearchFold.forEachByte(of: value) { put($0) }
    }
  }

  /// The value of the character here, and its length in bytes.
  private func decoded() -> (UInt32, Int) {
    let lead = UInt32(bytes[at])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC0, at + length <= bytes.count else { return (lead, 1) }
    var value = lead & (0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(bytes[at + k] & 0x3F) }
    return (value, length)
  }
}
