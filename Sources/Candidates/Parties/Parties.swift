internal import Documents
internal import Names

/// Who acts in a sentence, and on which side.
struct Parties {
  /// How the pair was made out.
  enum Ground: Int, Comparable {
    /// Both sides stand in the part of the sentence that tells the act.
    case named
    /// One stands elsewhere in the sentence.
    case sentence
    /// One is meant by a word that points back, or stands in the title.
    case meant
    static func < (a: Ground, b: Ground) -> Bool { a.rawValue < b.rawValue }
  }

  private(set) var participants: [Candidate.Participant] = []
  /// Third countries and bodies.
  private(set) var third: [Candidate.Participant] = []
  /// The bodies of the two sides, states left out.
  private(set) var bodies: [Body] = []
  var ground = Ground.named
  /// The words by which a speaker says what "we" did; nil where nobody speaks for both.
  var spoken: Range<Int>?
  var isSpoken: Bool { spoken != nil }
  /// Where the text says who tells it: words there say nothing of the act.
  private(set) var sources: [Range<Int>] = []

  /// The side that an international institute stands for.
  private var standsFor: String?

  func has(_ side: String) -> Bool {
    standsFor == side
      || participants.contains {
        $0.side == side || $0.side == "joint" || $0.side == "intl" && KnownFor.seat(of: $0.name) == side
      }
  }
  /// True if both sides take part.
  var isPair: Bool { has("cn") && has("ru") }
  var missing: String? {
    switch (has("cn"), has("ru")) {
    case (false, true): "cn"
    case (true, false): "ru"
    default: nil
    }
  }
  /// True if each side is there with a body, not only as a state.
  var hasBodies: Bool {
    let sides = Set(bodies.map { $0.side == "intl" ? KnownFor.seat(of: $0.name) ?? "" : $0.side })
    return sides.contains("joint") || sides.isSuperset(of: ["cn", "ru"])
  }

  /// `meant` says whether words that point back count.
  init(_ part: Sentence, of index: Int, in story: Story, meant: Bool = true) {
    let whole = story.sentences[index]
    let all = story.bodies(index)
    add(all.filter { part.scope.contains($0.span.lowerBound) })
    addStates(part, story)
    if !isPair, part.matches.count < whole.matches.count {
      add(all)
      addStates(whole, story)
      ground = .sentence
    }
    if !isPair { addLeaders(whole, story) }
    dropReporters(whole, story)
    if !isPair { institute(whole, story) }
    if meant { speak(index, story) }
    if !isPair, meant {
      resolve(index, story)
      if isPair { ground = .meant }
    }
    if !isPair { addWeak(whole, story) }
    if meant { replaceStates(index, story) }
    // "A Shenzhen trader": a measure strikes somebody from there.
    if !isPair, !meant, let side = missing { fromPlace(side, whole, story) }
    if !isPair, !meant, index == 0, let side = missing {
      fromTitle(side, story)
      ground = .meant
    }
    dropObjects()
    participants.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// Adds the state of a side that the text names elsewhere.
  mutating func complete(_ side: String, _ state: Match, _ story: Story) {
    addState(side, state.span, story)
    ground = .meant
  }

  private mutating func add(_ bodies: [Body]) {
    for body in bodies where !isKnown(body) { add(body) }
  }

  func isKnown(_ body: Body) -> Bool {
    (participants + third).contains { $0.name == body.name }
  }

  mutating func add(_ body: Body) {
    let participant = Candidate.Participant(
      actor: body.actor, name: body.name, role: .party, side: body.side, span: body.span)
    guard body.isTwo || KnownFor.seat(of: body.name) != nil else {
      third.append(participant)
      return
    }
    // A body takes the place of its state.
    participants.removeAll { $0.isState && $0.side == body.side }
    bodies.append(body)
    participants.append(participant)
  }

  /// A state takes part where no body of its side is named.
  private mutating func addStates(_ sentence: Sentence, _ story: Story) {
    // A word for one state says more exactly where it stands than a word for the pair, a noun more than an adjective.
    let states = sentence.matches.filter { $0.kind == .state || $0.kind == .actor }
    for match in states.filter({ $0.code != "both" }) + states.filter({ $0.code == "both" }) {
      for side in Self.sides(of: match, story) where !has(side) { addState(side, match.span, story) }
    }
  }

  /// A leader stands for his state where he acts, and where what he tells is an act of his state too.
  private mutating func addLeaders(_ sentence: Sentence, _ story: Story) {
    for match in sentence.matches where match.kind == .leader && !has(match.code) {
      if !Attribution.isSource(match.span, story.text.bytes, sentence.span)
        || Attribution.isOfBoth(sentence.span, story.text.bytes)
      {
        addState(match.code, match.span, story)
      }
    }
  }

  /// "The two countries" are China and Russia where the text has said so.
  private mutating func addWeak(_ sentence: Sentence, _ story: Story) {
    guard story.pairIsKnown,
      let both = sentence.matches.first(where: { $0.kind == .state && $0.code == "both" && $0.isWeak })
    else { return }
    for side in ["cn", "ru"] where !has(side) { addState(side, both.span, story) }
  }

  /// "United Engine Corporation and AVIC signed a contract, the Russian maker said": the body that stands beside
  /// the other party is the one of the side that the sentence names by a word only.
  private mutating func replaceStates(_ index: Int, _ story: Story) {
    guard isPair, let state = participants.first(where: \.isState), participants.filter(\.isState).count == 1
    else { return }
    let sentence = story.sentences[index]
    guard sentence.span.contains(state.span.lowerBound) else { return }
    let words = sentence.words(story.text.bytes)
    guard
      let found = Partner.beside(
        bodies.map(\.span), in: words, sentence.matches.filter { $0.kind == .actor }, story.text.bytes)
    else { return }
    add(Body(actor: nil, name: found.name, kind: found.kind, side: state.side, span: found.span))
    story.remember(found, side: state.side)
  }

  mutating func addState(_ side: String, _ span: Range<Int>, _ story: Story) {
    guard let id = story.rulebook.states[side], let facts = story.rulebook.actors[id] else { return }
    participants.append(
      .init(actor: id, name: facts.name, role: .party, side: side, span: span, isState: true))
  }

  private static func sides(of match: Match, _ story: Story) -> [String] {
    if match.kind == .actor {
      guard let id = match.actor, let facts = story.rulebook.actors[id], facts.kind == "state" else {
        return []
      }
      return ["cn", "ru"].contains(facts.side) ? [facts.side] : []
    }
    switch match.code {
    case "both": return match.isWeak ? [] : ["cn", "ru"]
    case "cn", "ru": return match.isWeak ? [] : [match.code]
    default: return []
    }
  }

  // MARK: Bodies that are no parties

  /// "According to the office": who only tells of an act takes no part in it, where the pair stands without.
  private mutating func dropReporters(_ sentence: Sentence, _ story: Story) {
    guard bodies.contains(where: { Attribution.isSource($0.span, story.text.bytes, sentence.span) }) else {
      return
    }
    var without = self
    for body in bodies where Attribution.isSource(body.span, story.text.bytes, sentence.span) {
      without.sources.append(body.span.lowerBound..<min(sentence.span.upperBound, body.span.upperBound + 48))
      without.participants.removeAll { $0.name == body.name }
      without.bodies.removeAll { $0.name == body.name }
    }
    without.addStates(sentence, story)
    if without.isPair { self = without }
  }

  /// What two bodies set up, register or sign about is their object; alone it stands for both.
  private mutating func dropObjects() {
    let own = Set(bodies.map(\.side))
    guard own.isSuperset(of: ["cn", "ru"]) else { return }
    participants.removeAll { $0.side == "joint" }
  }

  /// An international institute counts for the side that is missing.
  private mutating func institute(_ sentence: Sentence, _ story: Story) {
    guard let side = missing, !bodies.isEmpty,
      let found = Counterpart.institute(third, sentence, story)
    else { return }
    third.removeAll { $0.name == found.name }
    participants.append(found)
    standsFor = side
  }

  // MARK: Who is taken over

  /// Only who is named: no words that point back.
  init(plain index: Int, _ story: Story) {
    add(story.bodies(index))
    addStates(story.sentences[index], story)
    addLeaders(story.sentences[index], story)
    replaceStates(index, story)
    let sentence = story.sentences[index]
    if !isPair, !bodies.isEmpty, sentence.span.count <= Word.longestSentence {
      counterpart(sentence, sentence.words(story.text.bytes), story)
    }
  }

  /// Who is taken over from a sentence before.
  enum Taken {
    case body(Body)
    case state(Candidate.Participant)
  }

  mutating func take(_ taken: [Taken]) {
    for one in taken {
      switch one {
      case .body(let body): if !isKnown(body), !hasBody(body.side) { add(body) }
      case .state(let state): if !has(state.side) { participants.append(state) }
      }
    }
  }

  private func hasBody(_ side: String) -> Bool { bodies.contains { $0.side == side } }
}
