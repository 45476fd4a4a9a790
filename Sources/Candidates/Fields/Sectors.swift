internal import Documents
internal import Names

/// Chooses the technologies of an act.
struct Sectors {
  let story: Story

  /// The most specific codes of the part that tells the act, else of its sentence; else, where the act is one of
  /// those that are about something, what its paragraph or title is about; else `unspecified` on the words that name
  /// no technology.
  func of(_ part: Sentence, _ index: Int, _ candidate: Candidate) -> [Candidate.Field<String>] {
    let whole = story.sentences[index]
    let inside = named(in: part, without: story.bodies(index))
    if !inside.isEmpty { return inside }
    let beside = part.scope == whole.scope ? [] : named(in: whole, without: story.bodies(index))
    if !beside.isEmpty { return beside }
    if candidate.mechanism?.value == "military", let cue = candidate.mechanism {
      return [.init("defence", cue.span)]
    }
    if inherits(candidate), let found = around(index, candidate) { return found }
    if let found = known(candidate) { return [found] }
    return [.init("unspecified", whole.span)]
  }

  /// What the bodies are known for, where they agree.
  private func known(_ candidate: Candidate) -> Candidate.Field<String>? {
    guard !["competition", "talent", "park", "fund"].contains(candidate.mechanism?.value) else { return nil }
    let fields = candidate.actors.compactMap { actor in
      KnownFor.sector(of: actor.name).map { Candidate.Field($0, actor.span) }
    }
    guard let first = fields.first, fields.allSatisfy({ $0.value == first.value }) else { return nil }
    return first
  }

  /// A word inside a name is part of the name.
  private func named(in sentence: Sentence, without bodies: [Body] = []) -> [Candidate.Field<String>] {
    var fields: [Candidate.Field<String>] = []
    let cues = sentence.cues(.sector)
    for cue in Description.told(cues, story.text.bytes)
    where !fields.contains(where: { $0.value == cue.code }) {
      if bodies.contains(where: { $0.actor == nil && $0.span.overlaps(cue.span) }) { continue }
      fields.append(.init(cue.code, cue.span))
    }
    return specific(fields)
  }

  /// Combat aircraft are arms, armed drones are drones, and keys made of photons are no matter of passwords.
  private static let hides = ["defence": "aviation", "drones": "defence", "quantum": "cyber"]

  private func specific(_ fields: [Candidate.Field<String>]) -> [Candidate.Field<String>] {
    let parents = Set(fields.compactMap { story.rulebook.parents[$0.value] })
    let named = fields.filter { $0.value != "unspecified" }
    let hidden = named.compactMap { Self.hides[$0.value] }
    return (named.isEmpty ? fields : named).filter {
      !parents.contains($0.value) && !hidden.contains($0.value)
    }
  }

  /// A deal or a study is about something; a meeting, a contest, an award may be about everything.
  private func inherits(_ candidate: Candidate) -> Bool {
    let pointsBack = candidate.ground == .meant && candidate.mechanism?.value != "dialogue"
    return pointsBack
      || ["commercial", "agreement", "academic", "military", "governance", "pressure", "illicit-transfer"]
        .contains(candidate.mechanism?.value)
  }

  private func around(_ index: Int, _ candidate: Candidate) -> [Candidate.Field<String>]? {
    let range = story.range(of: story.sentences[index].paragraph)
    // An opening is told more fully in what follows it.
    let ahead = index == 0 ? [1, 2, 3, 4].filter { $0 < story.sentences.count } : []
    for near in [index - 1, index - 2, index + 1].filter(range.contains) + ahead {
      let found = named(in: story.sentences[near])
      if !found.isEmpty, found.count <= 2, found[0].value != "unspecified" { return found }
    }
    // What the text is about holds for those it is about.
    guard let title = story.title else { return nil }
    let found = named(in: title)
    if !found.isEmpty, found[0].value != "unspecified" { return found }
    guard index > 0, sharesBody(candidate, with: 0) else { return nil }
    let opening = named(in: story.sentences[0])
    return opening.isEmpty || opening.count > 2 ? nil : opening
  }

  private func sharesBody(_ candidate: Candidate, with index: Int) -> Bool {
    let names = Set(story.bodies(index).map(\.name))
    return candidate.actors.contains { names.contains($0.name) }
  }
}
