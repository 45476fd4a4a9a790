/// "Have just signed", «только что подписали», 刚刚签署: on the day of the text. The words are its date.
enum JustNow {
  private static let english = ["have just ", "has just "].map { Array($0.utf8) }
  private static let others = ["только что ", "Только что ", "刚刚", "剛剛"].map { Array($0.utf8) }
  private static let firsts = (english + others).reduce(into: [Bool](repeating: false, count: 256)) {
    $0[Int($1[0])] = true
  }

  /// The words in a sentence; of English they stand before the form of a verb.
  static func span(in sentence: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    guard sentence.count <= Word.longestSentence else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      for at in sentence where firsts[Int(bytes[at])] {
        // All but Chinese begins where a word does.
        guard bytes[at] >= 0xE0 || at == sentence.lowerBound || bytes[at - 1] <= 0x20 else { continue }
        if let phrase = others.first(where: { stands($0, at, sentence, bytes) }) {
          return at..<(at + phrase.count - (phrase.last == 0x20 ? 1 : 0))
        }
        guard let phrase = english.first(where: { stands($0, at, sentence, bytes) }) else { continue }
        let next = bytes[(at + phrase.count)..<sentence.upperBound].prefix { 0x61...0x7A ~= $0 }
        if Verbs.isDone(Word(kind: .letters, span: 0..<0, text: String(decoding: next, as: UTF8.self))) {
          return at..<(at + phrase.count - 1)
        }
      }
      return nil
    }
  }

  private static func stands(
    _ phrase: [UInt8], _ at: Int, _ sentence: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard at + phrase.count <= sentence.upperBound else { return false }
    for (offset, byte) in phrase.enumerated() where bytes[at + offset] != byte { return false }
    return true
  }
}
