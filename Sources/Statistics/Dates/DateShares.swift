/// Events whose day is known only to lie between two days, shared out over bins such as months.
///
/// The share of an event in a bin is the days of its span that lie in the bin over the days of the span, kept
/// as fractions, so that the shares of an event add up to exactly 1. Expected numbers are no counts: never
/// feed them to a Poisson test.
public struct DateShares: Hashable, Sendable {
  /// What lies in one bin.
  public struct Bin: Hashable, Sendable {
    /// The sum of the shares.
    public var expected: Fraction
    /// The events that lie in it for certain.
    public var certain = 0
    /// The events that may lie in it.
    public var possible = 0
    /// The sum of share (1 - share): how much of the expected number is a matter of allocation.
    public var allocationVariance: Double = 0
  }

  /// The bins, in the order given.
  public let bins: [Bin]

  /// The shares of spans of days over bins of days, both with their ends, by day number; the bins must be in
  /// order and must not overlap.
  ///
  /// Throws `tooLarge` when the fractions of a bin outgrow 64 bits, which spans of the calendar do not.
  public init(spans: [ClosedRange<Int>], bins: [ClosedRange<Int>]) throws(StatisticsError) {
    for (index, pair) in zip(bins, bins.dropFirst()).enumerated() where pair.0.upperBound >= pair.1.lowerBound
    {
      throw .value(index: index + 1)
    }
    for (index, span) in (bins + spans).enumerated() where Self.isBeyond(span) { throw .value(index: index) }
    var result = [Bin](repeating: Bin(expected: .zero), count: bins.count)
    for span in spans {
      for (index, share) in Self.shares(of: span, in: bins) {
        guard let sum = result[index].expected + share else { throw .tooLarge }
        result[index].expected = sum
        result[index].possible += 1
        if share.numerator == share.denominator { result[index].certain += 1 }
        result[index].allocationVariance += share.value * (1 - share.value)
      }
    }
    self.bins = result
  }

  private static func isBeyond(_ days: ClosedRange<Int>) -> Bool {
    days.lowerBound < -1 << 40 || days.upperBound > 1 << 40
  }

  /// The shares of one span in the bins it touches, over the days of the span, not shortened; none for a span
  /// beyond some three thousand million years.
  public static func shares(
    of span: ClosedRange<Int>, in bins: [ClosedRange<Int>]
  ) -> [(bin: Int, share: Fraction)] {
    guard !isBeyond(span) else { return [] }
    var (low, high) = (0, bins.count)
    while low < high {
      let middle = (low + high) / 2
      if bins[middle].upperBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    let days = span.upperBound - span.lowerBound + 1
    return bins[low...].prefix { $0.lowerBound <= span.upperBound }.enumerated().map { offset, bin in
      let overlap = min(bin.upperBound, span.upperBound) - max(bin.lowerBound, span.lowerBound) + 1
      return (low + offset, Fraction(overlap, over: days))
    }
  }
}
