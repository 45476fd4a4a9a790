/// Words and phrases that are looked for in a text in one pass: cues that are asked of one sentence at a time. They begin
/// and end where a word does, in Chinese anywhere; one with a star goes on as it likes; a small letter at the start may be
/// a capital in the text.
struct Phrases: Sendable {
  private struct Phrase {
    var bytes: [UInt8]
    var isOpen: Bool
  }

  /// By their first byte; empty for most bytes.
  private var byFirst = [[Phrase]](repeating: [], count: 256)
  private var isFirst = [Bool](repeating: false, count: 256)

  init(_ phrases: [String]) {
    for written in phrases {
      let isOpen = written.utf8.last == UInt8(ascii: "*")
      let text = isOpen ? String(written.dropLast()) : written
      for form in Set([text, text.prefix(1).uppercased() + text.dropFirst()]) where !form.isEmpty {
        byFirst[Int(form.utf8.first!)].append(Phrase(bytes: Array(form.utf8), isOpen: isOpen))
        isFirst[Int(form.utf8.first!)] = true
      }
    }
  }

  /// True if one of them stands in these bytes. Longer sentences are lists or broken text: nothing is told from them.
  func isIn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= Word.longestSentence else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      range.contains { at in
        isFirst[Int(bytes[at])] && mayStand(at, range.lowerBound, bytes)
          && byFirst[Int(bytes[at])].contains { stands($0, at, range, bytes) }
      }
    }
  }

  /// Where they stand in these bytes, in order of place: at each place the longest.
  func all(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    guard range.count <= Word.longestSentence else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      range.compactMap { at in
        guard isFirst[Int(bytes[at])], mayStand(at, range.lowerBound, bytes) else { return nil }
        let lengths = byFirst[Int(bytes[at])].filter { stands($0, at, range, bytes) }.map(\.bytes.count)
        return lengths.max().map { at..<(at + $0) }
      }
    }
  }

  private func stands(
    _ phrase: Phrase, _ at: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = at + phrase.bytes.count
    guard end <= range.upperBound else { return false }
    for (offset, byte) in phrase.bytes.enumerated() where bytes[at + offset] != byte { return false }
    return bytes[at] >= 0xE0 || phrase.isOpen || end == range.upperBound || !beginsLetter(bytes[end])
  }

  private func mayStand(_ at: Int, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[at] >= 0xE0 || !endsLetter(at, start, bytes)
  }

  /// Latin and Cyrillic letters, and figures.
  private func beginsLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xC5, 0xD0...0xD2: true
    default: false
    }
  }

  private func endsLetter(_ at: Int, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard at > start else { return false }
    if bytes[at - 1] < 0x80 { return beginsLetter(bytes[at - 1]) }
    return at - 1 > start && beginsLetter(bytes[at - 2]) && bytes[at - 2] >= 0x80
  }
}
