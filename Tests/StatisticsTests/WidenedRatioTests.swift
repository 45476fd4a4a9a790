import Statistics
import Testing

@Suite struct `A rate ratio that is widened` {
  @Test func `is the exact one at dispersion 1`() throws {
    for (before, after) in [(10, 3), (4, 9), (0, 5), (6, 0)] {
      let wide = try WidenedRateRatio(before: before, after: after, dispersion: 1)
      let exact = try RateRatio(after, over: 1, to: before, over: 1)
      let interval = try #require(exact.interval())
      #expect(abs(wide.interval.lower - interval.lower) < 1e-9 * max(1, interval.lower), "\(before) \(after)")
      #expect(
        wide.interval.upper == interval.upper
          || abs(wide.interval.upper - interval.upper) < 1e-9 * interval.upper)
      #expect(abs(wide.p - exact.p) < 1e-9, "\(before) \(after)")
    }
  }

  @Test func `against a control is Wald's at dispersion 1, and wider above`() throws {
    let wald = try RatioOfRateRatios(before: 40, after: 20, controlBefore: 50, controlAfter: 60)
    let one = try WidenedRateRatio(before: 40, after: 20, dispersion: 1, control: (50, 60, 1))
    let interval = try #require(wald.interval())
    #expect(
      abs(one.interval.lower - interval.lower) < 1e-9 && abs(one.interval.upper - interval.upper) < 1e-9)
    let wide = try WidenedRateRatio(before: 40, after: 20, dispersion: 3, control: (50, 60, 3))
    #expect(wide.interval.lower < one.interval.lower && wide.interval.upper > one.interval.upper)
    #expect(wide.p > one.p)
  }

  @Test func `has an end where a side is empty, and no estimate without a control's`() throws {
    let stop = try WidenedRateRatio(before: 40, after: 0, dispersion: 1, control: (50, 60, 1))
    #expect(stop.interval.upper < 1 && stop.p < 0.05)
    #expect(throws: StatisticsError.self) { try WidenedRateRatio(before: 0, after: 0, dispersion: 1) }
    #expect(throws: StatisticsError.self) {
      try WidenedRateRatio(before: 4, after: 9, dispersion: 1, control: (0, 5, 1))
    }
  }

  @Test func `the p is below 0.05 where the interval leaves out 1`() throws {
    for after in 0...60 {
      for dispersion in [1, 1.7, 4] {
        let alone = try WidenedRateRatio(before: 30, after: after, dispersion: dispersion)
        #expect((alone.p < 0.05) == (alone.interval.lower > 1 || alone.interval.upper < 1), "\(after)")
        let held = try WidenedRateRatio(
          before: 30, after: after, dispersion: dispersion, control: (25, 25, dispersion))
        #expect((held.p < 0.05) == (held.interval.lower > 1 || held.interval.upper < 1), "\(after)")
      }
    }
  }
}

@Suite struct `How much neighbours differ` {
  @Test func `is variance over mean by differences`() throws {
    let found = try NeighbourDispersion([[4, 8, 4, 8]])
    #expect(abs(found.dispersion - 48.0 / 36) < 1e-12 && found.pairs == 3)
    // No pair joins two runs.
    #expect(try NeighbourDispersion([[1, 1], [90, 90]]).dispersion == 0)
    #expect(throws: StatisticsError.self) { try NeighbourDispersion([[0, 0, 0]]) }
  }

  @Test func `sees shocks that last in merged periods`() throws {
    let lasting = [9, 9, 9, 1, 1, 1, 9, 9, 9, 1, 1, 1]
    let (single, merged) = (
      try NeighbourDispersion([lasting]), try NeighbourDispersion([lasting], merged: [3])
    )
    #expect(merged.dispersion > 3 * single.dispersion && merged.pairs == single.pairs)
    #expect(single.widening > max(1, single.dispersion))
  }
}
