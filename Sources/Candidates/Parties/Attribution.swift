/// Tells bodies that report from those that act.
enum Attribution {
  private static let heads = ["according to ", "по данным ", "по словам ", "по сообщению ", "据"].map {
    Array($0.utf8)
  }
  private static let verbs = [
    " said", " says", " reported", " told", " wrote", " noted", " сообщил", " сообщает", " рассказал",
    " отметил",
    " напомнил", " пояснил", "透露", "表示", "介绍", "指出", "认为", "提到", "报道", "获悉", "了解到", "消息",
  ].map { Array($0.utf8) }
  private static let marks: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0xBC]

  /// True if words right beside the name say that it is the source of what is told.
  static func isSource(_ span: Range<Int>, _ bytes: [UInt8], _ sentence: Range<Int>) -> Bool {
    // A body that is only meant stands in another sentence.
    guard sentence.lowerBound <= span.lowerBound, span.upperBound <= sentence.upperBound else { return false }
    let head = bytes[max(sentence.lowerBound, span.lowerBound - 40)..<span.lowerBound]
    if heads.contains(where: { lower(head).suffix($0.count + 8).contains($0) }) { return true }
    let tail = bytes[span.upperBound..<min(sentence.upperBound, span.upperBound + 72)]
    let near = Array(tail.prefix { !marks.contains($0) })
    return verbs.contains { near.contains($0) }
  }

  private static let shared = Stems([
    " joint", " our ", " us ", "совместн", " наш", "联合", "共同", "我们",
  ])

  /// True if what is told is done by the teller's side too: "the joint exercises", "our project".
  static func isOfBoth(_ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    sentence.count <= Word.longestSentence && shared.isIn(bytes, sentence)
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }
}

extension Collection where Element == UInt8 {
  /// True if the bytes stand in it, side by side. For short stretches.
  func contains(_ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first else { return true }
    var rest = self[...]
    while let at = rest.firstIndex(of: first) {
      if rest[at...].starts(with: pattern) { return true }
      rest = rest[rest.index(after: at)...]
    }
    return false
  }
}
