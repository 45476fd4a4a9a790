extension CollaborationNetwork {
  /// The interval of a measure of the network when its events are drawn anew, with replacement.
  ///
  /// The percentile interval of B. Efron, Annals of Statistics 7 (1979), 1-26. An actor that a draw does not
  /// have has no value in it; an actor is left out of the answer when fewer than half of the draws have it.
  ///
  /// - Parameters:
  ///   - events: The events, each a list of actors.
  ///   - replicates: The number of draws, such as 1,000.
  ///   - confidence: The share of the draws between the limits.
  ///   - numbers: The source of randomness; seed it.
  ///   - tying: Whether two actors of an event make a tie.
  ///   - measure: One value for each actor, in the order of ``actors``.
  /// - Returns: An interval for each actor.
  /// - Throws: ``StatisticsError``, without events.
  public static func bootstrap(
    _ events: [[Actor]], replicates: Int, confidence: Double = 0.95,
    using numbers: inout some RandomNumberGenerator, tying: (Actor, Actor) -> Bool = { _, _ in true },
    _ measure: (CollaborationNetwork) -> [Double]
  ) throws(StatisticsError) -> [Actor: Interval] {
    try Check.atLeast(10, replicates, "The number of draws")
    try Check.probability(confidence, "The confidence")
    guard !events.isEmpty else { throw .tooFew(found: 0, needed: 1) }
    var values: [Actor: [Double]] = [:]
    for _ in 0..<replicates {
      let network = CollaborationNetwork(
        events: events.indices.map { _ in events[Int.random(in: events.indices, using: &numbers)] },
        tying: tying)
      for (actor, value) in zip(network.actors, measure(network)) { values[actor, default: []].append(value) }
    }
    return values.filter { $0.value.count * 2 >= replicates }.mapValues { values in
      let sorted = values.sorted()
      let rank = { (share: Double) in sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
      return Interval(lower: rank((1 - confidence) / 2), upper: rank((1 + confidence) / 2))
    }
  }
}
