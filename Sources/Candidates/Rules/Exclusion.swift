internal import Calendar
internal import Documents
internal import Names

/// Why a sentence becomes no candidate. The first that holds is the reason.
enum Exclusion: String, Error {
  /// Nothing dates it.
  case undated
  /// Only one side takes part.
  case oneSide
  /// It names both sides and tells of no act.
  case noAct
  /// Nothing says what form the act has.
  case formless
  /// The two states speak of things that are no technology.
  case general
  /// "Like China, India bought it from Russia": named in passing.
  case aside
  /// What a third person expects.
  case forecast
  /// What is done year after year.
  case habit
  /// Both want the same order of a third country.
  case rivals
  /// "CNNC and Kazatomprom signed in Astana, Rosatom looks on": the act is done with a third country.
  case thirdPartner
  /// "Huawei came first, Yandex ninth": a list by size or success.
  case ranking
  /// Who is named only tells what others did.
  case onlySaid

  /// Those that are asked of each sentence, and those that are asked only where the parties alone show the act.
  static func first(
    of part: Sentence, _ act: Act, _ parties: Parties, _ index: Int, _ story: Story, isShownByParties: Bool
  ) -> Exclusion? {
    let bytes = story.text.bytes
    if act.modality == .planned {
      if Aside.isForecast(part, bytes) { return .forecast }
      if Aside.isHabit(part, bytes) { return .habit }
    }
    if Aside.isAside(part, parties, bytes) { return .aside }
    if story.isAboutRivals, !parties.bodies.contains(where: { $0.side == "joint" }) { return .rivals }
    guard isShownByParties else { return nil }
    if hasThirdPartner(part, parties) { return .thirdPartner }
    if has(rankings, part, bytes) { return .ranking }
    if isOnlySaid(parties, story.sentences[index], bytes) { return .onlySaid }
    return Aside.isForecast(part, bytes) ? .forecast : nil
  }

  private static func hasThirdPartner(_ part: Sentence, _ parties: Parties) -> Bool {
    !parties.third.filter { $0.side == "other" }.isEmpty
      || part.matches.contains { $0.kind == .place && !["CN", "RU"].contains($0.code) }
  }

  private static let rankings = [
    "ranked", "ranking", "percent", "per cent", "market share", "rating", "рейтинг", "процент", "доля рынка",
    "долю рынка", "排名", "榜单", "份额", "占比", "同比", "%",
  ].map { Array($0.utf8) }

  private static func has(_ words: [[UInt8]], _ part: Sentence, _ bytes: [UInt8]) -> Bool {
    guard part.scope.count <= Word.longestSentence else { return true }
    let text = bytes[part.scope].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return words.contains(where: text.contains)
  }

  private static func isOnlySaid(_ parties: Parties, _ sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    guard parties.bodies.count == 1 else { return false }
    return Attribution.isSource(parties.bodies[0].span, bytes, sentence.span)
  }
}
