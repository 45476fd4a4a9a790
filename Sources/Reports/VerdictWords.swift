internal import Calendar
internal import Statistics
internal import TimeSeries
internal import Trends

/// Verdicts in fixed sentences: effect, interval, adjusted p, what it rests on, what speaks against it. No free text.
enum VerdictWords {
  /// For a column: `rise x1.12`, `no change`, `-`; with a star where a caveat says something else.
  static func short(_ trend: Trend, _ set: TrendSet) -> String {
    switch trend.verdict {
    case .rise, .fall:
      "\(trend.verdict.code) x\(trend.estimate.map { TrendNumber.ratio($0.ratio) } ?? "")\(isDoubtful(trend, set) ? "*" : "")"
    case .noChangeDetected: "no change"
    case .withheld: "-"
    }
  }

  /// How wide such a column is.
  static let shortWidth = 11

  private static func isDoubtful(_ trend: Trend, _ set: TrendSet) -> Bool {
    (trend.caveats + set.caveats).contains(where: \.contradicts)
  }

  /// What a star in the column means; nil where there is none.
  static func star(_ set: TrendSet) -> String? {
    let all = set.blocks.flatMap { $0.trends + [$0.total] }.filter { [.rise, .fall].contains($0.verdict) }
    return all.contains { isDoubtful($0, set) } ? "* A caveat says that this may not stand." : nil
  }

  /// What follows a block: each rise and fall in full, the others in one sentence each.
  static func findings(_ block: TrendBlock, _ set: TrendSet) -> [String] {
    guard set.withheld == nil else { return [] }
    let all = block.trends + (block.block.total.total > 0 ? [block.total] : [])
    let found = all.filter { $0.verdict == .rise || $0.verdict == .fall }.map { full($0, set.tests) }
    return found + [unchanged(all, set.tests), unjudged(all)].compactMap { $0 }
  }

  /// One trend in full: `Space: rise. Its rate is multiplied by 1.12 a year (95 % interval ...`.
  static func full(_ trend: Trend, _ tests: Int) -> String {
    guard let estimate = trend.estimate, let tested = trend.tested else {
      return "\(trend.label): \(trend.verdict.sentence)"
    }
    var out =
      "\(trend.label): \(trend.verdict.sentence). x\(TrendNumber.ratio(estimate.ratio)) a year, 95 % interval \(interval(estimate.interval))"
    if let p = trend.adjusted { out += "; p \(TrendNumber.p(p)), adjusted over \(tests) tests" }
    out += "; \(basis(tested))"
    if let tau = estimate.tau {
      out += "; \(ranks(tau, estimate.ratio)) (tau-b \(TrendNumber.fixed(tau, 2)))"
    }
    if trend.verdict == .noChangeDetected { out += "; \(missed(estimate, tests))" }
    out += "."
    if !trend.caveats.isEmpty { out += " Caveats: \(trend.caveats.map(\.sentence).joined(separator: "; "))." }
    return out
  }

  /// Whether ranks say the same; nothing is said of what both take for flat, to the two digits that are shown.
  private static func ranks(_ tau: Double, _ ratio: Double) -> String {
    if abs(tau) < 0.005 { return "ranks say neither" }
    return "ranks \((tau > 0) == (ratio > 1) ? "agree" : "disagree")"
  }

  /// `1.04 to 1.21`; without an upper limit that is said.
  static func interval(_ interval: Interval) -> String {
    let (lower, upper) = (TrendNumber.ratio(interval.lower), interval.upper)
    return upper.isFinite ? "\(lower) to \(TrendNumber.ratio(upper))" : "from \(lower), no upper limit"
  }

  /// `24 quarters, 2020-Q1 to 2025-Q4, 329 acts`.
  static func basis(_ tested: TestedCounts) -> String {
    let span =
      tested.periods.first.flatMap { first in tested.periods.last.map { "\(first) to \($0), " } } ?? ""
    let acts = tested.events == 1 ? "1 act" : "\(tested.events) acts"
    return "\(tested.counts.count) \(tested.periodName)s, \(span)\(acts)"
  }

  private static func missed(_ estimate: Estimate, _ tests: Int) -> String {
    let up = estimate.detectable(tests: tests)
    return
      "a change smaller than x\(TrendNumber.ratio(up)) or x\(TrendNumber.ratio(1 / up)) a year could have been missed"
  }

  private static func unchanged(_ trends: [Trend], _ tests: Int) -> String? {
    let rows = trends.filter { $0.verdict == .noChangeDetected }.compactMap { trend in
      trend.estimate.map { "\(trend.label) x\(TrendNumber.ratio($0.detectable(tests: tests)))" }
    }
    if rows.isEmpty { return nil }
    return
      "No change detected; a smaller yearly change could have been missed: \(rows.joined(separator: "; "))."
  }

  private static func unjudged(_ trends: [Trend]) -> String? {
    let rows = trends.filter { if case .withheld = $0.verdict { true } else { false } }
    let reasons = Set(rows.map(\.verdict.code))
    guard !rows.isEmpty, !reasons.isEmpty else { return nil }
    var groups: [(sentence: String, labels: [String])] = []
    for row in rows {
      let sentence = reason(row.verdict)
      if let place = groups.firstIndex(where: { $0.sentence == sentence }) {
        groups[place].labels.append(row.label)
      } else {
        groups.append((sentence, [row.label]))
      }
    }
    return groups.map { "\($0.sentence): \($0.labels.joined(separator: ", "))." }.joined(separator: " ")
  }

  private static func reason(_ verdict: Verdict) -> String {
    if case .withheld(.tooFewEvents) = verdict {
      return "No verdict, fewer than \(Verdict.leastEvents) acts to test"
    }
    if case .withheld(.onePeriod) = verdict {
      return "No verdict, fewer than \(Verdict.leastEvents) acts outside the fullest period"
    }
    return verdict.sentence.hasSuffix(".") ? String(verdict.sentence.dropLast()) : verdict.sentence
  }
}
