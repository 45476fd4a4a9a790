internal import Calendar

/// Gives each name and each date of a text a number: thousands of acts are compared by numbers.
struct TellingNames {
  private var names: [String: Int] = [:]
  private var dates: [EDTF: Int] = [:]

  mutating func number(_ name: String) -> Int {
    if let number = names[name] { return number }
    names[name] = names.count
    return names.count - 1
  }

  mutating func number(_ date: EDTF) -> Int {
    if let number = dates[date] { return number }
    dates[date] = dates.count
    return dates.count - 1
  }
}

/// A day, a modality and a party on each side, any of them or a state.
struct TellingPair: Hashable {
  var date: Int
  var modality: Candidate.Modality
  var china: Int
  var russia: Int
  static let any = -1
  static let state = -2
}

/// What makes two candidates the same act.
struct Telling {
  /// Who takes part on one side.
  private struct Side {
    var names: [Int] = []
    var hasState = false

    /// The same party, as far as both name one: a state may be any.
    func agrees(_ other: Side) -> Bool {
      hasState || other.hasState || names.contains(where: other.names.contains)
    }

    var keys: [Int] { names.prefix(16) + [TellingPair.any] + (hasState ? [TellingPair.state] : []) }
    var questions: [Int] { hasState ? [TellingPair.any] : names.prefix(16) + [TellingPair.state] }
  }

  private let span: Range<Int>
  private let modality: Candidate.Modality
  private let effect: Int
  private let date: Int
  private let first: Day?
  private let last: Day?
  /// "Then they signed": what is sealed on the same day is another act than the one told before.
  private let isAnother: Bool
  /// What a speaker lists technology by technology: each is an undertaking of its own.
  private let isSpoken: Bool
  private let sectors: Set<String>
  private var china = Side()
  private var russia = Side()

  init(_ candidate: Candidate, _ names: inout TellingNames) {
    span = candidate.span
    modality = candidate.modality
    effect = candidate.effect.map { names.number($0.value) } ?? -1
    date = candidate.date.map { names.number($0.value) } ?? -1
    (first, last) = (candidate.date?.value.earliest, candidate.date?.value.latest)
    isAnother = candidate.isSameDay && ["signed", "ratified"].contains(candidate.stage?.value)
    isSpoken = candidate.isSpoken
    sectors = Set(candidate.sectors.map(\.value)).subtracting(["unspecified"])
    for actor in candidate.actors where ["cn", "ru", "joint"].contains(actor.side) {
      let number = names.number(actor.name)
      if actor.side != "ru" { Self.add(actor, number, to: &china) }
      if actor.side != "cn" { Self.add(actor, number, to: &russia) }
    }
  }

  private static func add(_ actor: Candidate.Participant, _ number: Int, to side: inout Side) {
    side.hasState = side.hasState || actor.isState
    side.names.append(number)
  }

  /// The same day or days, the same parties as far as both name them, the same modality and effect.
  func isSame(_ next: Telling) -> Bool {
    guard modality == next.modality, effect == next.effect, date >= 0, next.date >= 0,
      !next.isAnother || span == next.span, isSameTime(next)
    else { return false }
    return china.agrees(next.china) && russia.agrees(next.russia) && !isOfAnotherTechnology(next)
  }

  private func isOfAnotherTechnology(_ next: Telling) -> Bool {
    isSpoken && next.isSpoken && !sectors.isEmpty && !next.sectors.isEmpty
      && sectors.isDisjoint(with: next.sectors)
  }

  private func isSameTime(_ next: Telling) -> Bool {
    if date == next.date { return true }
    guard span != next.span, let first, let last, let first2 = next.first, let last2 = next.last else {
      return false
    }
    // "In June" and "on June 5": one holds the other, and neither is wider than a month or two.
    let holds = (first <= first2 && last2 <= last) || (first2 <= first && last <= last2)
    return holds && max(first.distance(to: last), first2.distance(to: last2)) <= 62
  }

  /// The pairs that it may be asked for by.
  var pairs: [TellingPair] { pairs(china.keys, russia.keys) }
  /// The pairs of which one in another shows the same parties, day and modality.
  var questions: [TellingPair] { pairs(china.questions, russia.questions) }

  private func pairs(_ china: [Int], _ russia: [Int]) -> [TellingPair] {
    china.flatMap { one in
      russia.map { TellingPair(date: date, modality: modality, china: one, russia: $0) }
    }
  }
}
