internal import Documents
internal import Names

/// The rule `parties-with-date`: who takes part and when show an act, whatever its verb.
extension Proposing {
  /// Bodies of the two sides and a day: something was done between them, whatever the verb. Where one side is there
  /// only as a state, or meant by a word that points back, the form of a verb has to show it; so it has where
  /// the date is no narrower than a year.
  func byParties(_ act: Act?, _ part: Sentence, _ parties: Parties) -> (Act, Candidate.Rule?)? {
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
}
