internal import Names

/// Chooses the one mechanism of an act: of those that are shown, the first in order of precedence.
enum Mechanism {
  static func choose(_ sentence: Sentence, _ parties: Parties, isPressure: Bool, _ rulebook: Rulebook)
    -> Candidate.Field<String>?
  {
    let cues = sentence.matches.filter { $0.kind == .mechanism && ($0.code == "pressure") == isPressure }
    let strong = first(cues.filter { !$0.isWeak }.map { Candidate.Field($0.code, $0.span) }, rulebook)
    let shown = isPressure ? strong : earlier(strong, kinds(parties), rulebook)
    return shown ?? first(cues.map { Candidate.Field($0.code, $0.span) }, rulebook)
      ?? (isPressure ? nil : fallback(sentence, parties))
  }

  /// What the parties are counts only where the words say nothing that comes before it.
  private static func earlier(
    _ cue: Candidate.Field<String>?, _ kind: Candidate.Field<String>?, _ rulebook: Rulebook
  ) -> Candidate.Field<String>? {
    guard let cue, let kind else { return cue ?? kind }
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
    let byKind = ["company": "commercial", "university": "academic", "institute": "academic", "fund": "fund"]
    if let body = parties.kinds.first, let code = byKind[body.kind] { return .init(code, body.span) }
    let byInstrument = [
      "memorandum": "agreement", "intergovernmental-agreement": "agreement", "meeting": "dialogue",
      "visit": "dialogue",
    ]
    return sentence.cues(.instrument).lazy.compactMap { cue in
      byInstrument[cue.code].map { .init($0, cue.span) }
    }.first
  }

  /// What the parties are says what they do together: two universities science, two firms business.
  private static func kinds(_ parties: Parties) -> Candidate.Field<String>? {
    // A joint body is what the others make of it.
    let kinds = parties.kinds.filter { $0.kind != "joint" }
    guard kinds.count > 1 else { return nil }
    if kinds.allSatisfy({ ["university", "institute"].contains($0.kind) }) {
      return .init("academic", kinds[0].span)
    }
    if kinds.allSatisfy({ $0.kind == "company" }) { return .init("commercial", kinds[0].span) }
    return nil
  }
}
