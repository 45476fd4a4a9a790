/// How much more than Poisson counts the counts of neighbouring periods differ: what is left of a slow trend in it is small.
///
/// phi = sum (y1 - y2)^2 / sum (y1 + y2) over neighbours: variance over mean, by differences. Source: J. von Neumann, R. H.
/// Kent, H. R. Bellinson and B. I. Hart, "The Mean Square Successive Difference", Annals of Mathematical Statistics 12
/// (1941), 153-162. Shocks that last for several periods make sums of several of them differ more than single ones do;
/// so the same is asked of merged periods, and the greatest counts.
public struct NeighbourDispersion: Hashable, Sendable {
  /// phi, without floor.
  public let dispersion: Double
  /// How many pairs of single neighbours there are.
  public let pairs: Int

  /// The dispersion over runs of consecutive counts; no pair joins two runs.
  ///
  /// - Parameters:
  ///   - runs: the counts.
  ///   - sizes: how many periods are merged, besides 1; what is left at the beginning of a run is left out.
  /// - Throws: ``StatisticsError`` where no pair has an event.
  public init(_ runs: [[Int]], merged sizes: [Int] = []) throws(StatisticsError) {
    for run in runs { try Check.counts(run, atLeast: 0) }
    let single = Self.sums(runs)
    guard single.events > 0 else { throw .nothingCounted }
    let all = sizes.filter { $0 > 1 }.map { size in
      Self.sums(runs.map { Self.merged($0, size) })
    }
    pairs = single.pairs
    dispersion = ([single] + all).map { $0.events > 0 ? $0.squares / $0.events : 0 }.max() ?? 0
  }

  private static func sums(_ runs: [[Int]]) -> (squares: Double, events: Double, pairs: Int) {
    var sums = (squares: 0.0, events: 0.0, pairs: 0)
    for run in runs {
      for (one, other) in zip(run, run.dropFirst()) {
        let (one, other) = (Double(one), Double(other))
        sums.squares += (one - other) * (one - other)
        sums.events += one + other
        sums.pairs += 1
      }
    }
    return sums
  }

  private static func merged(_ counts: [Int], _ size: Int) -> [Int] {
    stride(from: counts.count % size, to: counts.count, by: size).map { counts[$0..<$0 + size].reduce(0, +) }
  }

  /// About how many independent terms that is worth: two in three, as neighbours share a count.
  public var degreesOfFreedom: Double { max(1, Double(2 * pairs) / 3) }

  /// By how much a normal interval has to be widened: phi, at least 1, times the square of Student's quantile over the
  /// normal one, as phi itself is estimated.
  public var widening: Double {
    let student = SpecialFunctions.studentQuantile(0.975, degreesOfFreedom: degreesOfFreedom) ?? 2
    let normal = SpecialFunctions.normalQuantile(0.975) ?? 1.96
    return max(1, dispersion) * (student / normal) * (student / normal)
  }
}
