/// What a speaker says that "we" did: "we have agreed", «мы договорились», 我们商定.
enum Spoken {
  private static let speakers: Set<String> = ["we", "мы"]
  /// Between the two stand only such words.
  private static let fillers: Set<String> = [
    "have", "also", "just", "particularly", "already", "today", "both", "has", "также", "уже", "сегодня", "с",
    "президентом", "только", "что",
  ]
  private static let hanVerbs = ["签署", "商定", "达成", "决定", "讨论", "同意", "启动", "宣布", "探讨", "确定"].map {
    $0.map { String($0) }
  }

  /// The speaker and the verb; nil if "we" only think, want or will.
  static func span(in words: [Word]) -> Range<Int>? {
    for at in words.indices {
      if speakers.contains(words[at].text) {
        let next = words[(at + 1)...].prefix(5).drop { fillers.contains($0.text) }.first
        if let next, Verbs.isDone(next) || next.text == "agreed" {
          return words[at].span.lowerBound..<next.span.upperBound
        }
      } else if words[at].text == "我", at + 1 < words.count, words[at + 1].text == "们",
        let verb = hanVerb(words[(at + 2)...].prefix(8))
      {
        return words[at].span.lowerBound..<verb
      }
    }
    return nil
  }

  private static func hanVerb(_ words: ArraySlice<Word>) -> Int? {
    for at in words.indices.dropLast() {
      if hanVerbs.contains(where: { words[at].text == $0[0] && words[at + 1].text == $0[1] }) {
        return words[at + 1].span.upperBound
      }
    }
    return nil
  }
}
