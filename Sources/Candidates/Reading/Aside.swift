internal import Documents
internal import Names

/// Sentences that name both sides without an act between them.
enum Aside {
  /// Countries named side by side: others than the two, and no body of either.
  static func isList(_ part: Sentence, _ parties: Parties) -> Bool {
    parties.bodies.isEmpty && others(part).count > 1
  }

  private static func others(_ part: Sentence) -> Set<String> {
    Set(part.matches.filter { $0.kind == .place && !["CN", "RU"].contains($0.code) }.map(\.code))
  }

  private static let comparing = [
    "after ", "like ", "unlike ", "than ", "following ", "besides ", "behind ", "against ", "ahead of ",
    "вслед за ", "после ",
    "кроме ", "помимо ", "как и ", "чем ", "наряду с ", "в отличие от ", "继", "除", "不同于", "除了",
  ].map { Array($0.utf8) }

  /// True for states that are named in passing: "India, like China, bought the system from Russia", or with a third
  /// country between them in a list.
  static func isAside(_ part: Sentence, _ parties: Parties, _ bytes: [UInt8]) -> Bool {
    let states = parties.participants.filter(\.isState)
    guard parties.bodies.isEmpty || parties.bodies.allSatisfy({ $0.side != "joint" }), !states.isEmpty else {
      return false
    }
    let compared = states.contains { state in
      let head = bytes[
        max(
          part.scope.lowerBound, state.span.lowerBound - 24)..<max(
            part.scope.lowerBound, state.span.lowerBound)]
      let lower = head.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      return comparing.contains { lower.suffix($0.count).elementsEqual($0) }
    }
    if compared { return !part.matches.contains { $0.kind == .state && $0.code == "both" && !$0.isWeak } }
    guard parties.bodies.isEmpty, states.count == 2, states[0].span != states[1].span else { return false }
    let between = states[0].span.upperBound..<max(states[0].span.upperBound, states[1].span.lowerBound)
    return part.matches.contains { match in
      match.kind == .place && !["CN", "RU"].contains(match.code) && between.contains(match.start)
    } && others(part).count > 1
  }

  private static let pointers = [
    "See also", "Read also", "Read more", "Related", "Читайте также", "См. также", "相关阅读", "延伸阅读",
  ].map {
    Array($0.utf8)
  }

  /// True for a question, and for a line that points to other texts.
  static func isNoReport(_ sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    let text = bytes[sentence.span]
    if text.last == UInt8(ascii: "?") || text.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F]) { return true }
    return pointers.contains(where: text.starts)
  }

  /// Meetings and agreements of the two states are about everything: the sentence, its paragraph, the title or the
  /// opening has to speak of technology.
  static func isTechnical(_ mechanism: String, _ parties: Parties, _ index: Int, _ story: Story) -> Bool {
    let isGeneral = parties.bodies.isEmpty && ["commercial", "talent", "academic"].contains(mechanism)
    guard mechanism == "dialogue" || mechanism == "agreement" || isGeneral else { return true }
    return story.namesTechnology(story.sentences[index].paragraph, orOpening: !parties.bodies.isEmpty)
      || isOfScience(story.sentences[index], story.text.bytes)
      || (parties.participants.contains { !$0.isState }
        && story.title.map { isOfScience($0, story.text.bytes) } ?? false)
  }

  private static let science = Stems([
    "scien", "technolog", "innovat", "научно", "технолог", "инновац", "科技", "科学", "技术",
  ])

  /// A sentence about science and technology in general.
  static func isOfScience(_ sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    sentence.span.count <= Word.longestSentence && science.isIn(bytes, sentence.span)
  }

  private static let links = Stems([
    "suppl", "help", "support", "aid", "serv", "assist", "provid", "sell", "sold", "ship", "export",
    "deliver",
    "transfer", "backing", "over ",
    "for ", "tie", "link", "evad", "evasion", "circumvent", "deal", "purchas", "bought", "buy", "cooperat",
    "trade with",
    "постав", "помо", "поддерж", "содейств", "обход", "закуп", "сотрудни", " за ", "связ", "экспорт", "прода",
    "向", "援", "支持", "采购", "供应", "出口", "合作", "规避", "协助", "提供", "因", "交易", "与俄", "对俄", "涉俄", "购买",
  ])

  /// True if words say what ties the two that a measure strikes.
  static func isLink(_ sentence: Sentence, _ parties: Parties, _ bytes: [UInt8]) -> Bool {
    if parties.participants.contains(where: { $0.side == "joint" }) { return true }
    return sentence.span.count <= Word.longestSentence && links.isIn(bytes, sentence.span)
  }
}
