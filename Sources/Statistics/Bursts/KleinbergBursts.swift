/// Bursts in a stream of events with times: spells in which they come faster, and faster spells within.
///
/// In state i gaps are exponential with rate s^i n / T; a move up costs gamma log n for each state, a move
/// down nothing. Source: J. Kleinberg, Data Mining and Knowledge Discovery 7 (2003), 373-397, section 2.
/// Costs are kept as logarithms, so nothing underflows.
public struct KleinbergBursts: Hashable, Sendable {
  /// A spell at a level or above.
  public struct Burst: Hashable, Sendable {
    /// The level, from 1 for the whole stream.
    public let level: Int
    /// The time of the event it begins with.
    public let start: Double
    /// The time of the event it ends with.
    public let end: Double
  }

  /// The spells in the order in which they begin, outer ones first.
  public let bursts: [Burst]

  /// The bursts of at least two events at different times.
  public init(times: [Double], scaling: Double = 2, gamma: Double = 1) throws(StatisticsError) {
    try Check.values(times, atLeast: 2)
    guard scaling > 1, scaling.isFinite else { throw .setting("The scaling", mustBe: "above 1") }
    try Check.positive(gamma, "Gamma")
    let sorted = times.sorted()
    let gaps = zip(sorted.dropFirst(), sorted).map { $0 - $1 }
    if let index = gaps.firstIndex(where: { $0 <= 0 }) { throw .value(index: index + 1) }
    let span = gaps.sum
    let base = logarithm(scaling)
    let states = 1 + (logarithm(span) - logarithm(gaps.min() ?? 1)) / base
    guard states < 10_000 else { throw .tooLarge }
    let count = max(1, Int(states.rounded(.up)))
    guard count * count * gaps.count < 100_000_000 else { throw .tooLarge }
    let costs = gaps.map { gap in
      (0..<count).map { state in
        let logRate = Double(state) * base - logarithm(span / Double(gaps.count))
        return exponential(logRate) * gap - logRate
      }
    }
    let path = cheapestPath(costs, step: gamma * logarithm(Double(gaps.count)))
    bursts = Self.spells(path.states, sorted)
  }

  private static func spells(_ states: [Int], _ times: [Double]) -> [Burst] {
    var bursts: [(level: Int, start: Double, end: Double)] = []
    var open: [Int] = []
    for (index, state) in states.enumerated() {
      while open.count > state + 1 { bursts[open.removeLast()].end = times[index] }
      while open.count < state + 1 {
        open.append(bursts.count)
        bursts.append((open.count, times[index], times[times.count - 1]))
      }
    }
    return bursts.map { Burst(level: $0.level, start: $0.start, end: $0.end) }
  }
}
