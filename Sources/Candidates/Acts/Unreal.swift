internal import Documents

/// Tells acts that were not done: "did not sign", «так и не было подписано», 尚未交付, "if they had signed".
struct Unreal {
  let scope: Range<Int>
  let bytes: [UInt8]
  let words: ExclusionWords

  /// How far back a verb is looked at; a clause that is longer hides nothing.
  private static let reach = 180

  /// "If they had signed, it would be running": neither was done.
  private var opensWithCondition: Bool {
    let head = scope.lowerBound..<min(scope.upperBound, scope.lowerBound + 24)
    return words.condition.all(in: bytes, head).first?.lowerBound == scope.lowerBound
  }

  private static let consequence = ["would", "would be", "would have", "бы"].map { Array($0.utf8) }

  /// True for an act whose clause denies it or makes it a condition.
  func holds(_ act: Range<Int>) -> Bool {
    if opensWithCondition { return true }
    let clause = clause(before: act.lowerBound)
    guard !clause.isEmpty else { return false }
    return words.condition.isIn(bytes, clause) || isNegated(act, clause) || isOfNothing(act, clause)
  }

  /// True for the words of a plan that deny it: "will not", «не планирует», 不会.
  func holds(plan: Range<Int>) -> Bool {
    if opensWithCondition, Self.consequence.contains(where: bytes[plan].elementsEqual) { return true }
    if bytes[plan.upperBound..<scope.upperBound].starts(with: " not ".utf8) { return true }
    let clause = clause(before: plan.lowerBound)
    return isNegated(plan, clause)
      || words.negation.all(in: bytes, clause.lowerBound..<plan.upperBound).contains { $0.overlaps(plan) }
  }

  /// True where a negation stands and no form of a verb outside it tells of something done.
  func holds(verbsOf part: Sentence) -> Bool {
    if opensWithCondition { return true }
    guard words.negation.isIn(bytes, scope) else { return false }
    return !Verbs.done(in: Word.all(in: bytes, scope)).contains {
      !isNegated($0, clause(before: $0.lowerBound))
    }
  }

  private func isNegated(_ act: Range<Int>, _ clause: Range<Int>) -> Bool {
    words.negation.all(in: bytes, clause).contains { leads($0.upperBound..<act.lowerBound) }
  }

  /// "No agreement was signed": at the head of its clause, before the passive.
  private func isOfNothing(_ act: Range<Int>, _ clause: Range<Int>) -> Bool {
    guard let first = words.nothing.all(in: bytes, clause).first, first.lowerBound - clause.lowerBound <= 1
    else { return false }
    let words = Word.all(in: bytes, first.upperBound..<act.upperBound).map(\.text)
    return words.suffix(4).contains { Self.passive.contains($0) }
  }

  private static let passive: Set<String> = ["was", "were", "been", "is", "are"]

  /// What may stand between a negation and its verb: nothing, an adverb, "want to"; in Chinese whom it is done with.
  private func leads(_ gap: Range<Int>) -> Bool {
    let between = Word.all(in: bytes, gap)
    guard let last = between.last else { return true }
    switch last.kind {
    case .han, .mark, .number: return gap.count <= 60 && isHan(gap) && !between.contains { $0.text == "下" }
    case .letters where gap.count <= 60 && isHan(gap): return true
    case .letters where last.text.utf8.first ?? 0 >= 0xD0:
      return between.count == 1 && (last.text.hasSuffix("о") || Self.fillers.contains(last.text))
    case .letters:
      let isAdverb = between.allSatisfy { $0.text.hasSuffix("ly") || Self.fillers.contains($0.text) }
      return between.count <= 2 && (isAdverb || last.text == "to")
    }
  }

  private static let fillers: Set<String> = [
    "yet", "been", "be", "ever", "so", "far", "even", "actually", "бы", "ещё", "еще", "было", "были",
  ]

  /// A negation in Chinese characters ends with one.
  private func isHan(_ gap: Range<Int>) -> Bool {
    0xE4...0xE9 ~= bytes[max(scope.lowerBound, gap.lowerBound - 3)]
  }

  /// What stands before a place in its clause. The commas of a date end none.
  private func clause(before end: Int) -> Range<Int> {
    var at = end
    let first = max(scope.lowerBound, end - Self.reach)
    while at > first, !endsClause(at - 1, before: end) { at -= 1 }
    // Not amid a letter.
    while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at..<max(at, end)
  }

  private func endsClause(_ at: Int, before end: Int) -> Bool {
    switch bytes[at] {
    case UInt8(ascii: ";"), UInt8(ascii: ":"): true
    case UInt8(ascii: ","): !isOfDate(at, end)
    // ， ； ： 。
    case 0x8C, 0x9B, 0x9A: at > 1 && bytes[at - 1] == 0xBC && bytes[at - 2] == 0xEF
    case 0x82: at > 1 && bytes[at - 1] == 0x80 && bytes[at - 2] == 0xE3
    default: false
    }
  }

  private func isOfDate(_ comma: Int, _ end: Int) -> Bool {
    guard comma > 0, comma + 2 < end else { return false }
    return 0x30...0x39 ~= bytes[comma - 1] && 0x30...0x39 ~= bytes[comma + 2]
  }
}
