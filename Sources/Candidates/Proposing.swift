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
    guard story.mayPair, isWorthIt(sentence, index) else { return [] }
    if isPressure(sentence) { return pressure(sentence, index).map { [$0] } ?? [] }
    return Clauses.parts(of: sentence, text.bytes).compactMap { candidate($0, sentence, index) }
  }

  /// Most sentences have nothing that dates them, or name nobody.
  private func isWorthIt(_ sentence: Sentence, _ index: Int) -> Bool {
    guard !Aside.isNoReport(sentence, text.bytes),
      !sentence.ownDates.isEmpty || sentence.earlier != nil || index == 0
    else { return false }
    return !sentence.matches.isEmpty
  }

  // MARK: Acts of the two sides

  private func candidate(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    illicit(part, sentence, index) ?? act(part, sentence, index)
  }

  private func act(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    let told = Act(part, text.bytes)
    guard told != nil || part.ownDates.contains(where: isNarrow) || part.head != nil else {
      return silent(.undated, part)
    }
    let parties = Parties(part, of: index, in: story)
    guard parties.isPair else { return silent(.oneSide, part) }
    guard let (act, shown) = shownAct(told, part, parties) else { return silent(.noAct, part) }
    let isShownByParties = shown == .partiesWithDate
    if let reason = Exclusion.first(of: part, act, parties, index, story, isShownByParties: isShownByParties)
    {
      return silent(reason, part)
    }
    let mechanism =
      Mechanism.choose(part, sentence, parties, isPressure: false, rulebook, before: before(index))
      ?? Self.usual(parties, act, part)
    guard let mechanism else { return silent(.formless, part) }
    guard Aside.isTechnical(mechanism.value, parties, index, story) else { return silent(.general, part) }
    guard let (date, dated) = date(part, act, parties, index) else { return silent(.undated, part) }
    return candidate(part, index, parties, act, date, mechanism, shown ?? dated)
  }

  func silent(_ reason: Exclusion, _ part: Sentence) -> Candidate? {
    return nil
  }

  /// What bodies of a kind mostly do, where no word says more; what a state refuses is mostly wares.
  private static func usual(_ parties: Parties, _ act: Act, _ part: Sentence) -> Candidate.Field<String>? {
    guard let body = parties.bodies.first(where: { $0.side != "joint" }) ?? parties.bodies.first else {
      guard act.effect?.code == "sets-back", let span = act.effect?.span else { return nil }
      return .init("commercial", span)
    }
    let isOfStates = parties.bodies.allSatisfy { ["ministry", "agency", "commission"].contains($0.kind) }
    return .init(isOfStates ? "dialogue" : "commercial", body.span)
  }

  private func before(_ index: Int) -> [Sentence] {
    story.before(index).prefix(2).map { story.sentences[$0] } + (story.title.map { [$0] } ?? [])
  }

  /// The act of a sentence, and the rule where it is not a verb that shows it.
  private func shownAct(_ act: Act?, _ part: Sentence, _ parties: Parties) -> (Act, Candidate.Rule?)? {
    if let act, isFirm(act, part, parties) {
      return act.stage == nil && Aside.isList(part, parties) ? nil : (act, nil)
    }
    guard !Aside.isList(part, parties) else { return nil }
    if act == nil, parties.ground != .meant,
      let cue = part.matches.first(where: { $0.kind == .instrument && !$0.isWeak })
    {
      return (Act(shownBy: cue, part), .instrumentWithDate)
    }
    return byParties(act, part, parties)
  }

  /// "Will" or "would" alone is no act of two states: a verb that is known, or bodies and the form of what they do.
  private func isFirm(_ act: Act, _ part: Sentence, _ parties: Parties) -> Bool {
    let isStrong = [act.stage, act.modalityCue].contains { $0.map { !$0.isWeak } ?? false }
    return isStrong || act.isAccomplished || act.effect?.code == "sets-back"
      || (act.stage == nil && act.modalityCue == nil)
      || (!parties.bodies.isEmpty && part.matches.contains { $0.kind == .mechanism && !$0.isWeak })
  }

  /// Bodies of the two sides and a day: something was done between them, whatever the verb. Where one side is there
  /// only as a state, or meant by a word that points back, the form of a verb has to show it; so it has where
  /// the date is no narrower than a year.
  private func byParties(_ act: Act?, _ part: Sentence, _ parties: Parties) -> (Act, Candidate.Rule?)? {
    guard !parties.bodies.isEmpty else { return nil }
    let isNarrow = part.ownDates.contains(where: isNarrow) || part.head != nil
    let isPlain = isNarrow && parties.hasBodies && parties.ground != .meant
    let verb = Verbs.done(in: Word.all(in: text.bytes, part.scope)).first
    let isChronicle = part.head.map { part.dates.isEmpty || part.dates.first?.span == $0.span } ?? false
    guard isPlain || verb != nil || isChronicle || (isNarrow && text.language == "zh") else { return nil }
    guard isNarrow || (parties.hasBodies && parties.ground == .named && part.dates.contains { !$0.isBound })
    else { return nil }
    return (act ?? Act(shownAt: verb ?? parties.bodies[0].span, part), .partiesWithDate)
  }

  func isNarrow(_ found: Dates.Found) -> Bool {
    guard !found.isBound, let first = found.date.earliest, let last = found.date.latest else { return false }
    switch found.date.precision {
    case .day, .month: return true
    case .interval: return first.distance(to: last) <= 31
    default: return false
    }
  }

  func candidate(
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
      if Aside.isForecast(part, text.bytes) { return silent(.forecast, part) }
      // What lies behind the day of the text has not happened yet.
      candidate.modality = .planned
      candidate.modalitySpan = date.span
    }
    candidate.isSameDay = part.sameDay?.span == date.span
    fill(&candidate, part, index)
    return candidate
  }

  // MARK: What both have

  func fill(_ candidate: inout Candidate, _ part: Sentence, _ index: Int) {
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
  func date(_ part: Sentence, _ act: Act, _ parties: Parties, _ index: Int) -> (
    Candidate.Field<EDTF>, Candidate.Rule
  )? {
    if let own = DateChoice.nearest(part.dates, act, part, text) {
      return (.init(own.date, own.span), .actWithDate)
    }
    guard part.dates.allSatisfy({ DateChoice.isTerm($0, text.bytes) }) else { return nil }
    if let found = part.head, !found.isBound {
      return (.init(found.date, found.span), .actWithDate)
    }
    if let found = part.earlier, !found.isBound, act.isAccomplished, parties.ground != .meant {
      return (.init(found.date, found.span), .actWithEarlierDate)
    }
    return dayOfPublication(index)
  }

  func dayOfPublication(_ index: Int) -> (Candidate.Field<EDTF>, Candidate.Rule)? {
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
