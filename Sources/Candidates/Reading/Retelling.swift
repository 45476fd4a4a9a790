internal import Calendar

/// One act told twice in one text is one candidate.
enum Retelling {
  /// Acts that are compared with each new one: a text with thousands of them is no story.
  private static let nearest = 200

  /// The candidates without those that tell again what a better one tells, in order of place.
  static func merged(_ candidates: [Candidate]) -> [Candidate] {
    var names = TellingNames()
    var kept: [Candidate] = []
    var tellings: [Telling] = []
    var byMechanism: [String: [Int]] = [:]
    for candidate in candidates {
      let telling = Telling(candidate, &names)
      let key = candidate.mechanism?.value ?? ""
      let same = byMechanism[key]?.suffix(nearest).first { tellings[$0].isSame(telling) }
      if let same {
        if weight(candidate) > weight(kept[same]) { (kept[same], tellings[same]) = (candidate, telling) }
      } else {
        byMechanism[key, default: []].append(kept.count)
        kept.append(candidate)
        tellings.append(telling)
      }
    }
    return withoutSequels(kept, tellings).sorted {
      ($0.span.lowerBound, $0.date?.span.lowerBound ?? 0) < (
        $1.span.lowerBound, $1.date?.span.lowerBound ?? 0
      )
    }
  }

  /// Without a date of its own a sentence goes on with the act that has one.
  private static func withoutSequels(_ kept: [Candidate], _ tellings: [Telling]) -> [Candidate] {
    guard kept.contains(where: { $0.rule == .actWithEarlierDate }) else { return kept }
    var pairs: Set<TellingPair> = []
    for (candidate, telling) in zip(kept, tellings) where candidate.rule != .actWithEarlierDate {
      pairs.formUnion(telling.pairs)
    }
    return zip(kept, tellings).filter { candidate, telling in
      candidate.rule != .actWithEarlierDate || pairs.isDisjoint(with: telling.questions)
    }.map(\.0)
  }

  private static func weight(_ candidate: Candidate) -> Int {
    let bodies = candidate.actors.filter { !$0.isState }.count
    let precise =
      candidate.date.map { $0.value.precision == .day || $0.value.precision == .interval } ?? false
    return (precise ? 4 : 0) + 2 * min(bodies, 4) + (candidate.ground == .meant ? 0 : 3)
      + (candidate.amount == nil ? 0 : 1)
      + (candidate.rule == .actWithDate ? 2 : 0)
  }
}
