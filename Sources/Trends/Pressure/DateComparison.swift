internal import Statistics

/// The counts before and after one date, held against the control and against other dates.
struct DateComparison {
  /// After over before.
  let ratio: Double
  /// That over the control's.
  let relative: Double
  let widened: WidenedRateRatio
  /// How much more than independent acts neighbouring periods differ, 1 at least.
  let dispersion: Double
  /// One for each placebo date.
  let placebos: [Cut.Figure]
  let rank: Int
  /// The greater of the rank among the placebo dates and the p of the ratio; nil with too few dates.
  let p: Double?

  /// Compares; nil where nothing was counted on both sides, or nothing of the control on one.
  init?(_ values: [Int], _ others: [Int]?, _ cut: Cut) {
    let found = cut.figure(values, others, at: cut.place)
    guard let ratio = found.ratio, let relative = found.relative else { return nil }
    let spread = { (counts: [Int]) in
      try? NeighbourDispersion(
        [Array(counts[..<cut.untouched]), Array(counts[cut.place...])],
        merged: [cut.width / 8, cut.width / 4])
    }
    let (own, sums) = (spread(values), cut.sums(values, at: cut.place))
    let control = others.map { others in
      let sums = cut.sums(others, at: cut.place)
      return (before: sums.before, after: sums.after, dispersion: spread(others)?.widening ?? 1)
    }
    guard
      let widened = try? WidenedRateRatio(
        before: sums.before, after: sums.after, dispersion: own?.widening ?? 1, control: control)
    else { return nil }
    (self.ratio, self.relative, self.widened) = (ratio, relative, widened)
    dispersion = max(1, own?.dispersion ?? 1)
    placebos = cut.placebos.map { cut.figure(values, others, at: $0) }
    rank = 1 + placebos.count { $0.distance >= found.distance }
    p =
      placebos.count < Impact.leastPlacebos
      ? nil : max(Double(rank) / Double(placebos.count + 1), widened.p)
  }
}
