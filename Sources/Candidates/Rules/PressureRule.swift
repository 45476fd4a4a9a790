internal import Calendar
internal import Documents
internal import Names

/// The rule `pressure-on-both`: a third party restricts what ties the two.
extension Proposing {
  func isPressure(_ sentence: Sentence) -> Bool {
    let isThird = sentence.matches.contains { match in
      match.kind == .place && Self.restricting.contains(match.code)
        || match.actor.flatMap { rulebook.actors[$0]?.side }.map { $0 == "other" || $0 == "intl" } ?? false
    }
    guard isThird else { return false }
    return sentence.matches.contains { $0.kind == .mechanism && $0.code == "pressure" && !$0.isWeak }
      || measure(in: sentence) != nil
  }

  /// "The Council lists Chinese companies for selling parts to Russia": a word of a measure and one of supply, where
  /// no cue of pressure stands.
  private func measure(in sentence: Sentence) -> Range<Int>? {
    guard sentence.span.count <= Word.longestSentence else { return nil }
    guard Self.supplies.isIn(text.bytes, sentence.span), Self.anyMeasure.isIn(text.bytes, sentence.span)
    else { return nil }
    let text = text.bytes[sentence.span].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    for stem in Self.measures {
      if let at = text.firstRange(of: stem) {
        return (at.lowerBound + sentence.span.lowerBound)..<(at.upperBound + sentence.span.lowerBound)
      }
    }
    return nil
  }

  private static let measureStems = [
    " lists ", " listed ", " blacklist", " sanction", " penalis", " penaliz", " bans ", " banned ",
    " cut off ", " cut off from",
    " froze ", " restrict", " punish", " designat", "санкци", "чёрный список", "черный список",
    "внёс в список", "внес в список",
    "внесл", "под ограничен", "制裁", "列入", "黑名单", "冻结", "拉黑",
  ]
  private static let anyMeasure = Stems(measureStems)
  private static let measures = measureStems.map { Array($0.utf8) }
  private static let supplies = Stems([
    "suppl", " sell", " sold ", " serv", "help", "support", " aid", "shipp", "deliver", "transfer", "evad",
    "circumvent",
    "постав", "помо", "поддерж", "обход", "прода", "снабж", "обслужив", "供应", "提供", "支持", "出口", "规避", "协助",
    "出售", "运送",
  ])

  /// Those whose measures reach dealings of the two.
  private static let restricting: Set<String> = [
    "US", "EU", "GB", "JP", "CA", "AU", "UA", "TW", "CH", "KR", "NL",
  ]

  /// Only with a date of its own, or in the opening: what is said of measures in passing is no measure. Two lists in
  /// one sentence are no link: words say what ties the two.
  func pressure(_ sentence: Sentence, _ index: Int) -> Candidate? {
    let parties = Parties(sentence, of: index, in: story, meant: false)
    guard parties.isPair, Aside.isLink(sentence, parties, text.bytes),
      let mechanism = Mechanism.choose(sentence, sentence, parties, isPressure: true, rulebook)
        ?? measure(in: sentence).map({ Candidate.Field("pressure", $0) }),
      let date = ownDate(sentence, mechanism.span)
        ?? sentence.head.map({ Candidate.Field($0.date, $0.span) })
        ?? (sentence.dates.isEmpty ? dayOfPublication(index)?.0 : nil)
    else { return nil }
    var candidate = Candidate(span: sentence.span, rule: .pressure, modality: .actual)
    candidate.date = date
    candidate.mechanism = mechanism
    candidate.effect = .init("context", mechanism.span)
    candidate.ground = parties.ground
    candidate.actors =
      sanctioners(parties, sentence, index).map { $0.inRole(.sanctioner) }
      + parties.participants.map { $0.inRole(.target) }
    fill(&candidate, sentence, index)
    return candidate
  }

  /// The third bodies named, else the country.
  private func sanctioners(_ parties: Parties, _ sentence: Sentence, _ index: Int) -> [Candidate.Participant]
  {
    if !parties.third.isEmpty { return parties.third }
    guard
      let place = sentence.matches.first(where: { $0.kind == .place && Self.restricting.contains($0.code) })
    else { return [] }
    if let body = Strangers.body(at: place, sentence, text.bytes) {
      return [.init(actor: nil, name: body.name, role: .sanctioner, side: "other", span: body.span)]
    }
    let state = rulebook.countries[place.code]
    return [
      .init(
        actor: state?.actor, name: state?.name ?? text.text(place.span), role: .sanctioner, side: "other",
        span: place.span)
    ]
  }

  private func ownDate(_ sentence: Sentence, _ span: Range<Int>) -> Candidate.Field<EDTF>? {
    var act = Act(
      shownBy: Match(kind: .mechanism, code: "", start: span.lowerBound, end: span.upperBound, language: ""),
      sentence)
    act.effect = ("context", span)
    return DateChoice.nearest(sentence.dates, act, sentence, text).map { .init($0.date, $0.span) }
  }
}
