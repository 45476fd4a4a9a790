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
  /// After over before, of the target alone.
  public let ratio: Double
  /// ``ratio`` over that of the control; ``ratio`` itself without one.
  public let relative: Double
  /// The 95 % interval of ``relative`` if acts were independent: for large counts far too narrow.
  public let interval: Interval?
  /// The same figure at each earlier date with as many periods on both sides, none of them touched by the declared one.
  public let placebos: [(date: Period, relative: Double)]
  /// The place of the declared date among all of them, 1 for the greatest change.
  public let rank: Int
  /// rank / (placebos + 1); nil without placebos.
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
    guard let found = cut.figure(values, others, at: cut.place) else { return nil }
    (self.target, self.control) = (target.name, control?.name)
    before = Array(target.periods[cut.before(cut.place)])
    after = Array(target.periods[cut.after(cut.place)])
    counts = cut.sums(values, at: cut.place)
    controlCounts = others.map { cut.sums($0, at: cut.place) }
    (ratio, relative) = (found.ratio, found.relative)
    interval = Self.interval(counts, controlCounts)
    let placebos = cut.placebos.compactMap { place in
      cut.figure(values, others, at: place).map { (date: target.periods[place], relative: $0.relative) }
    }
    self.placebos = placebos
    let own = abs(logarithm(found.relative))
    rank = 1 + placebos.count { abs(logarithm($0.relative)) >= own }
    p = placebos.isEmpty ? nil : Double(rank) / Double(placebos.count + 1)
    level = Self.level(values, others, cut)
    change = Self.change(target)
    let earlier = TestedCounts(months: cut.months, counts: Array(values[..<cut.untouched]))
    isTrending = (Estimate(earlier)?.p ?? 1) < Verdict.level
  }

  private static func interval(
    _ counts: (before: Int, after: Int), _ control: (before: Int, after: Int)?
  ) -> Interval? {
    if let control {
      return
        (try? RatioOfRateRatios(
          before: counts.before, after: counts.after, controlBefore: control.before,
          controlAfter: control.after))?.interval()
    }
    return (try? RateRatio(counts.after, over: 1, to: counts.before, over: 1))?.interval()
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

/// Where a series is cut by a date.
struct Cut {
  /// The first period after the date.
  let place: Int
  /// The first period that the date touches: equal to ``place``, or one less.
  let untouched: Int
  /// How many periods are compared on each side.
  let width: Int
  let months: Int

  init?(_ periods: [Period], _ day: Day) {
    guard let first = periods.first, let index = periods.lastIndex(where: { $0.first <= day }) else {
      return nil
    }
    months = first.kind.months
    // A year belongs to the time after the date if at least half of it does; a month or quarter is left out, unless the
    // date is its first day.
    let isFirstDay = periods[index].first == day
    let isAfter = isFirstDay || (first.kind == .year && day.month <= 6)
    (place, untouched) = isAfter ? (index, index) : (index + 1, index)
    width = min(periods.count - place, untouched, max(1, Impact.years * 12 / months))
    guard width >= 1 else { return nil }
  }

  private var gap: Int { place - untouched }

  func before(_ at: Int) -> Range<Int> { at - gap - width..<at - gap }
  func after(_ at: Int) -> Range<Int> { at..<at + width }

  /// Dates with as many periods on both sides, none of them touched by the declared one.
  var placebos: [Int] {
    let (first, last) = (width + gap, untouched - width)
    return first <= last ? Array(first...last) : []
  }

  func sums(_ counts: [Int], at: Int) -> (before: Int, after: Int) {
    (counts[before(at)].reduce(0, +), counts[after(at)].reduce(0, +))
  }

  /// After over before, and that over the control's; nil where one is 0.
  func figure(_ counts: [Int], _ control: [Int]?, at: Int) -> (ratio: Double, relative: Double)? {
    let own = sums(counts, at: at)
    guard own.before > 0, own.after > 0 else { return nil }
    let ratio = Double(own.after) / Double(own.before)
    guard let control else { return (ratio, ratio) }
    let other = sums(control, at: at)
    guard other.before > 0, other.after > 0 else { return nil }
    return (ratio, ratio * Double(other.before) / Double(other.after))
  }
}
