internal import Calendar
internal import Documents
internal import Names

/// Applies the rules to one sentence after another.
struct Proposing {
  let text: StoredText
  let rulebook: Rulebook
  let pairIsKnown: Bool

  func candidate(_ sentence: Sentence) -> Candidate? {
    let parties = Parties(sentence, rulebook, pairIsKnown: pairIsKnown)
    guard parties.isPair else { return illicit(sentence, parties) }
    return isPressure(sentence, parties) ? pressure(sentence, parties) : act(sentence, parties)
  }

  // MARK: Acts of the two sides

  private func act(_ sentence: Sentence, _ parties: Parties) -> Candidate? {
    guard let mechanism = Mechanism.choose(sentence, parties, isPressure: false, rulebook),
      let (act, shown) = shownAct(sentence, parties), let (date, dated) = date(sentence, act)
    else { return nil }
    return candidate(sentence, parties, act, date, mechanism, shown ?? dated)
  }

  /// The act of a sentence, and the rule where it is not a verb that shows it.
  private func shownAct(_ sentence: Sentence, _ parties: Parties) -> (Act, Candidate.Rule?)? {
    if let act = Act(sentence) { return isList(sentence, parties) && act.stage == nil ? nil : (act, nil) }
    guard !isList(sentence, parties), sentence.dates.contains(where: isNarrow) else { return nil }
    if let cue = sentence.matches.first(where: { $0.kind == .instrument && !$0.isWeak }) {
      return (Act(shownBy: cue, sentence), .instrumentWithDate)
    }
    guard parties.hasBodies, let cue = sentence.matches.first(where: { $0.kind == .mechanism && !$0.isWeak })
    else { return nil }
    return (Act(shownBy: cue, sentence), .partiesWithDate)
  }

  private func isNarrow(_ found: Dates.Found) -> Bool {
    !found.isBound && width(found) <= 31
  }

  private func candidate(
    _ sentence: Sentence, _ parties: Parties, _ act: Act, _ date: Candidate.Field<EDTF>,
    _ mechanism: Candidate.Field<String>,
    _ rule: Candidate.Rule
  ) -> Candidate {
    var candidate = Candidate(span: sentence.span, rule: rule, modality: act.modality)
    candidate.date = date
    candidate.mechanism = mechanism
    candidate.stage = act.stage.map { .init($0.code, $0.span) }
    candidate.effect = act.effect.map { .init($0.code, $0.span) }
    candidate.modalitySpan = act.modalityCue?.span
    candidate.actors = parties.participants
    fill(&candidate, sentence)
    if let lastDay = text.published?.latest, let first = date.value.earliest, first > lastDay,
      candidate.modality == .actual
    {
      // What lies behind the day of the text has not happened yet.
      candidate.modality = .planned
      candidate.modalitySpan = date.span
    }
    return candidate
  }

  /// Countries named side by side: others than the two, and no body of either.
  private func isList(_ sentence: Sentence, _ parties: Parties) -> Bool {
    let others = Set(
      sentence.matches.filter { $0.kind == .place && !["CN", "RU"].contains($0.code) }.map(\.code))
    return parties.kinds.isEmpty && others.count > 1
  }

  /// An arrest or a verdict names one side only; the text says whom it is about.
  private func illicit(_ sentence: Sentence, _ parties: Parties) -> Candidate? {
    guard pairIsKnown, parties.hasChinese || parties.hasRussian, let act = Act(sentence),
      let mechanism = Mechanism.choose(sentence, parties, isPressure: false, rulebook),
      mechanism.value == "illicit-transfer",
      let (date, _) = date(sentence, act)
    else { return nil }
    return candidate(sentence, parties, act, date, mechanism, .illicit)
  }

  // MARK: Pressure

  private func isPressure(_ sentence: Sentence, _ parties: Parties) -> Bool {
    let isThird =
      !parties.third.isEmpty
      || sentence.matches.contains { $0.kind == .place && Self.restricting.contains($0.code) }
    return isThird
      && sentence.matches.contains { $0.kind == .mechanism && $0.code == "pressure" && !$0.isWeak }
  }

  /// Those whose measures reach dealings of the two.
  private static let restricting: Set<String> = [
    "US", "EU", "GB", "JP", "CA", "AU", "UA", "TW", "CH", "KR", "NL",
  ]

  /// Only with a date of its own, or in the opening: what is said of measures in passing is no measure.
  private func pressure(_ sentence: Sentence, _ parties: Parties) -> Candidate? {
    guard let mechanism = Mechanism.choose(sentence, parties, isPressure: true, rulebook),
      let (date, _) = ownDate(sentence) ?? (sentence.dates.isEmpty ? dayOfPublication(sentence) : nil)
    else { return nil }
    var candidate = Candidate(span: sentence.span, rule: .pressure, modality: .actual)
    candidate.date = date
    candidate.mechanism = mechanism
    candidate.effect = .init("context", mechanism.span)
    candidate.actors =
      parties.third.map { third in
        var sanctioner = third
        sanctioner.role = .sanctioner
        return sanctioner
      }
      + parties.participants.map { party in
        var target = party
        target.role = .target
        return target
      }
    fill(&candidate, sentence)
    return candidate
  }

  // MARK: What both have

  private func fill(_ candidate: inout Candidate, _ sentence: Sentence) {
    candidate.instrument = sentence.cues(.instrument).first.map { .init($0.code, $0.span) }
    candidate.sectors = sectors(sentence)
    candidate.amount = sentence.amounts.first.map { .init(amount($0, candidate.modality), $0.span) }
  }

  /// The most specific codes only, each at its first place.
  private func sectors(_ sentence: Sentence) -> [Candidate.Field<String>] {
    var fields: [Candidate.Field<String>] = []
    for cue in sentence.cues(.sector) where !fields.contains(where: { $0.value == cue.code }) {
      fields.append(.init(cue.code, cue.span))
    }
    let parents = Set(fields.compactMap { rulebook.parents[$0.value] })
    return fields.filter { !parents.contains($0.value) }
  }

  private func amount(_ found: Amounts.Found, _ modality: Candidate.Modality) -> Candidate.Amount {
    let kind =
      found.kind.flatMap { Candidate.Amount.Kind(rawValue: $0.rawValue) }
      ?? (modality == .planned ? .target : .committed)
    return Candidate.Amount(value: found.value, currency: found.currency, kind: kind)
  }

  // MARK: Dates

  /// Its own date; else the nearest earlier one of the paragraph; else, in the opening of a text, its day of
  /// publication for an act that is told as done.
  private func date(_ sentence: Sentence, _ act: Act) -> (Candidate.Field<EDTF>, Candidate.Rule)? {
    if let own = ownDate(sentence) { return own }
    guard sentence.dates.isEmpty else { return nil }
    if let found = sentence.earlier, !found.isBound {
      return (.init(found.date, found.span), .actWithEarlierDate)
    }
    return act.modality == .planned ? nil : dayOfPublication(sentence)
  }

  private func dayOfPublication(_ sentence: Sentence) -> (Candidate.Field<EDTF>, Candidate.Rule)? {
    let isOpening = sentence.paragraph == 0 && sentence.position == 0
    guard isOpening, let published = text.published, let span = text.publishedSpan else { return nil }
    return (.init(published, span), .actOnPublication)
  }

  private func ownDate(_ sentence: Sentence) -> (Candidate.Field<EDTF>, Candidate.Rule)? {
    let own = sentence.dates.filter { !$0.isBound }
    return own.max { rank($0) < rank($1) }.map { (.init($0.date, $0.span), .actWithDate) }
  }

  /// The narrower, and of those the first.
  private func rank(_ found: Dates.Found) -> (Int, Int) { (-width(found), -found.span.lowerBound) }

  private func width(_ found: Dates.Found) -> Int {
    guard let first = found.date.earliest, let last = found.date.latest else { return .max }
    return first.distance(to: last)
  }
}
