import Calendar
import Statistics
import TestSupport
import Testing

@testable import Trends

private let seed: UInt64 = 20_261_127

/// Series to which nothing happens, compared before and after a date.
@Suite struct `Around a date at which nothing happened` {
  struct Shape: CustomStringConvertible {
    let kind: PeriodKind
    let before: Int
    let after: Int
    let means: [Double]
    var description: String { "\(kind.rawValue)s, \(before) before and \(after) after" }

    static let all = [
      Shape(kind: .month, before: 72, after: 24, means: [0.5, 2, 15]),
      Shape(kind: .quarter, before: 36, after: 8, means: [1.5, 6, 15]),
      Shape(kind: .year, before: 32, after: 2, means: [6, 60]),
    ]
  }

  @Test(.seed(seed), arguments: Shape.all.indices)
  func `a change is seen in at most 7 of 100, with and without a control`(_ number: Int) throws {
    let shape = Shape.all[number]
    let length = shape.before + 1 + shape.after
    var period = Period(containing: Day("1980-01-01")!, kind: shape.kind)
    let periods = (0..<length).map { _ in
      defer { period = period.next }
      return period
    }
    // Inside a period, which is left out; a year counts as after.
    let cut = try #require(Cut(periods, periods[shape.before].first.advanced(by: 5)))
    for overdispersed in [false, true] {
      for hasControl in [false, true] {
        var dice = Dice(seed: seed)
        var (cries, tested) = (0, 0)
        for mean in shape.means {
          for _ in 0..<rounds("PLACEBO", usually: 100) {
            let counts = dice.counts(mean, length, overdispersed: overdispersed)
            let control = hasControl ? dice.counts(mean, length, overdispersed: overdispersed) : nil
            guard let found = DateComparison(counts, control, cut) else { continue }
            let p = try #require(found.p)
            (cries, tested) = (cries + (p < Verdict.level ? 1 : 0), tested + 1)
          }
        }
        let law = (overdispersed ? "NB" : "Poisson") + (hasControl ? " with control" : "")
        print("calibration: around a date, \(shape), \(law): \(cries) of \(tested)")
        #expect(Double(cries) <= 0.07 * Double(tested), "\(shape), \(law): \(cries) of \(tested)")
      }
    }
  }

  @Test(.seed(seed)) func `and a change that is great enough is found`() throws {
    let periods = Watched.months("2010-01", 97)
    let cut = try #require(Cut(periods, Day("2016-01-15")!))
    var dice = Dice(seed: seed)
    var found = 0
    for _ in 0..<50 {
      let calm = dice.counts(6, 97)
      let least = try #require(DateComparison(calm, nil, cut)?.widened.detectable(tests: 1))
      let counts = periods.indices.map { $0 < 73 ? dice.poisson(6) : dice.poisson(6 * least) }
      if let p = DateComparison(counts, nil, cut)?.p, p < Verdict.level { found += 1 }
    }
    print("calibration: change at a date found: \(found) of 50")
    #expect(found >= 30, "\(found) of 50")
  }
}

@Suite struct `The ends of a comparison` {
  private func years(_ counts: [Int]) -> ImpactSeries {
    ImpactSeries(
      name: "series",
      periods: counts.indices.map {
        Period(containing: Day(year: 1990 + $0, month: 1, day: 1)!, kind: .year)
      },
      counts: counts)
  }
  private let long = (0..<30).map { 98 + ($0 * 7) % 5 }

  @Test func `a total stop is the greatest change, and a fall`() throws {
    let impact = try #require(Impact(years(long + [0, 0]), control: nil, day: Day("2020-01-01")!))
    #expect(impact.ratio == 0 && impact.relative == 0 && impact.rank == 1)
    #expect(impact.interval.lower == 0 && impact.interval.upper < 0.1)
    #expect(try #require(impact.p) < 0.05)
    let held = try #require(
      Impact(years(long + [0, 0]), control: years(long + [100, 99]), day: Day("2020-01-01")!))
    #expect(held.relative == 0 && held.rank == 1 && held.interval.upper < 0.1)
    let start = try #require(
      Impact(
        years([Int](repeating: 0, count: 30) + [60, 60]), control: nil, day: Day("2020-01-01")!))
    #expect(start.ratio == .infinity && start.interval.upper == .infinity && start.interval.lower > 10)
  }

  @Test func `nothing on both sides, or nothing of the control on one, cannot be compared`() throws {
    let day = Day("2020-01-01")!, none = [Int](repeating: 0, count: 32)
    #expect(Impact(years(none), control: nil, day: day).map { _ in 0 } == nil)
    let held = Impact(years(long + [90, 90]), control: years(long + [0, 0]), day: day)
    #expect(held.map { _ in 0 } == nil)
  }

  @Test func `placebo dates without an act on one side keep their rank`() throws {
    // A pause of two years long before is as great a change as that at the date.
    var counts = long + [3, 3]
    counts[10] = 0
    counts[11] = 0
    let impact = try #require(Impact(years(counts), control: nil, day: Day("2020-01-01")!))
    #expect(impact.placebos.count == 27 && impact.rank > 1)
    #expect(
      impact.placebos.contains { $0.relative == 0 } && impact.placebos.contains { $0.relative == .infinity })
    #expect(impact.apart == 7)
  }

  @Test func `with fewer than twenty placebo dates nothing is tested`() throws {
    let short = try #require(Impact(years([1000, 1000, 10, 10]), control: nil, day: Day("1992-01-01")!))
    #expect(short.placebos.isEmpty && short.p == nil)
    let nearly = Array(long.prefix(22)) + [10, 10]
    let some = try #require(Impact(years(nearly), control: nil, day: Day("2012-01-01")!))
    #expect(some.placebos.count == 19 && some.rank == 1 && some.p == nil)
    let enough = try #require(
      Impact(years(Array(long.prefix(23)) + [10, 10]), control: nil, day: Day("2013-01-01")!))
    #expect(enough.placebos.count == 20 && enough.p != nil)
  }
}
