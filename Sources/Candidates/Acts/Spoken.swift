internal import Names

/// What a speaker says that "we" did or are at: "we have agreed", "we are building", «мы договорились», 我们商定.
enum Spoken {
  private static let speakers: Set<String> = ["we", "мы"]
  private static let owners: Set<String> = ["our", "наш", "наша", "наше", "наши", "нашего", "нашей", "наших"]
  /// Between the two stand only such words.
  private static let fillers: Set<String> = [
    "have", "also", "just", "particularly", "already", "today", "both", "has", "now", "currently", "actively",
    "также", "уже", "сегодня", "с", "президентом", "только", "что", "сейчас", "активно", "вместе",
  ]
  private static let hanVerbs = ["签署", "商定", "达成", "决定", "讨论", "同意", "启动", "宣布", "探讨", "确定"].map {
    $0.map { String($0) }
  }

  /// The speaker and the verb; nil if "we" only think, want or will.
  static func span(in words: [Word], _ sentence: Sentence) -> Range<Int>? {
    for at in words.indices {
      if speakers.contains(words[at].text) {
        let next = words[(at + 1)...].prefix(5).drop { fillers.contains($0.text) }.first
        guard let next else { continue }
        if Verbs.isDone(next) || next.text == "agreed" {
          return words[at].span.lowerBound..<next.span.upperBound
        }
        if let stage = running(at: next.span.lowerBound, sentence) {
          return words[at].span.lowerBound..<stage.end
        }
      } else if words[at].text == "我", at + 1 < words.count, words[at + 1].text == "们" {
        let behind = words[(at + 2)...].prefix(8)
        if let verb = hanVerb(behind) { return words[at].span.lowerBound..<verb }
        if let stage = behind.lazy.compactMap({ running(at: $0.span.lowerBound, sentence) }).first {
          return words[at].span.lowerBound..<stage.end
        }
      }
    }
    return nil
  }

  /// "Our third channel in China", told as opened: what belongs to the speaker's side.
  static func owner(in words: [Word], _ sentence: Sentence) -> Range<Int>? {
    let isTold = sentence.matches.contains { match in
      match.kind == .stage && !match.isWeak && Act.done.contains(match.code)
    }
    let isPlan = sentence.matches.contains { $0.kind == .modality }
    guard isTold, !isPlan else { return nil }
    return words.first { owners.contains($0.text) }?.span
  }

  /// A cue of something under way that begins here.
  private static func running(at place: Int, _ sentence: Sentence) -> Match? {
    sentence.matches.first {
      $0.kind == .stage && $0.code == "running" && !$0.isWeak && $0.start == place
    }
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
