internal import Calendar
internal import Statistics

/// Observations by bin: the arrays run along the bins of the table, zeros included.
public struct Counts: Equatable, Sendable {
  /// Those that lie in the bin for certain.
  public var placed: [Int]
  /// Observations whose date is wider than a bin; with bounds, those that may lie between them.
  public var notPlaced = 0
  /// The certain ones, and of each of the others the share of its days that lies in the bin. No whole numbers: for
  /// showing, never for a test.
  public var expected: [Double]
  /// All that may lie in the bin.
  public var possible: [Int]

  /// No observation in any of `bins` bins.
  public init(bins: Int) {
    placed = Array(repeating: 0, count: bins)
    expected = Array(repeating: 0, count: bins)
    possible = placed
  }

  /// Placed and not placed.
  public var total: Int { placed.reduce(notPlaced, +) }
}

extension Counts {
  /// `count` observations in the bin at `place`; without one they are not placed.
  mutating func add(_ count: Int, at place: Int?) {
    guard let place else {
      notPlaced += count
      return
    }
    placed[place] += count
    expected[place] += Double(count)
    possible[place] += count
  }

  /// Shares dates that are wider than a bin out over the bins they reach into; ``notPlaced`` has them already.
  mutating func spread(_ dates: [CountReader.Wide], over bins: [ClosedRange<Int>]) {
    for date in dates {
      for (bin, share) in DateShares.shares(of: date.days, in: bins) {
        expected[bin] += share.value * Double(date.count)
        possible[bin] += date.count
      }
    }
  }
}
