internal import Documents
internal import Names

/// The rules `act-with-date`, `act-with-earlier-date`, `act-on-publication` and `instrument-with-date`: words of an
/// act, a party on each side, a date.
extension Proposing {
  func act(_ part: Sentence, _ sentence: Sentence, _ index: Int) throws(Exclusion) -> Candidate {
    let told = Act(part, text.bytes, rulebook.exclusions)
    guard told != nil || part.ownDates.contains(where: isNarrow) || part.head != nil else {
      throw .undated
    }
    let parties = Parties(part, of: index, in: story)
    guard parties.isPair else { throw .oneSide }
    guard let (act, shown) = shownAct(told, part, parties) else { throw .noAct }
    let isShownByParties = shown == .partiesWithDate
    if let reason = Exclusion.first(of: part, act, parties, index, story, isShownByParties: isShownByParties)
    {
      throw reason
    }
    let mechanism =
      Mechanism.choose(
        part, sentence, parties, isPressure: false, rulebook, before: before(index, part, parties))
      ?? Self.usual(parties, act, part, story)
    guard let mechanism else { throw .formless }
    guard Aside.isTechnical(mechanism.value, parties, index, story) else { throw .general }
    // An arrest for something else.
    guard mechanism.value != "illicit-transfer" || !isUnrelated(sentence) else { throw .noAct }
    guard let (date, dated) = date(part, act, parties, index) else { throw .undated }
    return try candidate(part, index, parties, act, date, mechanism, shown ?? dated)
  }

  /// What bodies of a kind mostly do, where no word says more; what a state refuses is mostly wares.
  private static func usual(_ parties: Parties, _ act: Act, _ part: Sentence, _ story: Story) -> Candidate
    .Field<String>?
  {
    guard let body = parties.bodies.first(where: { $0.side != "joint" }) ?? parties.bodies.first else {
      // What the report of a meeting tells of the two is what they spoke about.
      if story.tellsOfMeeting, let span = parties.spoken ?? act.anchor {
        // What they are at is a programme of the two.
        let isUnderWay = parties.isSpoken && act.stage?.code == "running" && act.effect?.code == "advances"
        return .init(isUnderWay ? "agreement" : "dialogue", span)
      }
      // What is supplied or built while others meet is business.
      if story.reportsMeeting, act.isAccomplished, act.stage?.code == "running", let span = act.anchor {
        return .init("commercial", span)
      }
      guard act.effect?.code == "sets-back", let span = act.effect?.span else { return nil }
      return .init("commercial", span)
    }
    let isOfStates = parties.bodies.allSatisfy { ["ministry", "agency", "commission"].contains($0.kind) }
    return .init(isOfStates ? "dialogue" : "commercial", body.span)
  }

  /// What the report of a meeting says one by one are no stages of one deal.
  private func before(_ index: Int, _ part: Sentence, _ parties: Parties) -> [Sentence] {
    if story.tellsOfMeeting, parties.bodies.isEmpty, part.dates.isEmpty { return [] }
    return story.before(index).prefix(2).map { story.sentences[$0] } + (story.title.map { [$0] } ?? [])
  }

  /// The act of a sentence, and the rule where it is not a verb that shows it.
  func shownAct(_ act: Act?, _ part: Sentence, _ parties: Parties) -> (Act, Candidate.Rule?)? {
    if let act, isFirm(act, part, parties) {
      return act.stage == nil && Aside.isList(part, parties) ? nil : (act, nil)
    }
    guard !Aside.isList(part, parties) else { return nil }
    if let span = parties.spoken { return (act ?? Act(shownAt: span, part), nil) }
    if act == nil, parties.ground != .meant,
      let cue = part.matches.first(where: { $0.kind == .instrument && !$0.isWeak })
    {
      return (Act(shownBy: cue, part), .instrumentWithDate)
    }
    return byParties(act, part, parties)
  }

  /// "Will" or "would" alone is no act of two states: a verb that is known, or bodies and the form of what they do.
  func isFirm(_ act: Act, _ part: Sentence, _ parties: Parties) -> Bool {
    let isStrong = [act.stage, act.modalityCue].contains { $0.map { !$0.isWeak } ?? false }
    return isStrong || act.isAccomplished || act.effect?.code == "sets-back"
      || (act.stage == nil && act.modalityCue == nil)
      || (!parties.bodies.isEmpty && part.matches.contains { $0.kind == .mechanism && !$0.isWeak })
  }
}
