/// A cumulative sum chart for Poisson counts with a stated run length.
///
/// S_t = max(0, S_{t-1} + y_t - k) with k = (l1 - l0) / log(l1 / l0) rounded to halves, an alarm from h on.
/// Sources: J. M. Lucas, "Counted Data CUSUM's", Technometrics 27 (1985), 129-144; the run length is D. Brook
/// and D. A. Evans, Biometrika 59 (1972), 539-549: S moves on the half integers below h, and the mean time to
/// leave them solves (I - Q) a = 1.
public struct PoissonCUSUM: Hashable, Sendable {
  /// The mean in control, l0.
  public let mean: Double
  /// The mean it is to find, l1.
  public let shiftedMean: Double
  /// The reference value before rounding.
  public let exactReference: Double
  /// k, a multiple of a half.
  public let reference: Double
  /// h, the smallest multiple of a half with the wanted run length.
  public let decision: Double
  /// The mean number of periods to a false alarm.
  public let inControlRunLength: Double
  /// The mean number of periods to the alarm once the mean has shifted.
  public let shiftedRunLength: Double

  /// The chart for a rise from `mean` to `shiftedMean` with at least `runLength` periods between false
  /// alarms.
  public init(mean: Double, shiftedMean: Double, runLength: Double = 100) throws(StatisticsError) {
    try Check.positive(mean, "The in-control mean")
    try Check.positive(runLength, "The run length")
    guard shiftedMean > mean, shiftedMean < 10_000 else {
      throw .setting("The shifted mean", mustBe: "above the in-control mean and below 10,000")
    }
    self.mean = mean
    self.shiftedMean = shiftedMean
    exactReference = (shiftedMean - mean) / logarithm(shiftedMean / mean)
    reference = max(0.5, (exactReference * 2).rounded(.toNearestOrEven) / 2)
    let steps = try Self.steps(runLength, reference, mean)
    guard let inControl = Self.runLength(steps, reference, mean),
      let shifted = Self.runLength(steps, reference, shiftedMean)
    else { throw .tooLarge }
    decision = Double(steps) / 2
    inControlRunLength = inControl
    shiftedRunLength = shifted
  }

  /// The fewest halves with this run length, which grows with them.
  private static func steps(
    _ wanted: Double, _ reference: Double, _ mean: Double
  ) throws(StatisticsError) -> Int {
    let suffices = { (steps: Int) -> Bool in (runLength(steps, reference, mean) ?? .infinity) >= wanted }
    var (below, above) = (0, 1)
    while !suffices(above) {
      (below, above) = (above, above * 2)
      if above > 512 { throw .tooLarge }
    }
    while above - below > 1 {
      let middle = (below + above) / 2
      if suffices(middle) { above = middle } else { below = middle }
    }
    return above
  }

  /// The mean time from S = 0 until S reaches `steps` halves.
  static func runLength(_ steps: Int, _ reference: Double, _ mean: Double) -> Double? {
    let (law, k) = (CountDistribution.poisson(mean: mean), Int(reference * 2))
    let density = (0...(steps + k) / 2 + 1).map { law.density($0) ?? 0 }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: steps), count: steps)
    for from in 0..<steps {
      matrix[from][from] = 1
      for (count, probability) in density.enumerated() {
        let to = max(0, from + 2 * count - k)
        if to < steps { matrix[from][to] -= probability }
      }
    }
    return solveLinear(matrix, [Double](repeating: 1, count: steps))?.first
  }

  /// S of each period, and whether it has reached h.
  public func chart(_ counts: [Int]) throws(StatisticsError) -> [(sum: Double, isAlarm: Bool)] {
    try Check.counts(counts)
    var sum = 0.0
    return counts.map { count in
      sum = max(0, sum + Double(count) - reference)
      return (sum, sum >= decision)
    }
  }
}
