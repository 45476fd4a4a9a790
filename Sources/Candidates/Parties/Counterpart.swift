internal import Documents
internal import Names

/// The side that is missing in a sentence of a text about the two: who is named without a word that places it, as
/// texts name those of their own country, or only where it sits.
enum Counterpart {
  /// An institute of many countries stands for the side that the other one is not: JINR in Dubna.
  static func institute(_ third: [Candidate.Participant], _ sentence: Sentence, _ story: Story) -> Candidate
    .Participant?
  {
    third.first { participant in
      participant.side == "intl" && participant.name.contains("Institute")
        && !sentence.matches.contains { $0.kind == .place && !["CN", "RU"].contains($0.code) }
    }
  }

  /// The language of a text whose bodies need no word that says where they are.
  private static let home = ["ru": "ru", "zh": "cn"]

  /// «завод „Волготочмаш“», "our institute", 市科技局.
  static func homeBody(_ side: String, _ words: [Word], _ taken: [Range<Int>], _ story: Story) -> Body? {
    guard let language = story.text.language, home[language] == side else { return nil }
    return language == "ru" ? russian(words, taken, story) : han(words, taken, story)
  }

  private static func russian(_ words: [Word], _ taken: [Range<Int>], _ story: Story) -> Body? {
    for at in words.indices {
      guard let kind = BodyShape.russianKind(words[at].text), let end = nameEnd(words, at) else { continue }
      let isQuoted = words[at + 1].text == "«"
      let first = isQuoted ? at + 2 : at
      let span = words[first].span.lowerBound..<words[end - 1].span.upperBound
      guard !taken.contains(where: { $0.overlaps(span) }) else { continue }
      return Body(actor: nil, name: story.text.text(span), kind: kind, side: "ru", span: span)
    }
    return nil
  }

  /// Behind the noun: a name in quotes, or words up to a mark, a small word or a verb. A small letter begins no name.
  private static func nameEnd(_ words: [Word], _ at: Int) -> Int? {
    guard at + 1 < words.count else { return nil }
    if words[at + 1].text == "«" {
      let close = words[(at + 2)...].prefix(6).firstIndex { $0.text == "»" }
      return close.flatMap { $0 > at + 2 ? $0 : nil }
    }
    guard words[at].isCapital, at > 0 else { return nil }
    var end = at + 1
    while end < words.count, end - at < 6, words[end].kind == .letters, words[end].text.utf8.count > 6,
      !Verbs.isDone(words[end])
    {
      end += 1
    }
    return end > at + 1 ? end : nil
  }

  private static let hanHome = [
    "市科技局", "市政府", "省政府", "省科技厅", "市人民政府", "区政府", "市教育局", "市商务局", "高新区", "管委会", "校方",
    "学校", "我校", "我院", "我所", "我公司",
  ].map { $0.map { String($0) } }

  private static func han(_ words: [Word], _ taken: [Range<Int>], _ story: Story) -> Body? {
    for name in hanHome {
      for at in words.indices where words[at].text == name[0] && at + name.count <= words.count {
        guard zip(words[at...], name).allSatisfy({ $0.text == $1 }) else { continue }
        let span = words[at].span.lowerBound..<words[at + name.count - 1].span.upperBound
        guard !taken.contains(where: { $0.overlaps(span) || $0.upperBound == span.lowerBound }) else {
          continue
        }
        return Body(actor: nil, name: story.text.text(span), kind: "other", side: "cn", span: span)
      }
    }
    return nil
  }
}
