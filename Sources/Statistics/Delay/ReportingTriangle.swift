/// How many events of each period were known after each delay: rows are periods, columns delays.
public struct ReportingTriangle: Hashable, Sendable {
  /// The events of a period first known after exactly so many periods; nil where the time has not yet come.
  public let cells: [[Int?]]
  /// The longest delay looked at.
  public let longestDelay: Int

  /// The triangle of events (their period, and how many periods later they were first known), as of the end
  /// of the period `now`; periods begin at 0. Events not known by then, or known later than the longest
  /// delay, are left out.
  public init(events: [(period: Int, delay: Int)], now: Int, longestDelay: Int) throws(StatisticsError) {
    try Check.atLeast(0, now, "The present period")
    try Check.atLeast(1, longestDelay, "The longest delay")
    guard (now + 1) * (longestDelay + 1) < 10_000_000 else { throw .tooLarge }
    var cells = (0...now).map { period in
      (0...longestDelay).map { period + $0 <= now ? Int?.some(0) : nil }
    }
    for (index, event) in events.enumerated() {
      guard event.period >= 0, event.delay >= 0 else { throw .value(index: index) }
      guard event.delay <= longestDelay, event.period <= now - event.delay else { continue }
      cells[event.period][event.delay]? += 1
    }
    self.cells = cells
    self.longestDelay = longestDelay
  }

  /// The events known so far of each period.
  public var known: [Int] { cells.map { row in row.reduce(0) { $0 + ($1 ?? 0) } } }

  /// The last delay of each period whose time has come.
  public var age: [Int] { cells.indices.map { min(cells.count - 1 - $0, longestDelay) } }

  /// The cumulative counts, for ``MackChainLadder``.
  public var cumulative: [[Double?]] {
    cells.map { row in
      var sum = 0.0
      return row.map { cell in
        guard let cell else { return nil }
        sum += Double(cell)
        return sum
      }
    }
  }
}
