/// The semiparametric test of a rise: how much likelier a mean that never falls makes the counts than a
/// constant one.
///
/// The statistic is the product of (isotonic mean / mean)^y over the counts so far. Source: M. Frisen and E.
/// Andersson, "Semiparametric Surveillance of Monotonic Changes", Sequential Analysis 28 (2009), 434-454; the
/// isotonic means are found by pooling neighbours that fall (M. Ayer et al. 1955). Its rate of false alarms
/// is not known.
public enum OutbreakDetection {
  /// The statistic after each count; an alarm is one above the threshold, such as 100.
  public static func statistics(_ counts: [Int]) throws(StatisticsError) -> [Double] {
    try Check.counts(counts)
    var (blocks, total, result) = ([Block](), 0.0, [Double]())
    for (index, count) in counts.enumerated() {
      total += Double(count)
      var block = Block(sum: Double(count), size: 1)
      while let last = blocks.last, block.mean <= last.mean {
        block = Block(sum: block.sum + last.sum, size: block.size + last.size)
        blocks.removeLast()
      }
      blocks.append(block)
      result.append(exponential(Self.logStatistic(blocks, mean: total / Double(index + 1))))
    }
    return result
  }

  private struct Block {
    var sum: Double
    var size: Double
    var mean: Double { sum / size }
  }

  /// A block without events contributes the factor 1.
  private static func logStatistic(_ blocks: [Block], mean: Double) -> Double {
    blocks.reduce(0) { $1.sum > 0 ? $0 + $1.sum * logarithm($1.mean / mean) : $0 }
  }
}
