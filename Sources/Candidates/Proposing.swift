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
    guard !sentence.matches.isEmpty, sentence.span.count <= Self.longestEvidence,
      !sentence.ownDates.isEmpty || sentence.earlier != nil || index == 0 || story.reportsMeeting
    else { return false }
    return !Aside.isNoReport(sentence, text.bytes)
  }

  /// A text without any stop is no sentence that somebody could read to judge a proposal.
  private static let longestEvidence = 1 << 15

  // MARK: Acts of the two sides

  private func candidate(_ part: Sentence, _ sentence: Sentence, _ index: Int) -> Candidate? {
    illicit(part, sentence, index) ?? (try? act(part, sentence, index))
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
  ) throws(Exclusion) -> Candidate {
    var candidate = Candidate(span: part.span, rule: rule, modality: act.modality)
    candidate.date = date
    candidate.mechanism = mechanism
    candidate.stage = act.stage.map { .init($0.code, $0.span) }
    candidate.effect = act.effect.map { .init($0.code, $0.span) }
    candidate.modalitySpan = act.modalityCue?.span
    candidate.actors = (parties.participants + Thirds.joined(to: parties, part, story)).sorted {
      $0.span.lowerBound < $1.span.lowerBound
    }
    candidate.ground = parties.ground
    if let lastDay = text.published?.latest, let first = date.value.earliest, first > lastDay,
      candidate.modality == .actual
    {
      if rulebook.exclusions.forecast.isIn(text.bytes, part.scope) { throw .forecast }
      // What lies behind the day of the text has not happened yet.
      candidate.modality = .planned
      candidate.modalitySpan = date.span
    }
    candidate.isSameDay = part.sameDay?.span == date.span
    candidate.isSpoken = parties.isSpoken
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
    // A year said before dates what bodies did, but not everything that is said of the two states.
    if let found = part.earlier, !found.isBound, act.isAccomplished, parties.ground != .meant,
      !parties.bodies.isEmpty || isNarrow(found)
    {
      return (.init(found.date, found.span), .actWithEarlierDate)
    }
    return dayOfPublication(index) ?? dayOfMeeting(part, act, parties)
  }

  /// A report of a meeting of the two, as a press service gives it, is of the day of the meeting until it tells another
  /// date; so is what a speaker says that "we have agreed", and what was done "during the talks". It has to be about
  /// technology itself.
  private func dayOfMeeting(_ part: Sentence, _ act: Act, _ parties: Parties) -> (
    Candidate.Field<EDTF>, Candidate.Rule
  )? {
    // "Is supplying", in the report of any meeting: under way on that day, where the sentence names both.
    if story.reportsMeeting, parties.ground == .named, !part.isBehindDate, isUnderWay(act),
      part.matches.contains(where: { $0.kind == .sector && !$0.isWeak })
    {
      return dayOfPublication(0)
    }
    guard story.tellsOfMeeting, parties.isSpoken || !part.isBehindDate || isAtMeeting(part),
      act.modality != .denied,
      parties.isSpoken || act.isAccomplished || act.stage.map({ !$0.isWeak }) ?? false,
      Self.areAtWork(parties) || part.matches.contains(where: { $0.kind == .sector && !$0.isWeak })
        || Aside.isOfScience(part, text.bytes)
    else { return nil }
    return dayOfPublication(0)
  }

  private func isUnderWay(_ act: Act) -> Bool {
    guard let stage = act.stage, act.isAccomplished, stage.code == "running" else { return false }
    return Self.present.contains { text.bytes[stage.start..<stage.end].starts(with: $0) }
  }

  private static let present = ["is ", "are ", "ведётся", "ведется", "正在"].map { Array($0.utf8) }

  /// Companies, funds, universities: what they do when their leaders meet is business, that of ministries may be anything.
  private static func areAtWork(_ parties: Parties) -> Bool {
    parties.hasBodies && !parties.bodies.contains { ["ministry", "agency", "commission"].contains($0.kind) }
  }

  private func isAtMeeting(_ part: Sentence) -> Bool {
    part.span.count <= Word.longestSentence
      && rulebook.pointers.all(in: part.words(text.bytes)).contains { $0.meaning == .meeting }
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
