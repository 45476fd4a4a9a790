/// Bursts in batches, such as months: spells in which the share of relevant items is raised.
///
/// State q expects the share p0 s^q, where p0 is the share over all; a batch costs -log of its binomial
/// probability, a move up costs gamma log n for each state, a move down nothing; the cheapest path starts in
/// state 0. Source: J. Kleinberg, "Bursty and Hierarchical Structure in Streams", Data Mining and Knowledge
/// Discovery 7 (2003), 373-397, section 4. The number of all items enters, so a louder press is no burst.
public struct KleinbergBatchedBursts: Hashable, Sendable {
  /// A spell above state 0.
  public struct Burst: Hashable, Sendable {
    /// The first batch, from 0.
    public let first: Int
    /// The last batch.
    public let last: Int
    /// How much cheaper the spell is in its states than in state 0.
    public let weight: Double
  }

  /// The expected share of each state.
  public let shares: [Double]
  /// The state of each batch.
  public let states: [Int]
  /// The cost of the path.
  public let cost: Double
  /// The spells, in order.
  public let bursts: [Burst]

  /// The bursts of `relevant` among `total` items a batch.
  public init(
    relevant: [Int], total: [Int], scaling: Double = 2, gamma: Double = 1, states: Int = 2
  ) throws(StatisticsError) {
    try Check.counts(relevant)
    try Check.counts(total)
    guard relevant.count == total.count else { throw .lengths(relevant.count, total.count) }
    if let index = relevant.indices.first(where: { relevant[$0] > total[$0] }) { throw .count(index: index) }
    try Check.atLeast(2, states, "The number of states")
    guard scaling > 1, scaling.isFinite else { throw .setting("The scaling", mustBe: "above 1") }
    guard gamma >= 0, gamma.isFinite else { throw .setting("Gamma", mustBe: "0 or more") }
    let all = relevant.reduce(0, +)
    guard all > 0 else { throw .nothingCounted }
    let base = Double(all) / Double(total.reduce(0, +))
    let shares = (0..<states).map { base * power(scaling, Double($0)) }
    guard shares[states - 1] < 1 else {
      throw .setting("The scaling", mustBe: "so small that the highest share stays below 1")
    }
    let costs = relevant.indices.map { batch in
      shares.map { share in
        -(CountDistribution.binomial(trials: total[batch], probability: share).logDensity(relevant[batch])
          ?? 0)
      }
    }
    let path = cheapestPath(costs, step: gamma * logarithm(Double(relevant.count)))
    (self.shares, self.states) = (shares, path.states)
    cost = path.cost
    bursts = Self.spells(path.states, costs)
  }

  private static func spells(_ states: [Int], _ costs: [[Double]]) -> [Burst] {
    var (bursts, start) = ([Burst](), Int?.none)
    for index in 0...states.count {
      let isBurst = index < states.count && states[index] > 0
      if isBurst { start = start ?? index }
      if !isBurst, let first = start {
        let weight = (first..<index).reduce(0.0) { $0 + costs[$1][0] - costs[$1][states[$1]] }
        bursts.append(Burst(first: first, last: index - 1, weight: weight))
        start = nil
      }
    }
    return bursts
  }
}

/// The path through states with the least cost, from state 0; moves up cost `step` a state, moves down
/// nothing. Of equal costs the lower state is taken.
///
/// Source: A. J. Viterbi, IEEE Transactions on Information Theory 13 (1967), 260-269.
func cheapestPath(_ costs: [[Double]], step: Double) -> (states: [Int], cost: Double) {
  let count = costs.first?.count ?? 0
  var best = (0..<count).map { $0 == 0 ? 0.0 : .infinity }
  var origins: [[Int]] = []
  for own in costs {
    var (next, origin) = ([Double](), [Int]())
    for to in 0..<count {
      let moves = (0..<count).map { best[$0] + Double(max(0, to - $0)) * step }
      let from = moves.indices.min { moves[$0] < moves[$1] } ?? 0
      origin.append(from)
      next.append(moves[from] + own[to])
    }
    best = next
    origins.append(origin)
  }
  var state = best.indices.min { best[$0] < best[$1] } ?? 0
  let cost = best.isEmpty ? 0 : best[state]
  var states: [Int] = []
  for origin in origins.reversed() {
    states.append(state)
    state = origin[state]
  }
  return (states.reversed(), cost)
}
