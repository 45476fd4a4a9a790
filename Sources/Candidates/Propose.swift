internal import Calendar
public import Documents
internal import Names

/// The step from a text to proposed observations.
///
/// A sentence becomes a candidate when it has a party on each side (or a joint body, or a third party that
/// restricts both), a cue of an act, and a date. What is missing makes it silent: one-sided acts, hopes, lists.
public enum Propose {
  /// The candidates of a text, in order of place; none where its language is not read.
  public static func candidates(in text: StoredText, _ rulebook: Rulebook) -> [Candidate] {
    guard let language = text.language, Language.read.contains(language) else { return [] }
    let matches = rulebook.finder.matches(in: text.bytes, language: language)
    let sentences = Sentence.all(of: text, matches)
    let proposing = Proposing(
      text: text, rulebook: rulebook, pairIsKnown: pairIsKnown(text, matches, rulebook))
    var candidates: [Candidate] = []
    for (index, sentence) in sentences.enumerated() {
      let before = sentences[..<index].filter { $0.paragraph == sentence.paragraph }
      guard let candidate = proposing.candidate(sentence, before: before) else { continue }
      if !candidates.contains(where: { $0.tells(sameAs: candidate) }) { candidates.append(candidate) }
    }
    return candidates
  }

  /// True if title or opening name both countries, so that "the two sides" can only be these.
  private static func pairIsKnown(_ text: StoredText, _ matches: [Match], _ rulebook: Rulebook) -> Bool {
    guard let opening = text.passages.first(where: { $0.kind == .paragraph }) else { return false }
    let title = text.passages.first { $0.kind == .title }
    var sides: Set<String> = []
    for match in matches where title?.span.contains(match.start) == true || opening.span.contains(match.start)
    {
      if match.kind == .state, !match.isWeak {
        sides.formUnion(match.code == "both" ? ["cn", "ru"] : [match.code])
      }
      if match.kind == .place, let side = ["CN": "cn", "RU": "ru"][match.code] { sides.insert(side) }
      if let actor = match.actor, let facts = rulebook.actors[actor] { sides.insert(facts.side) }
    }
    return sides.isSuperset(of: ["cn", "ru"])
  }
}

extension Candidate {
  /// The same act told twice in one text.
  fileprivate func tells(sameAs other: Candidate) -> Bool {
    date?.value == other.date?.value && mechanism?.value == other.mechanism?.value
      && modality == other.modality
      && Set(actors.map(\.name)) == Set(other.actors.map(\.name))
  }
}
