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
    guard isRead(text) else { return [] }
    return candidates(in: text, rulebook.finder.matches(in: text.bytes, language: text.language), rulebook)
  }

  private static func isRead(_ text: StoredText) -> Bool {
    text.language.map(Language.read.contains) ?? false
  }

  /// As above, where the names have been found already.
  static func candidates(in text: StoredText, _ matches: [Match], _ rulebook: Rulebook) -> [Candidate] {
    guard isRead(text) else { return [] }
    let sentences = Sentence.all(of: text, matches)
    let proposing = Proposing(
      text: text, rulebook: rulebook, pairIsKnown: pairIsKnown(text, matches, rulebook))
    var candidates: [Candidate] = []
    // The same act told twice in one text is proposed once.
    var told: Set<Told> = []
    for sentence in sentences {
      guard let candidate = proposing.candidate(sentence) else { continue }
      if told.insert(Told(candidate)).inserted { candidates.append(candidate) }
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

/// What a candidate tells, wherever in the text it stands.
private struct Told: Hashable {
  var date: EDTF?
  var mechanism: String?
  var modality: Candidate.Modality
  var actors: Set<String>

  init(_ candidate: Candidate) {
    date = candidate.date?.value
    mechanism = candidate.mechanism?.value
    modality = candidate.modality
    actors = Set(candidate.actors.map(\.name))
  }
}
