public import SQLite

/// Does an act repeat an observation that is there? Texts and addresses differ from report to report; the day, who
/// takes part, the form of it and the words for it do not, or not much.
public enum Repeats {
  /// From this score on two are likely to be one act.
  public static let threshold = 0.6

  /// The observations that a candidate may repeat, the likeliest first.
  /// - Parameters:
  ///   - id: its number.
  ///   - limit: how many at most.
  ///   - connection: the file.
  /// - Returns: those from ``threshold`` on; none if there is no such candidate.
  /// - Throws: `SQLiteError`.
  public static func likely(candidate id: Int, limit: Int, in connection: Connection) throws -> [Repeat] {
    guard let facts = try RepeatTable.facts(ofCandidate: id, in: connection) else { return [] }
    return try likely(facts, limit: limit, in: connection)
  }

  /// The observations that an act may repeat, the likeliest first.
  /// - Parameters:
  ///   - facts: what is known of it.
  ///   - besides: the observation that it is itself.
  ///   - floor: the score from which on; below ``threshold`` most are other acts.
  ///   - limit: how many at most.
  ///   - connection: the file.
  /// - Returns: those from `floor` on.
  /// - Throws: `SQLiteError`.
  public static func likely(
    _ facts: ActFacts, besides: Int? = nil, from floor: Double = threshold, limit: Int,
    in connection: Connection
  ) throws -> [Repeat] {
    guard let earliest = facts.earliest, let latest = facts.latest else { return [] }
    var (cast, words) = (Cast?.none, ActWords?.none)
    var found: [Repeat] = []
    // Days more than a week apart speak against two acts: 0.575 is the most that all the rest could make of them.
    let reach = floor > 0.575 ? 7 : 31
    for other in try RepeatTable.observations(from: earliest, to: latest, reach: reach, in: connection)
    where other.id != besides {
      var comparison = Comparison(facts, other.facts)
      guard comparison.mayReach(floor) else { continue }
      // Most acts fall out by their days and mechanisms: who and what is asked about the few that are left.
      let own = try cast ?? RepeatTable.cast(of: facts.actors, in: connection)
      cast = own
      comparison.compare(own, try RepeatTable.cast(ofObservation: other.id, in: connection))
      guard comparison.mayReach(floor) else { continue }
      let said = words ?? ActWords(facts.words)
      words = said
      comparison.compare(said, ActWords(try RepeatTable.words(ofObservation: other.id, in: connection)))
      guard comparison.score >= floor else { continue }
      found.append(
        Repeat(
          observation: other.id, score: (min(1, comparison.score) * 100).rounded() / 100,
          reasons: comparison.reasons))
    }
    return Array(found.sorted { ($1.score, $0.observation) < ($0.score, $1.observation) }.prefix(limit))
  }
}

/// Two acts held against each other, the cheap questions first.
private struct Comparison {
  private let facts: ActFacts
  private let other: ActFacts
  /// What was reached so far, and what may still be.
  private(set) var score = 0.0
  private var open = Weight.actors + Weight.words
  /// No body is named, or none that the file knows: then only the words can tell that it is the same act.
  private var isWithoutBodies = false
  private(set) var reasons: [String] = []

  private enum Weight {
    static let time = 0.35
    static let actors = 0.3
    static let words = 0.25
    static let mechanism = 0.1
  }

  init(_ facts: ActFacts, _ other: ActFacts) {
    self.facts = facts
    self.other = other
    add(facts.agreement(inTime: other), Weight.time)
    add(facts.agreement(inMechanism: other), Weight.mechanism)
    if let amount = facts.agreement(inAmount: other) {
      add(Agreement(value: amount.value - 0.5, phrase: amount.phrase), 0.2)
    }
    if facts.isAtOtherStage(than: other) { add(Agreement(value: -1, phrase: "at another stage"), 0.15) }
  }

  func mayReach(_ threshold: Double) -> Bool { score + open >= threshold }

  mutating func compare(_ cast: Cast, _ theirs: Cast) {
    open -= Weight.actors
    isWithoutBodies = !cast.members.contains { !$0.isState }
    add(cast.agreement(with: theirs), Weight.actors)
  }

  mutating func compare(_ words: ActWords, _ theirs: ActWords) {
    open -= Weight.words
    if !words.ordinals.isEmpty, !theirs.ordinals.isEmpty, words.ordinals.isDisjoint(with: theirs.ordinals) {
      add(Agreement(value: -1, phrase: "another of its series"), 0.4)
    }
    // A tenth of the words is common to any two reports, four in ten is as much as two writers of one act have.
    if let likeness = words.likeness(to: theirs) {
      if isWithoutBodies, likeness < 0.3 { score = min(score, 0.59 - Weight.words) }
      let value = min(1, max(-0.5, (likeness - 0.1) / 0.3))
      return add(Agreement(value: value, phrase: likeness >= 0.3 ? "similar words" : nil), Weight.words)
    }
    // Another script says nothing about the words: the rest decides, a little less sure of itself.
    score *= 0.9 / (1 - Weight.words)
  }

  private mutating func add(_ agreement: Agreement, _ weight: Double) {
    score += weight * agreement.value
    if let phrase = agreement.phrase { reasons.append(phrase) }
  }
}
