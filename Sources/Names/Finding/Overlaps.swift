/// Which of several finds on the same bytes stay.
enum Overlaps {
  /// Of overlapping finds of one kind the leftmost stays, and of those the longest. Two bodies of one name: the
  /// one whose own name it is, else the one known longer. A cue inside the name of a body is part of the name,
  /// the whole name of a state or place excepted, and the mechanism of a joint body.
  ///
  /// The finds come sorted by start, then the longest first, then by entry.
  static func resolve(_ finds: [Find], _ rules: UnsafeBufferPointer<NameRule>) -> [Find] {
    var kept: [Find] = []
    var last = [Find](repeating: Find(start: 0, end: 0, entry: -1), count: NameKind.allCases.count)
    for find in finds {
      let rule = rules[find.entry]
      let before = last[rule.kind.place]
      let isSame = before.entry >= 0 && before.start == find.start && before.end == find.end
      guard find.start >= before.end || (isSame && rule.kind != .actor) else { continue }
      if isSame, rules[before.entry].meaning == rule.meaning { continue }
      last[rule.kind.place] = find
      if rule.kind != .actor, isPart(find, rule.kind, of: last[NameKind.actor.place], rules) { continue }
      kept.append(find)
    }
    return kept
  }

  private static func isPart(
    _ find: Find, _ kind: NameKind, of body: Find, _ rules: UnsafeBufferPointer<NameRule>
  ) -> Bool {
    guard body.entry >= 0, body.start <= find.start, find.end <= body.end else { return false }
    if rules[body.entry].isJoint, kind == .mechanism { return false }
    let isWhole = body.start == find.start && body.end == find.end
    return !(isWhole && (kind == .state || kind == .place))
  }
}
