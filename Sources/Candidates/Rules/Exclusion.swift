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
  /// "Did not sign", "if they had signed".
  case notDone
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
  /// What somebody thinks, or what a question says he thinks.
  case opinion
  /// An order or a medal for a person.
  case honour

  /// Those that are asked of each sentence, and those that are asked only where the parties alone show the act.
  static func first(
    of part: Sentence, _ act: Act, _ parties: Parties, _ index: Int, _ story: Story, isShownByParties: Bool
  ) -> Exclusion? {
    let (bytes, words) = (story.text.bytes, story.rulebook.exclusions)
    if act.modality == .planned {
      if words.forecast.isIn(bytes, part.scope) { return .forecast }
      if words.habit.isIn(bytes, part.scope) { return .habit }
    }
    if act.isUnreal
      || act.isBare && Unreal(scope: part.scope, bytes: bytes, words: words).holds(verbsOf: part)
    {
      return .notDone
    }
    if words.question.isIn(bytes, part.scope) { return .opinion }
    if !act.isAccomplished, words.opinion.isIn(bytes, part.scope) { return .opinion }
    if isHonour(part, parties, story) { return .honour }
    if isVictory(parties, words, bytes, part) { return .ranking }
    if Aside.isAside(part, parties, bytes) { return .aside }
    if story.isAboutRivals, !parties.bodies.contains(where: { $0.side == "joint" }) { return .rivals }
    guard isShownByParties else { return nil }
    if hasThirdPartner(part, parties) { return .thirdPartner }
    if isRanking(part, words, bytes) { return .ranking }
    if isOnlySaid(parties, story.sentences[index], bytes) { return .onlySaid }
    return words.forecast.isIn(bytes, part.scope) ? .forecast : nil
  }

  /// Orders go to persons. A prize for research names its field, or a body of science.
  private static func isHonour(_ part: Sentence, _ parties: Parties, _ story: Story) -> Bool {
    guard !parties.bodies.contains(where: { ["university", "institute", "company"].contains($0.kind) }),
      !part.matches.contains(where: { $0.kind == .sector && !$0.isWeak })
    else { return false }
    let (words, bytes) = (story.rulebook.exclusions, story.text.bytes)
    return words.honour.isIn(bytes, part.scope)
      || part.matches.contains { $0.kind == .leader } && words.award.isIn(bytes, part.scope)
  }

  /// "Sber beat Alibaba": one is set against the other.
  private static func isVictory(
    _ parties: Parties, _ words: ExclusionWords, _ bytes: [UInt8], _ part: Sentence
  ) -> Bool {
    let sides = parties.participants.filter { ["cn", "ru"].contains($0.side) }
    return zip(sides, sides.dropFirst()).contains { one, next in
      one.side != next.side && one.span.upperBound <= next.span.lowerBound
        && part.scope.contains(one.span.lowerBound)
        && words.victory.isIn(bytes, one.span.upperBound..<next.span.lowerBound)
    }
  }

  private static func hasThirdPartner(_ part: Sentence, _ parties: Parties) -> Bool {
    !parties.third.filter { $0.side == "other" }.isEmpty
      || part.matches.contains { $0.kind == .place && !["CN", "RU"].contains($0.code) }
  }

  /// A share is told in hundredths.
  private static func isRanking(_ part: Sentence, _ words: ExclusionWords, _ bytes: [UInt8]) -> Bool {
    part.scope.count > Word.longestSentence || bytes[part.scope].contains(UInt8(ascii: "%"))
      || words.ranking.isIn(bytes, part.scope)
  }

  private static func isOnlySaid(_ parties: Parties, _ sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    guard parties.bodies.count == 1 else { return false }
    return Attribution.isSource(parties.bodies[0].span, bytes, sentence.span)
  }
}
