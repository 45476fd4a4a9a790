internal import Documents

/// Words that put an act on the day of the one told before: "then", "that day", «в тот же день», 当天. They are its date.
enum SameDay {
  private static let phrases = [
    "the same day", "that day", "that same day", "at the close of the day", "at the end of the day",
    "on the same occasion", "в тот же день", "в этот же день", "тогда же", "Тогда же", "в ходе встречи",
    "по итогам встречи",
    "затем", "после этого", "当天", "同日", "同一天", "当日", "会后", "随后",
  ].map { Array($0.utf8) }
  private static let then = Array("then ".utf8)

  /// First bytes, those of small letters; the bit that makes them small is set in all.
  private static let firsts = (phrases + [then]).reduce(into: [Bool](repeating: false, count: 256)) {
    $0[Int($1[0] | 0x20)] = true
  }

  /// The words in a sentence that has no day of its own.
  static func span(in sentence: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    guard sentence.count <= Word.longestSentence else { return nil }
    for at in starts(in: sentence, bytes) where isStart(at, sentence, bytes) {
      if let phrase = phrases.first(where: { matches($0, at, sentence, bytes) }) {
        return at..<(at + phrase.count)
      }
      if matches(then, at, sentence, bytes), isSequel(at, sentence, bytes) { return at..<(at + 4) }
    }
    return nil
  }

  /// The places where a byte stands that one of them begins with.
  private static func starts(in sentence: Range<Int>, _ bytes: [UInt8]) -> [Int] {
    firsts.withUnsafeBufferPointer { firsts in
      bytes.withUnsafeBufferPointer { bytes in
        sentence.filter { at in
          firsts[Int(bytes[at] | 0x20)]
            && (bytes[at] >= 0xE0 || at == sentence.lowerBound || bytes[at - 1] == 0x20)
        }
      }
    }
  }

  private static func isStart(_ at: Int, _ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let byte = bytes[at]
    // A Chinese sentence has no blanks: its phrases begin with 当 (E5), 同 (E5), 会 (E4), 随 (E9).
    if byte == 0xE5 || byte == 0xE4 || byte == 0xE9 { return true }
    return at == sentence.lowerBound || bytes[at - 1] == 0x20
  }

  private static func matches(_ phrase: [UInt8], _ at: Int, _ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool
  {
    guard at + phrase.count <= sentence.upperBound else { return false }
    for (offset, byte) in phrase.enumerated() {
      let own = bytes[at + offset]
      // The first letter may be a capital: of Russian the second byte tells it.
      let isCapital =
        at == sentence.lowerBound
        && (own == byte &- 0x20 && (offset == 0 || (offset == 1 && byte >= 0xB0)))
      if own != byte, !isCapital { return false }
    }
    return true
  }

  /// "Then initialled", but not "since then", "the then minister".
  private static func isSequel(_ at: Int, _ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let next = bytes[(at + 5)..<sentence.upperBound].prefix { $0 != 0x20 && $0 != 0x2C }
    let head = bytes[max(sentence.lowerBound, at - 6)..<at]
    let isOther = ["since ", "by ", "the ", "until ", "'s "].contains {
      head.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    return !isOther
      && Verbs.isDone(Word(kind: .letters, span: 0..<0, text: String(decoding: next, as: UTF8.self)))
  }
}
