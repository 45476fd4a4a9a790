internal import Calendar
internal import Documents
internal import Names

/// The rule `illicit-transfer`: secrets or technology of one side go to the other, as an arrest or a verdict shows.
extension Proposing {
  /// An arrest or a verdict names one side only; the text says whom it is about.
  func illicit(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    let isDenied = sentence.matches.contains { $0.kind == .modality && $0.code == "denied" && !$0.isWeak }
    guard !isDenied, !rulebook.exclusions.opinion.isIn(text.bytes, part.scope),
      let cue = illicitCue(sentence), !isUnrelated(sentence)
    else { return nil }
    var parties = Parties(part, of: index, in: story, meant: false)
    if let side = parties.missing, let state = story.state(side) {
      parties.complete(side, state, story)
    }
    let act = Act(part, text.bytes, rulebook.exclusions) ?? Act(shownBy: cue, part)
    guard parties.isPair, let (date, _) = date(part, act, parties, index),
      var candidate = try? candidate(
        part, index, parties, act, date, .init("illicit-transfer", cue.span), .illicit)
    else { return nil }
    // Without an arrest or a verdict it is an accusation: words.
    let setBack = sentence.matches.first { $0.kind == .effect && $0.code == "sets-back" && !$0.isWeak }
    candidate.effect = setBack.map { .init("sets-back", $0.span) } ?? .init("statement", cue.span)
    candidate.modality = .actual
    candidate.modalitySpan = nil
    return candidate
  }

  /// A cue of its own; else an arrest or a verdict in a text that speaks of secrets in its sentence or title.
  private func illicitCue(_ sentence: Sentence) -> Match? {
    if let cue = sentence.matches.first(where: { $0.code == "illicit-transfer" && !$0.isWeak }) { return cue }
    guard sentence.span.count <= Word.longestSentence,
      let seized = sentence.matches.first(where: {
        $0.kind == .effect && $0.code == "sets-back" && isSeizure($0)
      })
    else { return nil }
    let spans = [sentence.span] + [story.title?.span].compactMap(\.self)
    return spans.contains { Self.has(Self.secrets, text.bytes[$0].prefix(Word.longestSentence)) }
      ? seized : nil
  }

  /// True for another affair, such as that of a tourist.
  func isUnrelated(_ sentence: Sentence) -> Bool { Self.has(Self.unrelated, text.bytes[sentence.span]) }

  private func isSeizure(_ cue: Match) -> Bool { Self.has(Self.seizures, text.bytes[cue.span]) }

  private static func has(_ stems: [[UInt8]], _ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return stems.contains(where: text.contains)
  }

  private static let seizures = [
    "arrest", "detain", "sentenc", "jail", "convict", "charged", "custody", "indict", "prison", "guilty",
    "extradit",
    "арест", "задерж", "приговор", "под страж", "осужд", "осуди", "колони", "лишения", "тюрьм", "сизо",
    "СИЗО",
    "экстрадир", "обвин", "предъяв", "逮捕", "判", "拘", "起诉", "羁押", "被捕", "刑", "入狱", "定罪", "引渡",
  ].map { Array($0.utf8) }

  /// Another affair.
  private static let unrelated = [
    "unrelated to", "nothing to do with", "отношения не име", "не имеет отношения", "не связан", "无关",
    "tourist", "holidaymaker", "турист", "游客", "遊客",
  ].map { Array($0.utf8) }

  private static let secrets = [
    "secret", "spy", "espionage", "treason", "leak", "smuggl", "theft", "stole", "classified", "секрет",
    "шпион",
    "госизмен", "государственной измен", "государственную измен", "выдач", "контрабанд", "хищени", "утечк",
    "гостайн",
    "机密", "间谍", "窃", "泄密", "泄露", "走私", "叛国",
  ].map { Array($0.utf8) }
}
