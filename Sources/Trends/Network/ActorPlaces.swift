public import Records
public import Statistics
public import TimeSeries

/// How central each actor is, with the interval of what other draws of the same observations would give.
///
/// Centralities of a network of few events are noise, so that none is given without its interval.
public struct ActorPlaces: Sendable {
  /// One actor.
  public struct Place: Sendable {
    /// The actor.
    public let actor: SidedActor
    /// Its partners.
    public let degree: Int
    /// The share of shortest paths between others that lead through it.
    public let betweenness: Double
    /// The 95 % intervals; nil for an actor that is in fewer than half of the draws.
    public let degreeInterval: Interval?
    /// Of the betweenness.
    public let betweennessInterval: Interval?
  }

  /// The actors by their number of partners, the most first.
  public let places: [Place]
  /// Observations they rest on.
  public let observations: Int

  /// Draws of the bootstrap.
  public static let draws = 1000
  /// Below this, even the intervals say little.
  public static let fewObservations = 20

  /// Computes over all observations of the table.
  /// - Throws: ``NetworkError`` for networks that would take minutes.
  public init(_ table: TieTable) throws {
    let events = table.meetings.list.map(\.actors)
    observations = events.count
    guard !events.isEmpty else {
      places = []
      return
    }
    let network = CollaborationNetwork(events: events, tying: SidedActor.isPair)
    guard network.actors.count * network.tieCount < 400_000 else {
      throw NetworkError.tooLarge(network.actors.count)
    }
    var numbers = SeededNumbers(seed: 2022)
    let degrees = try CollaborationNetwork.bootstrap(
      events, replicates: Self.draws, using: &numbers, tying: SidedActor.isPair
    ) { $0.degree.map(Double.init) }
    let between = try CollaborationNetwork.bootstrap(
      events, replicates: Self.draws, using: &numbers, tying: SidedActor.isPair
    ) { $0.betweenness }
    let (degree, betweenness) = (network.degree, network.betweenness)
    places = network.actors.indices.map { index in
      let actor = network.actors[index]
      return Place(
        actor: actor, degree: degree[index], betweenness: betweenness[index], degreeInterval: degrees[actor],
        betweennessInterval: between[actor])
    }.sorted { ($1.degree, $0.actor) < ($0.degree, $1.actor) }
  }
}

/// Why no centrality is computed.
public enum NetworkError: Explained {
  /// So many actors would take minutes.
  case tooLarge(Int)

  /// How many actors there are.
  public var sentence: String {
    switch self {
    case .tooLarge(let count):
      "The network has \(count) actors: drawing it a thousand times would take minutes."
    }
  }

  /// Asking for less; never nil here.
  public var hint: String? { "Ask for a shorter range with --from and --to; counts need no --centrality." }
}
