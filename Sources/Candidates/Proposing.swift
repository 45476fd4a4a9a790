internal import Calendar
internal import Documents
internal import Names

/// Applies the rules to one sentence after another.
struct Proposing {
  let story: Story
  var text: StoredText { story.text }
  var rulebook: Rulebook { story.rulebook }

  /// The candidates of one sentence: none, one, or one for each act that has a date of its own.
  func candidates(_ index: Int) -> [Candidate] {
    let sentence = story.sentences[index]
    guard isWorthIt(sentence, index) else { return [] }
    if isPressure(sentence) { return pressure(sentence, index).map { [$0] } ?? [] }
    return Clauses.parts(of: sentence, text.bytes).compactMap { candidate($0, sentence, index) }
  }

  /// Most sentences have no cue of an act, or nothing that dates it.
  private func isWorthIt(_ sentence: Sentence, _ index: Int) -> Bool {
    guard !Aside.isNoReport(sentence, text.bytes),
      !sentence.dates.isEmpty || sentence.earlier != nil || index == 0
    else { return false }
    return sentence.matches.contains { match in
      switch match.kind {
      case .stage, .modality, .effect, .instrument, .mechanism: true
      default: false
      }
    }
  }

  // MARK: Acts of the two sides

  private func candidate(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    illicit(part, sentence, index) ?? act(part, sentence, index)
  }

  private func act(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    let act = Act(part, text.bytes)
    guard act != nil || part.dates.contains(where: isNarrow) else { return nil }
    if act?.modality == .planned, Aside.isForecast(part, text.bytes) || Aside.isHabit(part, text.bytes) {
      return nil
    }
    let parties = Parties(part, of: index, in: story)
    guard parties.isPair, !Aside.isAside(part, parties, text.bytes),
      let (act, shown) = shownAct(act, part, parties),
      let mechanism = Mechanism.choose(
        part, sentence, parties, isPressure: false, rulebook, before: before(index)),
      isFirm(act, part, parties), Aside.isTechnical(mechanism.value, parties, index, story),
      let (date, dated) = date(part, act, parties, index)
    else { return nil }
    return candidate(part, index, parties, act, date, mechanism, shown ?? dated)
  }

  /// "Will" or "would" alone is no act of two states: a verb that is known, or bodies and the form of what they do.
  private func isFirm(_ act: Act, _ part: Sentence, _ parties: Parties) -> Bool {
    let isStrong = [act.stage, act.modalityCue].contains { $0.map { !$0.isWeak } ?? false }
    return isStrong || act.isAccomplished || act.effect?.code == "sets-back"
      || (act.stage == nil && act.modalityCue == nil)
      || (!parties.bodies.isEmpty && part.matches.contains { $0.kind == .mechanism && !$0.isWeak })
  }

  private func before(_ index: Int) -> [Sentence] {
    story.before(index).prefix(2).map { story.sentences[$0] } + (story.title.map { [$0] } ?? [])
  }

  /// The act of a sentence, and the rule where it is not a verb that shows it.
  private func shownAct(_ act: Act?, _ part: Sentence, _ parties: Parties) -> (Act, Candidate.Rule?)? {
    if let act { return act.stage == nil && Aside.isList(part, parties) ? nil : (act, nil) }
    guard parties.ground != .meant, !Aside.isList(part, parties) else { return nil }
    if let cue = part.matches.first(where: { $0.kind == .instrument && !$0.isWeak }) {
      return (Act(shownBy: cue, part), .instrumentWithDate)
    }
    guard parties.hasBodies, let cue = part.matches.first(where: { $0.kind == .mechanism && !$0.isWeak })
    else { return nil }
    return (Act(shownBy: cue, part), .partiesWithDate)
  }

  private func isNarrow(_ found: Dates.Found) -> Bool {
    guard !found.isBound, let first = found.date.earliest, let last = found.date.latest else { return false }
    switch found.date.precision {
    case .day, .month: return true
    case .interval: return first.distance(to: last) <= 10
    default: return false
    }
  }

  private func candidate(
    _ part: Sentence, _ index: Int, _ parties: Parties, _ act: Act, _ date: Candidate.Field<EDTF>,
    _ mechanism: Candidate.Field<String>, _ rule: Candidate.Rule
  ) -> Candidate? {
    var candidate = Candidate(span: part.span, rule: rule, modality: act.modality)
    candidate.date = date
    candidate.mechanism = mechanism
    candidate.stage = act.stage.map { .init($0.code, $0.span) }
    candidate.effect = act.effect.map { .init($0.code, $0.span) }
    candidate.modalitySpan = act.modalityCue?.span
    candidate.actors = parties.participants
    candidate.ground = parties.ground
    if let lastDay = text.published?.latest, let first = date.value.earliest, first > lastDay,
      candidate.modality == .actual
    {
      if Aside.isForecast(part, text.bytes) { return nil }
      // What lies behind the day of the text has not happened yet.
      candidate.modality = .planned
      candidate.modalitySpan = date.span
    }
    fill(&candidate, part, index)
    return candidate
  }

  /// An arrest or a verdict names one side only; the text says whom it is about.
  private func illicit(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    let isDenied = sentence.matches.contains { $0.kind == .modality && $0.code == "denied" && !$0.isWeak }
    guard story.pairIsKnown, !isDenied,
      let cue = sentence.matches.first(where: { $0.code == "illicit-transfer" && !$0.isWeak })
    else { return nil }
    var parties = Parties(part, of: index, in: story, meant: false)
    if let side = parties.missing, let state = story.state(side) { parties.complete(side, state, story) }
    let act = Act(part, text.bytes) ?? Act(shownBy: cue, part)
    guard parties.isPair, let (date, _) = date(part, act, parties, index),
      var candidate = candidate(part, index, parties, act, date, .init(cue.code, cue.span), .illicit)
    else { return nil }
    // Without an arrest or a verdict it is an accusation: words.
    let setBack = sentence.matches.first { $0.kind == .effect && $0.code == "sets-back" && !$0.isWeak }
    candidate.effect = setBack.map { .init("sets-back", $0.span) } ?? .init("statement", cue.span)
    candidate.modality = .actual
    candidate.modalitySpan = nil
    return candidate
  }

  // MARK: Pressure

  private func isPressure(_ sentence: Sentence) -> Bool {
    let isThird = sentence.matches.contains { match in
      match.kind == .place && Self.restricting.contains(match.code)
        || match.actor.flatMap { rulebook.actors[$0]?.side }.map { $0 == "other" || $0 == "intl" } ?? false
    }
    return isThird
      && sentence.matches.contains { $0.kind == .mechanism && $0.code == "pressure" && !$0.isWeak }
  }

  /// Those whose measures reach dealings of the two.
  private static let restricting: Set<String> = [
    "US", "EU", "GB", "JP", "CA", "AU", "UA", "TW", "CH", "KR", "NL",
  ]

  /// Only with a date of its own, or in the opening: what is said of measures in passing is no measure. Two lists in
  /// one sentence are no link: words say what ties the two.
  private func pressure(_ sentence: Sentence, _ index: Int) -> Candidate? {
    let parties = Parties(sentence, of: index, in: story, meant: false)
    guard parties.isPair, Aside.isLink(sentence, parties, text.bytes),
      let mechanism = Mechanism.choose(sentence, sentence, parties, isPressure: true, rulebook),
      let date = ownDate(sentence, mechanism.span)
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

  // MARK: What both have

  private func fill(_ candidate: inout Candidate, _ part: Sentence, _ index: Int) {
    let cues = part.cues(.instrument)
    candidate.instrument = cues.first.map { .init($0.code, $0.span) }
    candidate.flow = candidate.modality == .denied ? nil : Flow.find(part, text.bytes)
    candidate.sectors = Sectors(story: story).of(part, index, candidate)
    candidate.amount = Sums.ofTheAct(part, text.bytes).map { found in
      .init(Sums.amount(found, candidate.modality), found.span)
    }
  }

  // MARK: Dates

  /// Its own date; else the nearest earlier one of the paragraph; else, in the opening of a text, its day of
  /// publication.
  private func date(_ part: Sentence, _ act: Act, _ parties: Parties, _ index: Int) -> (
    Candidate.Field<EDTF>, Candidate.Rule
  )? {
    if let own = DateChoice.nearest(part.dates, act, part, text) {
      return (.init(own.date, own.span), .actWithDate)
    }
    guard part.dates.isEmpty else { return nil }
    if let found = part.earlier, !found.isBound, act.isAccomplished, parties.ground != .meant {
      return (.init(found.date, found.span), .actWithEarlierDate)
    }
    return dayOfPublication(index)
  }

  private func dayOfPublication(_ index: Int) -> (Candidate.Field<EDTF>, Candidate.Rule)? {
    guard index == 0, let published = text.published, let span = text.publishedSpan else { return nil }
    return (.init(published, span), .actOnPublication)
  }
}

extension Candidate.Participant {
  func inRole(_ role: Candidate.Role) -> Candidate.Participant {
    var other = self
    other.role = role
    return other
  }
}
