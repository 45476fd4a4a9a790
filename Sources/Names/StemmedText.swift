/// A folded text with every Cyrillic word cut to its stem: in it Роскосмос is found as Роскосмоса.
struct StemmedText {
  private(set) var bytes: [UInt8] = []
  /// For each byte its index in the folded text.
  private(set) var indexes: [Int32] = []

  init(_ text: FoldedText) {
    bytes.reserveCapacity(text.bytes.count)
    indexes.reserveCapacity(text.bytes.count)
    var i = 0
    while i < text.bytes.count {
      guard text.isLetter(at: i) else {
        append(text.bytes[i], i)
        i += 1
        continue
      }
      let end = text.endOfLetters(from: i)
      let isCyrillic = 0xD0...0xD3 ~= text.bytes[i]
      let kept = isCyrillic ? Stem.russianLength(text.bytes[i..<end]) : end - i
      for k in i..<(i + kept) { append(text.bytes[k], k) }
      i = end
    }
  }

  private mutating func append(_ byte: UInt8, _ index: Int) {
    bytes.append(byte)
    indexes.append(Int32(truncatingIfNeeded: index))
  }

  /// The whole words of the folded text that a range of stems stands for.
  func words(_ range: Range<Int>, in text: FoldedText) -> Range<Int> {
    Int(indexes[range.lowerBound])..<text.endOfLetters(from: Int(indexes[range.upperBound - 1]) + 1)
  }

  /// True if a stem begins at `index` and not in its middle.
  func isWordStart(_ index: Int, in text: FoldedText) -> Bool { !text.isLetter(before: Int(indexes[index])) }

  /// True if the stem ends before `index`: the next byte belongs to another word or to none.
  func isWordEnd(_ index: Int, in text: FoldedText) -> Bool {
    guard index < indexes.count else { return true }
    // The bytes of one stem stand side by side; a jump means that an ending was cut off.
    return indexes[index] != indexes[index - 1] + 1 || !text.isLetter(at: Int(indexes[index]))
  }
}
