public import Calendar
public import Statistics

/// A series before and after a declared date, held against a control and against dates when nothing was declared.
public struct Impact: Sendable {
  /// The series.
  public let target: String
  /// What it is held against; nil for nothing.
  public let control: String?
  /// The periods compared, before and after; a period that the date itself falls into is left out where it is a month
  /// or a quarter.
  public let before: [Period]
  /// See ``before``.
  public let after: [Period]
  /// Counts before and after.
  public let counts: (before: Int, after: Int)
  /// The control's; nil without one.
  public let controlCounts: (before: Int, after: Int)?
  /// After over before, of the target alone: 0 where all stopped, infinite where nothing was before.
  public let ratio: Double
  /// ``ratio`` over that of the control; ``ratio`` itself without one.
  public let relative: Double
  /// The 95 % interval of ``relative``, widened by how much neighbouring periods differ.
  public let interval: Interval
  /// How much more than independent acts neighbouring periods of the target differ, 1 at least: see `NeighbourDispersion`.
  public let dispersion: Double
  /// The comparison that ``interval`` belongs to.
  let widened: WidenedRateRatio
  /// The same figure at each earlier date with as many periods on both sides, none of them touched by the declared one;
  /// nil where nothing was counted on both sides, or nothing of the control on one.
  public let placebos: [(date: Period, relative: Double?)]
  /// How many of the placebo dates can be chosen so that no period serves two of them.
  public let apart: Int
  /// The place of the declared date among all of them, 1 for the greatest change.
  public let rank: Int
  /// The greater of rank / (placebos + 1) and the p of ``interval``; nil with fewer than ``leastPlacebos``.
  public let p: Double?
  /// The jump of the level at the date, each side with a trend of its own; nil where it has no estimate.
  public let level: Level?
  /// The period before which a single change of level, asked for anywhere, would lie, with the periods that hold 90 %.
  public let change: (place: Period, likely: [Period])?
  /// The series had a trend before the date: what a single change of level says of it misleads.
  public let isTrending: Bool

  /// A jump between two trends.
  public struct Level: Sendable {
    /// What the level is multiplied by.
    public let ratio: Double
    /// Its 95 % interval.
    public let interval: Interval
    /// Its place among the same jumps at earlier dates, of the periods before the declared one alone.
    public let rank: Int
    /// How many dates there are, the declared one included.
    public let dates: Int
  }

  /// At most so many years are compared on each side.
  public static let years = 2
  /// With fewer placebo dates not even the first rank reaches a p below the level.
  public static let leastPlacebos = Int(1 / Verdict.level)

  /// The smallest ratio above 1 that ``interval`` would leave 1 out of in 80 of 100 cases, over so many tests.
  public func detectable(tests: Int) -> Double? { widened.detectable(tests: tests) }
}

/// A series of whole numbers to be compared.
struct ImpactSeries {
  let name: String
  let periods: [Period]
  let counts: [Int]
}

extension Impact {
  /// Compares; nil where there is no period on one side.
  init?(_ target: ImpactSeries, control: ImpactSeries?, day: Day) {
    guard let cut = Cut(target.periods, day) else { return nil }
    let (values, others) = (target.counts, control?.counts)
    guard let found = DateComparison(values, others, cut) else { return nil }
    (self.target, self.control) = (target.name, control?.name)
    before = Array(target.periods[cut.before(cut.place)])
    after = Array(target.periods[cut.after(cut.place)])
    counts = cut.sums(values, at: cut.place)
    controlCounts = others.map { cut.sums($0, at: cut.place) }
    (ratio, relative, rank, p) = (found.ratio, found.relative, found.rank, found.p)
    (widened, interval, dispersion) = (found.widened, found.widened.interval, found.dispersion)
    placebos = zip(cut.placebos, found.placebos).map { (target.periods[$0], $1.relative) }
    apart = cut.apart
    level = Self.level(values, others, cut)
    change = Self.change(target)
    let earlier = TestedCounts(months: cut.months, counts: Array(values[..<cut.untouched]))
    isTrending = (Estimate(earlier)?.p ?? 1) < Verdict.level
  }

  private static func level(_ values: [Int], _ others: [Int]?, _ cut: Cut) -> Level? {
    let weights = others.map { $0.map(Double.init) }
    let jump = { (counts: ArraySlice<Int>, place: Int) -> (series: InterruptedSeries, t: Double)? in
      let exposures = weights.map { Array($0.prefix(counts.count)) }
      guard
        let series = try? InterruptedSeries(counts: Array(counts), change: place, exposures: exposures),
        series.standardErrors[2] > 0
      else { return nil }
      return (series, series.coefficients[2] / series.standardErrors[2])
    }
    guard let own = jump(values[...], cut.place), let interval = own.series.levelInterval() else {
      return nil
    }
    let earlier = values.prefix(cut.untouched)
    let others = cut.placebos.compactMap { jump(earlier, $0)?.t }
    return Level(
      ratio: own.series.levelRatio, interval: interval, rank: 1 + others.count { abs($0) >= abs(own.t) },
      dates: others.count + 1)
  }

  private static func change(_ series: ImpactSeries) -> (place: Period, likely: [Period])? {
    guard let found = try? SingleChangePoint(series.counts) else { return nil }
    return (series.periods[found.mostProbable], found.places(holding: 0.9).map { series.periods[$0] })
  }
}
