internal import Names

/// Chooses the one mechanism of an act. Its words and the kinds of those who act each give points to a mechanism;
/// of those that come near the most, the first in order of precedence is taken.
enum Mechanism {
  /// What speaks for a mechanism, and where.
  struct Evidence {
    var code: String
    var points: Int
    var span: Range<Int>
  }

  /// How much each kind of evidence says. Outside the part that tells the act, words count half.
  enum Points {
    static let strong = 8
    static let weak = 4
    /// An agreement is one of states: between others it is the form of something else.
    static let paper = 4
    /// Both sides are of the kind.
    static let pair = 7
    /// One is of a kind that does little else: a regulator, an army, a university, a park.
    static let one = 5
    /// One company says little.
    static let company = 3
    /// So near the most precedence decides.
    static let margin = 2
  }

  /// `before` is what the text says before the sentence, nearest first, for an act that goes on with it.
  static func choose(
    _ part: Sentence, _ whole: Sentence, _ parties: Parties, isPressure: Bool, _ rulebook: Rulebook,
    before: [Sentence] = []
  ) -> Candidate.Field<String>? {
    if isPressure {
      return cues(part, parties, isPressure: true).first { !$0.isWeak }
        .map { .init($0.code, $0.span) }
    }
    var words = Self.words(part, whole, parties)
    if let talk = talk(part, of: parties) {
      words.removeAll { Self.matters.contains($0.code) && $0.span.lowerBound >= talk.end }
    }
    // Parks may hold a contest as anybody else.
    let isContest = words.contains { $0.code == "competition" && $0.points == Points.strong }
    let evidence = words + BodyRoles.evidence(parties).filter { !(isContest && $0.code == "park") }
    return first(evidence, rulebook) ?? sealed(whole)
      ?? before.lazy.compactMap {
        first(Self.words($0, $0, parties).filter { $0.points > Points.paper }, rulebook)
      }
      .first
  }

  /// What states may talk about without doing it.
  private static let matters: Set<String> = ["military", "commercial", "agreement", "talent", "fund"]

  /// The verb of talk of states or their ministries: what is talked about is no act. What was done before it is.
  private static func talk(_ part: Sentence, of parties: Parties) -> Match? {
    parties.bodies.allSatisfy { ["ministry", "agency", "commission"].contains($0.kind) } ? talk(part) : nil
  }

  /// As above, whoever talks.
  static func talk(_ part: Sentence) -> Match? {
    guard part.span.count <= Word.longestSentence,
      let verb = part.matches.first(where: { cue in
        cue.kind == .mechanism && cue.code == "dialogue" && !cue.isWeak
          && part.matches.contains {
            $0.kind == .stage && $0.code == "considered" && !$0.isWeak && $0.span == cue.span
          }
      })
    else { return nil }
    let isLater = part.matches.contains {
      $0.kind == .stage && Act.done.contains($0.code) && !$0.isWeak && $0.end <= verb.start
    }
    return isLater ? nil : verb
  }

  // MARK: Words

  /// Words that say who tells it, and those inside a name, say nothing of the act.
  private static func cues(_ sentence: Sentence, _ parties: Parties, isPressure: Bool) -> [Match] {
    sentence.matches.filter { cue in
      cue.kind == .mechanism && (cue.code == "pressure") == isPressure
        && !parties.sources.contains { $0.contains(cue.start) }
        && !parties.bodies.contains { $0.actor == nil && $0.span.contains(cue.start) }
    }
  }

  private static func words(_ part: Sentence, _ whole: Sentence, _ parties: Parties) -> [Evidence] {
    var cues = cues(whole, parties, isPressure: false)
    // States and ministries make agreements, also about trade.
    let isOfStates = !parties.bodies.contains { !["ministry", "agency"].contains($0.kind) }
    if isOfStates {
      let isPaper = cues.contains { $0.code == "agreement" && !$0.isWeak }
      let isTrade = whole.matches.contains { match in
        match.kind == .instrument && ["contract", "delivery", "equity", "licence"].contains(match.code)
      }
      cues.removeAll { $0.code == "commercial" && (isPaper || $0.isWeak && !isTrade) }
    }
    return cues.map { cue in
      var points = cue.isWeak ? Points.weak : Points.strong
      if cue.code == "agreement", !isOfStates { points = min(points, Points.paper) }
      return Evidence(
        code: cue.code, points: part.scope.contains(cue.start) ? points : points / 2, span: cue.span)
    }
  }

  /// Where nothing else shows it: how the act was sealed.
  private static func sealed(_ sentence: Sentence) -> Candidate.Field<String>? {
    let byInstrument = [
      "memorandum": "agreement", "intergovernmental-agreement": "agreement", "meeting": "dialogue",
      "visit": "dialogue", "contract": "commercial", "equity": "commercial", "delivery": "commercial",
      "grant": "academic", "contest": "competition",
    ]
    return sentence.cues(.instrument).lazy.compactMap { cue in
      byInstrument[cue.code].map { .init($0, cue.span) }
    }.first
  }

  // MARK: The choice

  private static func first(_ evidence: [Evidence], _ rulebook: Rulebook) -> Candidate.Field<String>? {
    guard let most = evidence.map(\.points).max() else { return nil }
    return evidence.filter { $0.points >= most - Points.margin }.min {
      (rulebook.precedence[$0.code] ?? .max, -$0.points, $0.span.lowerBound) < (
        rulebook.precedence[$1.code] ?? .max, -$1.points, $1.span.lowerBound
      )
    }.map { .init($0.code, $0.span) }
  }
}
