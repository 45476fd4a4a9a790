internal import Documents
internal import Names

/// What a sentence says is done: how far it went, whether it happened, and what it does to the link.
struct Act {
  var stage: Match?
  var modality = Candidate.Modality.actual
  var modalityCue: Match?
  var effect: (code: String, span: Range<Int>)?
  /// True if a verb that is known says that it was done.
  var isAccomplished = false
  /// True if what it tells was not done, or only if something else had been.
  var isUnreal = false
  /// True where no cue says how far it got, whether it happened or that it sets back.
  var isBare: Bool { stage == nil && modalityCue == nil && effect?.code != "sets-back" }
  /// The words that the date of the act stands nearest to.
  var anchor: Range<Int>? { (stage ?? modalityCue)?.span ?? effect?.span }

  static let done: Set<String> = [
    "signed", "ratified", "running", "completed", "suspended", "cancelled", "refused",
  ]
  private static let setBack: Set<String> = ["suspended", "cancelled", "refused"]

  /// nil if the sentence has no cue of an act.
  init?(_ sentence: Sentence, _ bytes: [UInt8], _ words: ExclusionWords) {
    let stages = sentence.matches.filter { $0.kind == .stage }
    let modalities = sentence.matches.filter { $0.kind == .modality }
    let effects = sentence.matches.filter { $0.kind == .effect }
    let planned = modalities.filter {
      $0.code == "planned"
        && !ObjectMark.isAt($0.start..<$0.end, in: bytes, before: sentence.scope.upperBound)
    }
    let unreal = Unreal(scope: sentence.scope, bytes: bytes, words: words)
    let said = effects.filter { $0.code == "statement" && !$0.isWeak }
    // "Will be completed", "plans to launch": the cue of a plan stands right before that of the act. A proposal
    // governs all that is proposed.
    var governing = Governing(plans: planned, bytes: bytes)
    let talk = Mechanism.talk(sentence)
    let proposals = planned.filter { plan in said.contains { $0.start <= plan.start && plan.end <= $0.end } }
    let done = stages.filter { stage in
      Self.done.contains(stage.code) && !stage.isWeak && !governing.governs(stage)
        && !Self.isApposed(stage, planned, bytes) && !Self.isTopic(stage, of: talk, bytes)
        && !proposals.contains { $0.end <= stage.start }
    }
    let refusals = stages.filter { Self.setBack.contains($0.code) }
    let rejected = refusals.first { Self.isOfReport($0, sentence.scope, bytes, words) }
    let accomplished = done.filter { !unreal.holds($0.span) && $0 != rejected }
    if let denial = modalities.first(where: { denial in
      denial.code == "denied" && !denial.isWeak
        && !refusals.contains { $0.span.overlaps(denial.span) && $0.span.count >= denial.span.count }
    }) ?? rejected {
      (modality, modalityCue) = (.denied, denial)
    } else if accomplished.isEmpty, let plan = planned.first(where: { !$0.isWeak }) ?? planned.first {
      (modality, modalityCue) = (.planned, plan)
    }
    // "Discussed the upcoming visit": what is talked about may lie ahead, the talk does not.
    if modality == .planned, let plan = modalityCue, let talk,
      talk.end <= plan.start
    {
      (modality, modalityCue) = (.actual, nil)
    }
    // "Let them know that it would build it on its own": what is taken back is taken back with these words.
    if modality == .planned, modalityCue?.isWeak == true,
      let cue = effects.first(where: { $0.code == "sets-back" && !$0.isWeak }), !Self.isAhead(cue, planned)
    {
      (modality, modalityCue) = (.actual, nil)
    }
    if accomplished.isEmpty {
      let plan = modality == .planned ? modalityCue : nil
      isUnreal = plan.map { unreal.holds(plan: $0.span) } ?? (modality == .actual && !done.isEmpty)
    }
    if accomplished.isEmpty, modality == .planned, let said = Self.announced(sentence, stages, planned) {
      (modality, modalityCue, stage) = (.actual, nil, said)
      (isAccomplished, effect) = (true, ("advances", said.span))
      return
    }
    let strong = stages.filter { !$0.isWeak }
    stage =
      accomplished.first ?? strong.first { !Self.done.contains($0.code) } ?? strong.first ?? stages.first
    if modality == .planned { stage = strong.first { !Self.done.contains($0.code) } }
    isAccomplished = !accomplished.isEmpty
    if let stage, modality == .actual, !isAccomplished, unreal.holds(stage.span) { isUnreal = true }
    guard
      stage != nil || modalityCue != nil || effects.contains(where: { !$0.isWeak && $0.code == "sets-back" })
    else { return nil }
    let real = effects.filter {
      !$0.isWeak && !($0.code == "sets-back" && (unreal.holds($0.span) || $0.span == rejected?.span))
    }
    effect = Self.effect(real, accomplished, stage ?? modalityCue)
    if effect?.code == "sets-back" { isUnreal = false }
    // What is denied is told as it was alleged.
    if modality == .denied, let cue = modalityCue { effect = ("advances", cue.span) }
  }

  /// "Rejected as false a report that": what is rejected is what somebody told, close behind in the clause.
  private static func isOfReport(
    _ refusal: Match, _ scope: Range<Int>, _ bytes: [UInt8], _ words: ExclusionWords
  ) -> Bool {
    guard refusal.code == "refused" else { return false }
    // In Chinese the object ends with it.
    let reach = refusal.language == "zh" ? 120 : refusal.language == "ru" ? 80 : 40
    var end = min(refusal.end + reach, scope.upperBound)
    while end > refusal.end, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return refusal.end < end && words.allegation.isIn(bytes, refusal.end..<end)
  }

  /// "Discussed deliveries of fuel": a noun behind a verb of talk. "Discussed and signed" is another verb.
  private static func isTopic(_ stage: Match, of talk: Match?, _ bytes: [UInt8]) -> Bool {
    guard let talk, talk.end <= stage.start, bytes[stage.start] < 0xE0 else { return false }
    return Verbs.done(in: Word.all(in: bytes, stage.span)).isEmpty
  }

  /// "The university, established with help of both, will open": what a participle adds is not the act.
  private static func isApposed(_ stage: Match, _ planned: [Match], _ bytes: [UInt8]) -> Bool {
    guard planned.count < 64, stage.start > 1, bytes[stage.start - 1] == 0x20, bytes[stage.start - 2] == 0x2C,
      let plan = planned.first(where: { $0.start >= stage.end })
    else { return false }
    return bytes[stage.end..<plan.start].contains(0x2C)
  }

  /// True for what stands right behind the words of a plan: "would suspend".
  private static func isAhead(_ cue: Match, _ planned: [Match]) -> Bool {
    planned.contains { $0.end <= cue.start && cue.start - $0.end <= 12 }
  }

  /// "Announced an agreement under which they will build": what is announced is the agreement, whatever is planned in
  /// it. The words of the agreement stand between the announcement and the plan.
  private static func announced(_ sentence: Sentence, _ stages: [Match], _ planned: [Match]) -> Match? {
    guard let plan = planned.first,
      let said = stages.last(where: { $0.isWeak && done.contains($0.code) && $0.end <= plan.start })
    else { return nil }
    let names = sentence.matches.contains { match in
      match.start >= said.end && match.end <= plan.start
        && ((match.kind == .instrument
          && ["memorandum", "contract", "intergovernmental-agreement"].contains(match.code))
          || (match.kind == .mechanism && match.code == "agreement"))
    }
    return names ? said : nil
  }

  /// An act without a verb that is known: it is done, or only said, by its instrument or mechanism.
  init(shownBy cue: Match, _ sentence: Sentence) {
    let statement = sentence.matches.first { $0.kind == .effect && $0.code == "statement" && !$0.isWeak }
    effect = statement.map { ("statement", $0.span) } ?? ("advances", cue.span)
  }

  /// As above, where who takes part shows it.
  init(shownAt span: Range<Int>, _ sentence: Sentence) {
    self.init(
      shownBy: Match(kind: .stage, code: "", start: span.lowerBound, end: span.upperBound, language: ""),
      sentence)
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
  let bytes: [UInt8]
  private var behind = 0

  init(plans: [Match], bytes: [UInt8]) { (self.plans, self.bytes) = (plans, bytes) }

  /// The acts have to be asked for in order.
  mutating func governs(_ act: Match) -> Bool {
    while behind < plans.count, plans[behind].end <= act.start { behind += 1 }
    guard behind > 0 else { return false }
    let gap = plans[behind - 1].end..<act.start
    // Letters of Russian and Chinese take two and three bytes.
    let isWide = (gap.first ?? act.start) < bytes.count && bytes[act.start] >= 0xD0
    return gap.count <= (isWide ? 48 : 24)
      && !bytes[gap].contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
  }
}
