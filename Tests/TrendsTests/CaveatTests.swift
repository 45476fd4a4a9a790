import Calendar
import TestSupport
import Testing
import TimeSeries

@testable import Trends

private let rising = [2, 3, 2, 4, 4, 5, 4, 6, 7, 6, 8, 9, 8, 11, 12, 12]
private let flat = [6, 7, 5, 6, 6, 7, 6, 5, 7, 6, 6, 5, 7, 6, 6, 7]

/// Each caveat has a trigger of its own: it stands where it should, and not where it should not.
@Suite struct `Caveats of a trend` {
  @Test func `a plain rise and a plain calm have none`() throws {
    let rise = try Hand(counts: rising, graded: rising).judged()
    #expect(rise.verdict == .rise && rise.caveats.isEmpty, "\(rise.caveats)")
    let calm = try Hand(counts: flat).judged()
    #expect(calm.verdict == .noChangeDetected && calm.caveats.isEmpty, "\(calm.caveats)")
    #expect(try #require(calm.estimate).detectable > 1)
  }

  @Test func `counts that vary more than independent acts`() throws {
    #expect(
      try Hand(counts: [0, 20, 1, 0, 19, 2, 0, 22, 0, 1, 21, 0, 1, 18, 0, 2]).codes().contains(
        "over-dispersion"))
    #expect(try !Hand(counts: flat).codes().contains("over-dispersion"))
  }

  @Test func `neighbours that resemble each other, with the refit in longer periods`() throws {
    let waves = [9, 9, 10, 9, 2, 2, 1, 2, 9, 10, 9, 9, 2, 1, 2, 2, 9, 10, 9, 9, 2, 2, 1, 2]
    let caveats = try Hand(counts: waves).judged().caveats
    let found = caveats.compactMap {
      if case .autocorrelated(let r, let refit) = $0 { (r, refit) } else { nil }
    }
    #expect(found.count == 1 && found[0].0 > 0.3 && found[0].1?.period == "half-year")
    let months = try Hand(kind: .month, counts: waves + waves).judged().caveats
    #expect(
      months.contains {
        if case .autocorrelated(_, let refit?) = $0 { refit.period == "quarter" } else { false }
      })
  }

  @Test func `few acts are tested exactly, and fewer than five not at all`() throws {
    let few = try Hand(counts: [0, 0, 1, 0, 1, 1, 0, 2, 1, 1, 2, 2]).judged()
    #expect(few.caveats.map(\.code).contains("few-events") && few.estimate?.method == .exact)
    #expect(try !Hand(counts: flat).codes().contains("few-events"))
    let none = try Hand(counts: [0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0]).judged()
    #expect(none.verdict == .withheld(.tooFewEvents(3)) && none.estimate == nil)
    #expect(none.verdict.sentence == "No verdict: 3 acts in the periods that may be tested, fewer than 5.")
  }

  @Test func `less than two years make no yearly rate`() throws {
    #expect(try Hand(counts: [3, 4, 5, 6, 7, 8, 9]).judged().verdict == .withheld(.tooShort(years: 1.75)))
  }

  @Test func `one source that carries more than half, and a rise that is its alone`() throws {
    let half = rising.map { $0 / 2 }
    #expect(try !Hand(counts: rising, sources: ["TASS": half]).codes().contains("one-source"))
    let most = zip(rising, flat).map { max(0, $0 - $1 / 3) }
    #expect(try Hand(counts: rising, sources: ["TASS": most]).codes().contains("one-source"))
    let steady = flat.map { $0 / 3 }
    let added = zip(steady, rising).map { $0 + $1 }
    let caveats = try Hand(counts: added, sources: ["TASS": rising, "RIA": steady]).judged().caveats
    #expect(caveats.contains(.flipsWithoutSource("TASS", .noChangeDetected)))
  }

  @Test func `a verdict that one period makes`() throws {
    let caveats = try Hand(counts: [2, 3, 3, 4, 3, 4, 4, 3, 4, 5, 4, 5, 4, 5, 6, 14]).judged()
    let flips = caveats.caveats.compactMap {
      if case .flipsWithoutPeriod(let at, let to) = $0 { (at, to) } else { nil }
    }
    #expect(flips.count == 1 && flips[0].0.label == "2018-Q4" && flips[0].1 != caveats.verdict, "\(caveats)")
  }

  @Test func `a verdict that the immature tail would change`() throws {
    let caveats = try Hand(counts: rising + [1, 0], tail: 2).judged()
    #expect(caveats.verdict == .rise)
    #expect(caveats.caveats.contains(.flipsWithTail(2, .noChangeDetected)), "\(caveats.caveats)")
    #expect(try Hand(counts: rising + [12, 13], tail: 2).judged().caveats.isEmpty)
  }

  @Test func `where delays are unknown the last periods are left out for once`() throws {
    let late = [2, 3, 3, 4, 3, 4, 4, 3, 4, 5, 4, 5, 4, 5, 6, 14]
    let known = try Hand(counts: late).codes(), unknown = try Hand(counts: late, isDelayUnknown: true).codes()
    #expect(!known.contains("flips-without-the-last-periods"))
    #expect(unknown.contains("flips-without-the-last-periods"))
  }

  @Test func `a rise that follows what was read`() throws {
    let read = rising.map { Double($0) * 100 }
    let caveats = try Hand(counts: rising, volume: read).judged().caveats
    #expect(
      caveats.contains {
        if case .volumeDisagrees(_, .noChangeDetected, per: "text read") = $0 { true } else { false }
      })
    #expect(try Hand(counts: rising, volume: rising.map { _ in 100 }).judged().caveats.isEmpty)
  }

  @Test func `a rise that weak grades carry`() throws {
    let weak = try Hand(counts: rising, graded: rising.map { min($0, 3) }).judged().caveats
    #expect(weak.map(\.code) == ["weak-grades-carry-it"])
    #expect(try Hand(counts: rising, graded: rising.map { max(1, $0 - 1) }).judged().caveats.isEmpty)
    #expect(try Hand(counts: flat, graded: flat.map { _ in 0 }).judged().caveats.isEmpty)
  }

  @Test func `dates that are too wide for the test`() throws {
    #expect(try Hand(counts: flat, notPlaced: 20).codes() == ["imprecise-dates"])
    #expect(try Hand(counts: flat, notPlaced: 5).codes().isEmpty)
  }

  @Test func `a verdict that random places of wide dates would change`() throws {
    // Twelve acts known to lie in the first two years: wherever they lie, the rise is gone.
    let early = [ClosedRange<Day>](repeating: Day("2015-01-01")!...Day("2016-12-31")!, count: 30)
    let gone = try Hand(counts: rising, notPlaced: 30, wide: early).judged()
    #expect(gone.verdict == .rise)
    let found = gone.caveats.compactMap { if case .flipsWithDates(let places) = $0 { places } else { nil } }
    #expect(found.count == 1 && found[0].acts == 30 && found[0].rounds == 200 && found[0].other >= 10)
    #expect(found[0].verdict == .noChangeDetected && found[0].ratios.lowerBound < found[0].ratios.upperBound)
    #expect(try Hand(counts: rising, notPlaced: 30, wide: early).judged().caveats == gone.caveats, "seeded")
    // As wide, and over all years: the rise stands wherever they lie.
    let spread = [ClosedRange<Day>](repeating: Day("2015-01-01")!...Day("2018-12-31")!, count: 8)
    let codes = try Hand(counts: rising, notPlaced: 8, wide: spread).codes()
    #expect(!codes.contains("flips-with-imprecise-dates"))
    // Outside what is tested they are nobody's.
    let before = [ClosedRange<Day>](repeating: Day("2010-01-01")!...Day("2014-12-31")!, count: 30)
    #expect(try !Hand(counts: rising, wide: before).codes().contains("flips-with-imprecise-dates"))
  }

  @Test func `a rise that each source by itself does not have`() throws {
    let steady = flat.map { $0 / 2 }
    let new = flat.indices.map { $0 < 8 ? 0 : 6 }
    let counts = zip(steady, new).map { $0 + $1 }
    let (all, late) = (counts.map { _ in 91 }, counts.indices.map { $0 < 8 ? 0 : 91 })
    let caveats = try Hand(
      counts: counts, sources: ["TASS": steady, "RIA": new], watchedDays: ["TASS": all, "RIA": late]
    ).judged()
    #expect(caveats.verdict == .rise)
    let found = caveats.caveats.compactMap {
      if case .sourcesDisagree(let halves) = $0 { halves } else { nil }
    }
    #expect(found.count == 1 && found[0].together > 2, "\(caveats.caveats)")
    #expect(try #require(found.first?.bySource) < 1.2 && found[0].verdict == .noChangeDetected)
    // Both watched throughout, the rise is that of the world.
    let watched = ["TASS": all, "RIA": all]
    #expect(
      try !Hand(counts: counts, sources: ["TASS": steady, "RIA": new], watchedDays: watched).codes().contains(
        "sources-disagree"))
    // One source until the middle, another from there on: nothing can be told.
    let old = counts.indices.map { $0 < 8 ? 3 : 0 }, young = counts.indices.map { $0 < 8 ? 0 : 9 }
    let turned = try Hand(
      counts: zip(old, young).map { $0 + $1 }, sources: ["TASS": old, "RIA": young],
      watchedDays: ["TASS": counts.indices.map { $0 < 8 ? 91 : 0 }, "RIA": late]
    ).judged()
    #expect(
      turned.caveats.contains {
        if case .sourcesDisagree(let halves) = $0 { halves.bySource == nil } else { false }
      }, "\(turned.caveats)")
  }

  @Test func `an adjusted p decides, and being one of many is no flip`() throws {
    let weak = [3, 3, 4, 4, 3, 5, 4, 5, 4, 5, 6, 6, 6, 7, 6, 9]
    let alone = try Hand(counts: weak).judged(), many = try Hand(counts: weak).judged(tests: 40)
    #expect(alone.verdict == .rise && many.verdict == .noChangeDetected)
    #expect(!many.caveats.map(\.code).contains { $0.hasPrefix("flips") && $0 != "flips-without-a-period" })
  }
}
