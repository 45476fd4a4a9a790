internal import Documents
internal import Names

/// Who is meant: by a word that points back, by the title, by a place.
extension Parties {
  mutating func resolve(_ index: Int, _ story: Story) {
    let sentence = story.sentences[index]
    guard sentence.span.count <= Word.longestSentence else { return }
    let words = sentence.words(story.text.bytes)
    // A third country may be the one that is meant, unless it comes behind the leaders of two.
    let third = sentence.matches.first { $0.kind == .place && !["CN", "RU"].contains($0.code) }
    let pointers = story.rulebook.pointers.all(in: words)
    if let third {
      guard story.pairIsKnown,
        let leading = pointers.first(where: { $0.meaning == .states && $0.span.upperBound < third.start })
      else { return }
      for side in ["cn", "ru"] where !has(side) { addState(side, leading.span, story) }
      return
    }
    for found in pointers where !isPair {
      switch found.meaning {
      case .pair: if let pair = pair(before: index, story) { take(pair) }
      case .states where story.pairIsKnown:
        for side in ["cn", "ru"] where !has(side) { addState(side, found.span, story) }
      // "Our Chinese partners" are those of a Russian speaker.
      case .state(let side) where story.namesBoth:
        for each in [side, side == "cn" ? "ru" : "cn"] where !has(each) { addState(each, found.span, story) }
      case .deal where !sentence.dates.isEmpty: if let pair = pair(before: index, story) { take(pair) }
      case .one(let kind) where missing != nil || participants.isEmpty:
        if let body = one(kind, before: index, story), !has(body.side) { take([.body(body)]) }
      default: break
      }
    }
    // In the report of a meeting of the two both have talked.
    if !isPair, story.tellsOfMeeting, third == nil, let verb = Mechanism.talk(sentence) {
      for side in ["cn", "ru"] where !has(side) { addState(side, verb.span, story) }
    }
    if !isPair, goesOn(index, story), let pair = pair(before: index, story) { take(pair) }
    if !isPair, let side = missing {
      partner(side, sentence, index, words, story)
    }
    if !isPair, let side = missing, index == 0 { fromTitle(side, story) }
    if !isPair { counterpart(sentence, words, story) }
    if !isPair, let side = missing, !bodies.isEmpty { fromPlace(side, sentence, story) }
  }

  /// "We have agreed", "our plant in China", where the two have met: both states, unless others are named.
  mutating func speak(_ index: Int, _ story: Story) {
    let sentence = story.sentences[index]
    guard story.tellsOfMeeting, third.isEmpty, sentence.namesTechnology || !bodies.isEmpty,
      sentence.span.count <= Word.longestSentence,
      !sentence.matches.contains(where: { $0.kind == .place && !["CN", "RU"].contains($0.code) })
    else { return }
    let words = sentence.words(story.text.bytes)
    // One state is named, and what is told is "our" too.
    let owner = missing == nil ? nil : Spoken.owner(in: words, sentence)
    guard let span = Spoken.span(in: words, sentence) ?? owner else { return }
    spoken = span
    guard !isPair else { return }
    for side in ["cn", "ru"] where !has(side) { addState(side, span, story) }
    ground = .meant
  }

  /// A plan told right behind an act of the two, without naming anybody: a stage of the same undertaking.
  private func goesOn(_ index: Int, _ story: Story) -> Bool {
    let sentence = story.sentences[index]
    let isPlan = sentence.matches.contains { $0.kind == .modality && $0.code == "planned" && !$0.isWeak }
    guard isPlan, !sentence.dates.isEmpty, sentence.position > 0, third.isEmpty, participants.isEmpty else {
      return false
    }
    return Parties(plain: index - 1, story).isPair
  }

  /// The bodies, else states, of both sides in the nearest sentence before that has them.
  private func pair(before index: Int, _ story: Story) -> [Taken]? {
    for earlier in story.before(index) {
      let parties = Parties(plain: earlier, story)
      if parties.isPair {
        let named = parties.bodies.map(Taken.body)
        return named + parties.participants.filter(\.isState).map(Taken.state)
      }
    }
    return nil
  }

  /// The first body of that kind in the nearest sentence before that has one.
  private func one(_ kind: String?, before index: Int, _ story: Story) -> Body? {
    for earlier in story.before(index) {
      let fitting = story.bodies(earlier).filter { body in
        guard body.isTwo, body.side != "joint" else { return false }
        return kind.map { Self.fits(body.kind, $0) } ?? true
      }
      if let body = fitting.first { return body }
      if kind == nil, !story.bodies(earlier).isEmpty { return nil }
    }
    return nil
  }

  private static func fits(_ kind: String, _ wanted: String) -> Bool {
    switch wanted {
    case "university": ["university", "institute"].contains(kind)
    case "agency": ["agency", "ministry"].contains(kind)
    case "company": ["company", "other", "park"].contains(kind)
    default: kind == wanted
    }
  }

  /// "It signed an agreement with Zhongrong International Trust", where the sentence or the one before speaks of a
  /// Chinese partner.
  private mutating func partner(
    _ side: String, _ sentence: Sentence, _ index: Int, _ words: [Word], _ story: Story
  ) {
    let near = [sentence] + (index > 0 && sentence.position > 0 ? [story.sentences[index - 1]] : [])
    let isSaid = near.contains {
      Story.sides($0.matches.filter { $0.kind != .actor }, story.rulebook).contains(side)
    }
    let actors = sentence.matches.filter { $0.kind == .actor }
    let isOwn = !bodies.isEmpty && story.text.language == (side == "cn" ? "zh" : "ru")
    guard
      let found = (isSaid ? Partner.find(in: words, actors, story.text.bytes) : nil)
        ?? (isOwn ? Partner.own(in: words, actors, story.text.bytes) : nil),
      !bodies.contains(where: { $0.span.overlaps(found.span) })
    else { return }
    add(Body(actor: nil, name: found.name, kind: found.kind, side: side, span: found.span))
    story.remember(found, side: side)
  }

  /// The opening sentence goes on from the title.
  mutating func fromTitle(_ side: String, _ story: Story) {
    guard let title = story.title else { return }
    if let body = story.titleBodies().first(where: { $0.side == side }) { return add(body) }
    if let match = title.matches.first(where: {
      $0.kind == .state && !$0.isWeak && ($0.code == side || $0.code == "both")
    }) {
      addState(side, match.span, story)
    }
  }

  /// Who is named without a word that places it, or only where it sits, in a text about the two.
  mutating func counterpart(_ sentence: Sentence, _ words: [Word], _ story: Story) {
    guard let side = missing, story.namesBoth else { return }
    let taken =
      bodies.map(\.span) + third.map(\.span) + sentence.matches.filter { $0.kind == .actor }.map(\.span)
    if let body = Counterpart.homeBody(side, words, taken, story) { add(body) }
  }

  /// "The Chinese embassy gave prizes in Moscow": where it acts, and the text is about the two.
  mutating func fromPlace(_ side: String, _ sentence: Sentence, _ story: Story) {
    let country = side == "cn" ? "CN" : "RU"
    guard !participants.isEmpty,
      let place = sentence.matches.first(where: { match in
        // «хирурги пекинской больницы»: an adjective says whose they are.
        match.kind == .place && match.code == country
          && (story.pairIsKnown || RussianBody.isAdjective(story.text.text(match.span).lowercased()))
      })
    else { return }
    addState(side, place.span, story)
  }
}
