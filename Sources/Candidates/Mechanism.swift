internal import Names

/// Chooses the one mechanism of an act: of those that are shown, the first in order of precedence.
enum Mechanism {
  /// `before` is what the text says before the sentence, nearest first, for an act that goes on with it.
  static func choose(
    _ part: Sentence, _ whole: Sentence, _ parties: Parties, isPressure: Bool, _ rulebook: Rulebook,
    before: [Sentence] = []
  ) -> Candidate.Field<String>? {
    let strong =
      shown(part, parties, isPressure, rulebook, weak: false)
      ?? shown(whole, parties, isPressure, rulebook, weak: false)
    guard !isPressure else { return strong }
    return earlier(strong, kinds(parties), rulebook)
      ?? shown(part, parties, false, rulebook, weak: true) ?? shown(
        whole, parties, false, rulebook, weak: true)
      ?? fallback(whole, parties)
      ?? before.lazy.compactMap { shown($0, parties, false, rulebook, weak: false) }.first
  }

  private static func shown(
    _ sentence: Sentence, _ parties: Parties, _ isPressure: Bool, _ rulebook: Rulebook, weak: Bool
  ) -> Candidate.Field<String>? {
    var cues = sentence.matches.filter { cue in
      cue.kind == .mechanism && (cue.code == "pressure") == isPressure && cue.isWeak == weak
        && !parties.sources.contains { $0.contains(cue.start) }
        && !parties.bodies.contains { $0.actor == nil && $0.span.contains(cue.start) }
    }
    // States and ministries make agreements, also about trade.
    let isOfStates = !parties.bodies.contains { !["ministry", "agency"].contains($0.kind) }
    let isTrade = sentence.matches.contains { match in
      match.kind == .instrument && ["contract", "delivery", "equity", "licence"].contains(match.code)
    }
    if isOfStates, weak && !isTrade || cues.contains(where: { $0.code == "agreement" }) {
      cues.removeAll { $0.code == "commercial" }
    }
    return first(cues.map { Candidate.Field($0.code, $0.span) }, rulebook)
  }

  /// What the parties are counts only where the words say nothing that comes before it.
  private static func earlier(
    _ cue: Candidate.Field<String>?, _ kind: Candidate.Field<String>?, _ rulebook: Rulebook
  ) -> Candidate.Field<String>? {
    guard let cue, let kind else { return cue ?? kind }
    // Parks may hold a contest or share a fund as anybody else.
    if kind.value == "park", !["agreement", "dialogue", "commercial", "academic"].contains(cue.value) {
      return cue
    }
    return (rulebook.precedence[kind.value] ?? .max) < (rulebook.precedence[cue.value] ?? .max) ? kind : cue
  }

  private static func first(_ fields: [Candidate.Field<String>], _ rulebook: Rulebook) -> Candidate.Field<
    String
  >? {
    fields.min {
      (rulebook.precedence[$0.value] ?? .max, $0.span.lowerBound) < (
        rulebook.precedence[$1.value] ?? .max, $1.span.lowerBound
      )
    }
  }

  /// Where no cue shows it: what the first body is, or how the act was sealed.
  private static func fallback(_ sentence: Sentence, _ parties: Parties) -> Candidate.Field<String>? {
    let byKind = [
      "company": "commercial", "university": "academic", "institute": "academic", "fund": "fund",
      "park": "park",
    ]
    if let body = parties.bodies.first, let code = byKind[body.kind] { return .init(code, body.span) }
    let byInstrument = [
      "memorandum": "agreement", "intergovernmental-agreement": "agreement", "meeting": "dialogue",
      "visit": "dialogue", "contract": "commercial", "equity": "commercial", "delivery": "commercial",
      "grant": "academic", "contest": "competition",
    ]
    return sentence.cues(.instrument).lazy.compactMap { cue in
      byInstrument[cue.code].map { .init($0, cue.span) }
    }.first
  }

  /// What the parties are says what they do together: two parks a park's business, two universities science, two firms
  /// business.
  private static func kinds(_ parties: Parties) -> Candidate.Field<String>? {
    // A joint body is what the others make of it.
    let bodies = parties.bodies.filter { $0.side != "joint" }
    guard bodies.count > 1, parties.hasBodies else { return nil }
    if bodies.allSatisfy(\.isPark) { return .init("park", bodies[0].span) }
    if bodies.allSatisfy({ ["university", "institute"].contains($0.kind) }) {
      return .init("academic", bodies[0].span)
    }
    if bodies.allSatisfy({ $0.kind == "company" }) { return .init("commercial", bodies[0].span) }
    return nil
  }
}

extension Body {
  private static let parkWords = [
    "park", "cluster", "incubator", "skolkovo", "zhongguancun", "парк", "кластер", "园", "集群",
  ]

  /// True for a park, by its kind or its name.
  var isPark: Bool {
    if kind == "park" { return true }
    let folded = name.lowercased()
    return Self.parkWords.contains { folded.utf8.contains(Array($0.utf8)) }
  }
}
