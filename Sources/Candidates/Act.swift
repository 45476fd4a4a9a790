internal import Documents
internal import Names

/// What a sentence says is done: how far it went, whether it happened, and what it does to the link.
struct Act {
  var stage: Match?
  var modality = Candidate.Modality.actual
  var modalityCue: Match?
  var effect: (code: String, span: Range<Int>)?

  private static let done: Set<String> = [
    "signed", "ratified", "running", "completed", "suspended", "cancelled", "refused",
  ]
  private static let setBack: Set<String> = ["suspended", "cancelled", "refused"]

  /// nil if the sentence has no cue of an act.
  init?(_ sentence: Sentence) {
    let stages = sentence.matches.filter { $0.kind == .stage }
    let modalities = sentence.matches.filter { $0.kind == .modality }
    let effects = sentence.matches.filter { $0.kind == .effect }
    let planned = modalities.filter { $0.code == "planned" }
    // "Will be completed", "plans to launch": the cue of a plan stands right before that of the act.
    var governing = Governing(plans: planned)
    let accomplished = stages.filter { stage in
      Self.done.contains(stage.code) && !stage.isWeak && !governing.governs(stage)
    }
    if let denial = modalities.first(where: { $0.code == "denied" && !$0.isWeak }) {
      (modality, modalityCue) = (.denied, denial)
    } else if accomplished.isEmpty, let plan = planned.first(where: { !$0.isWeak }) ?? planned.first {
      (modality, modalityCue) = (.planned, plan)
    }
    let strong = stages.filter { !$0.isWeak }
    stage =
      accomplished.first ?? strong.first { !Self.done.contains($0.code) } ?? strong.first ?? stages.first
    if modality == .planned { stage = strong.first { !Self.done.contains($0.code) } }
    guard
      stage != nil || modalityCue != nil || effects.contains(where: { !$0.isWeak && $0.code == "sets-back" })
    else { return nil }
    effect = Self.effect(effects.filter { !$0.isWeak }, accomplished, stage ?? modalityCue)
  }

  /// An act without a verb that is known: it is done, or only said, by its instrument or mechanism.
  init(shownBy cue: Match, _ sentence: Sentence) {
    let statement = sentence.matches.first { $0.kind == .effect && $0.code == "statement" && !$0.isWeak }
    effect = statement.map { ("statement", $0.span) } ?? ("advances", cue.span)
  }

  /// An advance is the rule; its span is that of the act.
  private static func effect(_ cues: [Match], _ accomplished: [Match], _ act: Match?) -> (String, Range<Int>)?
  {
    if let cue = cues.first(where: { $0.code == "sets-back" }) { return ("sets-back", cue.span) }
    if let stage = accomplished.first, setBack.contains(stage.code) { return ("sets-back", stage.span) }
    if accomplished.isEmpty, let cue = cues.first(where: { $0.code == "statement" }) {
      return ("statement", cue.span)
    }
    return act.map { ("advances", $0.span) }
  }
}

/// Tells which acts stand right behind a cue of a plan. Both are in order of place, so that it steps through
/// the plans once.
private struct Governing {
  let plans: [Match]
  private var behind = 0

  init(plans: [Match]) { self.plans = plans }

  /// The acts have to be asked for in order.
  mutating func governs(_ act: Match) -> Bool {
    while behind < plans.count, plans[behind].end <= act.start { behind += 1 }
    return behind > 0 && act.start - plans[behind - 1].end <= 24
  }
}
