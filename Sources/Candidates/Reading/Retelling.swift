internal import Calendar

/// One act told twice in one text is one candidate.
enum Retelling {
  /// The candidates without those that tell again what a better one tells, in order of place.
  static func merged(_ candidates: [Candidate]) -> [Candidate] {
    var kept: [Candidate] = []
    // Acts of one month can be the same; a text with thousands of them is compared month by month.
    var byMechanism: [String: [Int]] = [:]
    for candidate in candidates {
      let key = candidate.mechanism?.value ?? ""
      let same = byMechanism[key, default: []].suffix(200).first { isSame(kept[$0], candidate) }
      if let same {
        if isBetter(candidate, than: kept[same]) { kept[same] = candidate }
      } else {
        byMechanism[key, default: []].append(kept.count)
        kept.append(candidate)
      }
    }
    // Without a date of its own a sentence goes on with the act that has one.
    kept = kept.filter { candidate in
      candidate.rule != .actWithEarlierDate
        || !kept.contains { $0.rule != .actWithEarlierDate && goesOn(candidate, $0) }
    }
    return kept.sorted {
      ($0.span.lowerBound, $0.date?.span.lowerBound ?? 0) < (
        $1.span.lowerBound, $1.date?.span.lowerBound ?? 0
      )
    }
  }

  private static func goesOn(_ candidate: Candidate, _ other: Candidate) -> Bool {
    candidate.date?.value == other.date?.value && candidate.modality == other.modality
      && ["cn", "ru"].allSatisfy { agree(candidate, other, $0) }
  }

  /// The same day or days, the same parties as far as both name them, the same mechanism and modality.
  private static func isSame(_ a: Candidate, _ b: Candidate) -> Bool {
    guard !isAnother(b) || a.span == b.span, a.modality == b.modality, a.effect?.value == b.effect?.value,
      let first = a.date?.value,
      let second = b.date?.value,
      isSameTime(first, second, sameSentence: a.span == b.span)
    else { return false }
    return ["cn", "ru"].allSatisfy { agree(a, b, $0) }
  }

  /// "Then they signed": what is sealed on the same day is another act than the one told before.
  private static func isAnother(_ candidate: Candidate) -> Bool {
    candidate.isSameDay && ["signed", "ratified"].contains(candidate.stage?.value)
  }

  private static func isSameTime(_ a: EDTF, _ b: EDTF, sameSentence: Bool) -> Bool {
    if a == b { return true }
    guard !sameSentence, let start = a.earliest, let end = a.latest, let start2 = b.earliest,
      let end2 = b.latest
    else { return false }
    // "In June" and "on June 5": one holds the other, and neither is wider than a month or two.
    let holds = (start <= start2 && end2 <= end) || (start2 <= start && end <= end2)
    return holds && max(start.distance(to: end), start2.distance(to: end2)) <= 62
  }

  private static func agree(_ a: Candidate, _ b: Candidate, _ side: String) -> Bool {
    let first = a.actors.filter { $0.side == side || $0.side == "joint" }
    let second = b.actors.filter { $0.side == side || $0.side == "joint" }
    if first.contains(where: \.isState) || second.contains(where: \.isState) { return true }
    let names = Set(first.map(\.name))
    return second.contains { names.contains($0.name) }
  }

  private static func isBetter(_ a: Candidate, than b: Candidate) -> Bool { weight(a) > weight(b) }

  private static func weight(_ candidate: Candidate) -> Int {
    let bodies = candidate.actors.filter { !$0.isState }.count
    let precise =
      candidate.date.map { $0.value.precision == .day || $0.value.precision == .interval } ?? false
    return (precise ? 4 : 0) + 2 * min(bodies, 4) + (candidate.ground == .meant ? 0 : 3)
      + (candidate.amount == nil ? 0 : 1)
      + (candidate.rule == .actWithDate ? 2 : 0)
  }
}
