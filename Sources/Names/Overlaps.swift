/// Which of several matches on the same bytes stay.
enum Overlaps {
  static func resolve(_ matches: [Match]) -> [Match] {
    var sorted: [Match] = []
    for match in matches.sorted(by: precedes) where sorted.last != match { sorted.append(match) }
    let actors = leftmostLongest(sorted.filter { $0.kind == .actor })
    var kept = onePerSpan(actors)
    for kind in NameKind.allCases where kind != .actor {
      kept += outside(kept, leftmostLongest(sorted.filter { $0.kind == kind }), kind)
    }
    return kept.sorted(by: precedes)
  }

  /// A total order: equal matches stand side by side.
  private static func precedes(_ a: Match, _ b: Match) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end > b.end }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    if a.isProper != b.isProper { return a.isProper }
    if a.actor != b.actor { return (a.actor ?? 0) < (b.actor ?? 0) }
    if a.code != b.code { return a.code < b.code }
    if a.language != b.language { return a.language < b.language }
    if a.isWeak != b.isWeak { return b.isWeak }
    return a.isJoint && !b.isJoint
  }

  /// Sorted matches of one kind without overlaps; those on exactly the same bytes stay together.
  private static func leftmostLongest(_ sorted: [Match]) -> [Match] {
    var kept: [Match] = []
    for match in sorted where kept.last.map({ match.start >= $0.end || match.span == $0.span }) ?? true {
      kept.append(match)
    }
    return kept
  }

  /// Two bodies of one name: the one whose own name it is, else the one known longer.
  private static func onePerSpan(_ actors: [Match]) -> [Match] {
    var kept: [Match] = []
    for actor in actors where kept.last?.span != actor.span { kept.append(actor) }
    return kept
  }

  /// Drops what lies inside the name of a body, the whole name of a state or place excepted, and the mechanism
  /// of a joint body. Both are sorted.
  private static func outside(_ kept: [Match], _ matches: [Match], _ kind: NameKind) -> [Match] {
    let actors = kept.filter { $0.kind == .actor }
    var next = 0
    return matches.filter { match in
      while next < actors.count, actors[next].end <= match.start { next += 1 }
      guard next < actors.count else { return true }
      let actor = actors[next]
      let isInside = actor.start <= match.start && match.end <= actor.end
      if actor.isJoint, kind == .mechanism { return true }
      return !isInside || (actor.span == match.span && (kind == .state || kind == .place))
    }
  }
}
