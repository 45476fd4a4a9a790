internal import Calendar
internal import Statistics

/// The later half of what is tested against the earlier one, all acts together, and each source against itself only.
public struct SourcesByHalf: Equatable, Sendable {
  /// The ratio of the rates, sources not told apart.
  public let together: Double
  /// The ratio over sources (Mantel and Haenszel); nil where no source was watched in both halves.
  public let bySource: Double?
  /// What that ratio says.
  public let verdict: Verdict

  var sentence: String {
    let words = "the later half has x\(TrendNumber.ratio(together)) the acts a day of the earlier one"
    guard let bySource else { return "\(words), and no source was watched in both" }
    return "\(words), but x\(TrendNumber.ratio(bySource)) source by source: \(verdict.sentence)"
  }
}

extension Doubts {
  /// Sources that were not watched alike in both halves, and that make the verdict.
  var acrossSources: Caveat? {
    let halves = SourceHalves(self)
    let (together, mine) = (halves.together, halves.bySource)
    guard let together, together.verdict != (mine?.verdict ?? .noChangeDetected) else { return nil }
    let found = mine?.verdict ?? .noChangeDetected
    guard found != verdict else { return nil }
    return .sourcesDisagree(
      SourcesByHalf(together: together.ratio, bySource: mine?.ratio, verdict: found))
  }
}

/// The acts of two halves by the source they rest on alone. What rests on several, or on one without a watch, is a
/// stratum of its own, watched on all days.
private struct SourceHalves {
  private var strata: [MantelHaenszel.Stratum] = []
  private let all: MantelHaenszel.Stratum
  private let dispersion: Double

  init(_ doubts: Doubts) {
    let (tested, frame) = (doubts.tested, doubts.frame)
    let (count, cut) = (tested.counts.count, tested.counts.count / 2)
    dispersion = max(1, doubts.estimate.dispersion)
    let days = tested.periods.map { $0.last.number - $0.first.number + 1 }
    let sum = { (values: [Int]) in
      (after: values[cut..<count].reduce(0, +), before: values[..<cut].reduce(0, +))
    }
    let whole = sum(days)
    var rest = tested.counts
    for (name, counts) in doubts.sources {
      guard let watched = frame.watchedDays[name].map({ sum($0) }), watched.after + watched.before > 0
      else { continue }
      let mine = sum(counts)
      for place in rest.indices { rest[place] -= counts[place] }
      guard watched.after > 0, watched.before > 0 else { continue }
      strata.append(Self.stratum(mine, watched))
    }
    let others = sum(rest)
    if others.after + others.before > 0 { strata.append(Self.stratum(others, whole)) }
    all = Self.stratum(sum(tested.counts), whole)
  }

  private static func stratum(
    _ acts: (after: Int, before: Int), _ days: (after: Int, before: Int)
  ) -> MantelHaenszel.Stratum {
    .init(after: acts.after, over: Double(days.after), before: acts.before, over: Double(days.before))
  }

  var together: (ratio: Double, verdict: Verdict)? { ratio(of: [all]) }
  var bySource: (ratio: Double, verdict: Verdict)? { ratio(of: strata) }

  /// The ratio with what it says, its error widened by the dispersion of the series.
  private func ratio(of strata: [MantelHaenszel.Stratum]) -> (ratio: Double, verdict: Verdict)? {
    guard let found = try? MantelHaenszel(strata), let z = SpecialFunctions.normalQuantile(0.975) else {
      return nil
    }
    let factor = exponential(z * found.logStandardError * dispersion.squareRoot())
    let verdict: Verdict =
      found.ratio > factor ? .rise : found.ratio * factor < 1 ? .fall : .noChangeDetected
    return (found.ratio, verdict)
  }
}
