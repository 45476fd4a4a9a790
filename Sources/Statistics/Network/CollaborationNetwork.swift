/// Who acted together: actors, and ties between those who took part in the same event.
///
/// Centralities of a network of a few events are noise: print counts first, and bootstrap intervals over the
/// events (``bootstrap(_:replicates:using:_:)``) with any of them.
public struct CollaborationNetwork<Actor: Hashable & Comparable & Sendable>: Sendable {
  /// The actors in order.
  public let actors: [Actor]
  /// For each actor, by its place, the events shared with each neighbour.
  let shared: [[Int: Int]]
  /// For each actor the sum over its events of what each is worth to it; see ``newmanStrength``.
  private let newman: [Double]

  /// The network of events, each a list of actors; an actor named twice in an event counts once.
  public init(events: [[Actor]]) { self.init(events: events) { _, _ in true } }

  /// The network in which only some of an event's actors are tied to each other, such as those of two sides.
  ///
  /// - Parameters:
  ///   - events: each a list of actors.
  ///   - tying: whether two actors of an event make a tie, whichever comes first.
  public init(events: [[Actor]], tying: (Actor, Actor) -> Bool) {
    let actors = Set(events.flatMap { $0 }).sorted()
    let places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
    var shared = [[Int: Int]](repeating: [:], count: actors.count)
    var newman = [Double](repeating: 0, count: actors.count)
    for event in events {
      let members = Set(event).compactMap { places[$0] }.sorted()
      for one in members {
        let partners = members.filter { $0 != one && tying(actors[one], actors[$0]) }
        if !partners.isEmpty { newman[one] += 1 }
        for other in partners { shared[one][other, default: 0] += 1 }
      }
    }
    (self.actors, self.shared, self.newman) = (actors, shared, newman)
  }

  /// Two actors in their order.
  public struct Tie: Hashable, Comparable, Sendable {
    /// The lesser actor.
    public let first: Actor
    /// The greater actor.
    public let second: Actor

    init(_ one: Actor, _ other: Actor) { (first, second) = one < other ? (one, other) : (other, one) }

    /// By the first actor, then the second.
    public static func < (left: Tie, right: Tie) -> Bool {
      left.first == right.first ? left.second < right.second : left.first < right.first
    }
  }

  /// The pairs with at least one event in common.
  public var ties: Set<Tie> {
    var ties: Set<Tie> = []
    for (one, neighbours) in shared.enumerated() {
      for other in neighbours.keys where one < other { ties.insert(Tie(actors[one], actors[other])) }
    }
    return ties
  }

  /// How many events two actors have in common.
  public func events(of tie: Tie) -> Int {
    guard let one = actors.firstIndex(of: tie.first), let other = actors.firstIndex(of: tie.second) else {
      return 0
    }
    return shared[one][other] ?? 0
  }

  /// Half the sum of the degrees.
  public var tieCount: Int { shared.reduce(0) { $0 + $1.count } / 2 }

  /// Ties over possible ties; nil with fewer than two actors.
  public var density: Double? {
    let n = actors.count
    return n < 2 ? nil : Double(tieCount) / (Double(n) * Double(n - 1) / 2)
  }

  /// The number of neighbours of each actor.
  public var degree: [Int] { shared.map(\.count) }

  /// The events shared with neighbours, once for each neighbour.
  public var strength: [Int] { shared.map { $0.values.reduce(0, +) } }

  /// The events with a partner: each tie of an event of k actors weighs 1 / (k - 1), and an actor has k - 1
  /// of them.
  ///
  /// Source: M. E. J. Newman, "Scientific Collaboration Networks. II", Physical Review E 64 (2001), 016132.
  public var newmanStrength: [Double] { newman }

  /// The actors that hang together, each group in order, the groups by their first actor.
  public var components: [[Actor]] {
    var (seen, groups) = (Set<Int>(), [[Actor]]())
    for start in actors.indices where !seen.contains(start) {
      var (group, waiting) = ([Int](), [start])
      seen.insert(start)
      while let next = waiting.popLast() {
        group.append(next)
        for neighbour in shared[next].keys where seen.insert(neighbour).inserted { waiting.append(neighbour) }
      }
      groups.append(group.sorted().map { actors[$0] })
    }
    return groups
  }
}
