internal import Calendar
internal import Statistics
internal import TimeSeries

/// Judges the rows of a table: estimates each, adjusts over all, then looks for what speaks against it.
struct Judge {
  let monthly: Frame?
  let quarterly: Frame?

  /// One row, or a total.
  struct Subject {
    let series: CountedAs
    /// nil for a total.
    let code: String?
    let frame: Frame?
    let tested: TestedCounts?
    let estimate: Estimate?
    let reason: Verdict.Reason?
  }

  /// By quarter at the earliest where there are fewer than two acts a month.
  static let leastPerMonth = 2.0

  func subject(_ series: CountedAs, _ code: String?) -> Subject {
    let frame = frame(series, code)
    guard let frame, frame.mature > 0 else {
      return Subject(
        series: series, code: code, frame: frame, tested: nil, estimate: nil, reason: .tooShort(years: 0))
    }
    let tested = frame.tested(frame.counts(series, code, in: frame.table).placed)
    let reason: Verdict.Reason? =
      tested.years < Verdict.leastYears
      ? .tooShort(years: tested.years)
      : tested.events < Verdict.leastEvents ? .tooFewEvents(tested.events) : nil
    let estimate = reason == nil ? Estimate(tested) : nil
    return Subject(
      series: series, code: code, frame: frame, tested: tested, estimate: estimate,
      reason: reason ?? (estimate == nil ? .noEstimate : nil))
  }

  private func frame(_ series: CountedAs, _ code: String?) -> Frame? {
    guard let monthly, monthly.mature > 0 else { return quarterly }
    let events = monthly.counts(series, code, in: monthly.table).placed.prefix(monthly.mature).reduce(0, +)
    return Double(events) >= Self.leastPerMonth * Double(monthly.mature) ? monthly : quarterly
  }

  /// The p of each, adjusted over all that were tested.
  static func adjusted(_ subjects: [Subject]) -> [Double?] {
    let found = subjects.map { $0.estimate?.p }
    return (try? MultipleTesting.benjaminiHochberg(found)) ?? found
  }

  static func verdict(_ subject: Subject, _ adjusted: Double?) -> Verdict {
    if let reason = subject.reason { return .withheld(reason) }
    guard let estimate = subject.estimate, let adjusted, adjusted < Verdict.level else {
      return .noChangeDetected
    }
    return estimate.ratio > 1 ? .rise : .fall
  }
}

/// Looks for what speaks against one verdict.
struct Doubts {
  let subject: Judge.Subject
  let frame: Frame
  let tested: TestedCounts
  let estimate: Estimate
  let verdict: Verdict

  init?(_ subject: Judge.Subject, _ verdict: Verdict) {
    guard let frame = subject.frame, let tested = subject.tested, let estimate = subject.estimate else {
      return nil
    }
    (self.subject, self.frame, self.tested, self.estimate, self.verdict) = (
      subject, frame, tested, estimate, verdict
    )
  }

  var all: [Caveat] {
    [
      spread, autocorrelation, few, source, withoutPeriod, withoutSource, tail, volume, acrossSources, grades,
      precision, allocations,
    ].compactMap { $0 }
  }

  /// What another estimate says for itself, where that is neither what this one says nor the verdict. A verdict of no
  /// change that is due to the number of tests is no flip.
  func flip(_ other: Estimate?) -> Verdict? {
    guard let found = other?.direction, found != estimate.direction, found != verdict else { return nil }
    return found
  }

  func estimate(_ counts: [Int]) -> Estimate? {
    Estimate(TestedCounts(months: tested.months, periods: tested.periods, counts: counts))
  }

  private var spread: Caveat? { estimate.dispersion > 1.5 ? .overdispersed(estimate.dispersion) : nil }

  private var few: Caveat? { tested.events < Estimate.fewEvents ? .fewEvents(tested.events) : nil }

  private var autocorrelation: Caveat? {
    let residuals = estimate.residuals
    let lags = min(12, residuals.count / 4)
    guard lags >= 1, let box = try? LjungBox(residuals, lags: lags) else { return nil }
    let first = box.autocorrelations[0]
    guard box.p < 0.05 || abs(first) > 2 / Double(residuals.count).squareRoot() else { return nil }
    return .autocorrelated(first, refit: refit)
  }

  /// The same by quarter, or by half-year where it was by quarter.
  private var refit: Caveat.Refit? {
    let (size, months) = tested.months == 1 ? (3, 3) : (2, 6)
    guard tested.months < 6, let counts = try? MergedPeriods.counts(tested.counts, every: size) else {
      return nil
    }
    let longer = TestedCounts(months: months, counts: counts)
    return Estimate(longer).map {
      Caveat.Refit(period: longer.periodName, ratio: $0.ratio, verdict: $0.direction)
    }
  }

  // MARK: What is left out

  private var withoutPeriod: Caveat? {
    for place in tested.counts.indices {
      if let flip = flip(Estimate(tested, missing: place)) {
        return .flipsWithoutPeriod(tested.periods[place], flip)
      }
    }
    return nil
  }

  /// What rests on one source alone, by its name, in the periods that are tested.
  var sources: [String: [Int]] {
    let counts = frame.bySource[subject.series]
    let found = (subject.code.map { counts?.byCode[$0] ?? [:] } ?? counts?.total) ?? [:]
    return found.mapValues { Array($0.prefix(tested.counts.count)) }
  }

  private var largest: (name: String, counts: [Int], sum: Int)? {
    sources.map { ($0, $1, $1.reduce(0, +)) }.filter { $0.2 > 0 }.max { ($0.2, $1.0) < ($1.2, $0.0) }
  }

  private var source: Caveat? {
    guard let largest, largest.sum * 2 > tested.events else { return nil }
    return .oneSource(largest.name, largest.sum, of: tested.events)
  }

  private var withoutSource: Caveat? {
    guard let largest else { return nil }
    let rest = zip(tested.counts, largest.counts).map { $0 - $1 }
    // What no longer has enough acts shows no change either.
    let other = estimate(rest)?.direction ?? .noChangeDetected
    return other == estimate.direction || other == verdict ? nil : .flipsWithoutSource(largest.name, other)
  }

  private var tail: Caveat? {
    let counts = frame.counts(subject.series, subject.code, in: frame.table).placed
    if counts.count > tested.counts.count {
      let all = frame.tested(counts, counts.count)
      return flip(Estimate(all)).map { .flipsWithTail(counts.count - tested.counts.count, $0) }
    }
    guard frame.isDelayUnknown else { return nil }
    let short = frame.tested(counts, counts.count - max(1, 3 / tested.months))
    return flip(Estimate(short)).map { .flipsWithoutLast(3, $0) }
  }

  // MARK: What it is held against

  private var volume: Caveat? {
    guard let volume = frame.volume else { return nil }
    let exposures = Array(volume.values.prefix(tested.counts.count))
    guard let other = Estimate(tested, exposures: exposures) else { return nil }
    let isOpposite = verdict != .noChangeDetected && (other.ratio > 1) != (estimate.ratio > 1)
    guard flip(other) != nil || isOpposite else { return nil }
    return .volumeDisagrees(other.ratio, other.direction, per: volume.per)
  }

  private var grades: Caveat? {
    guard verdict == .rise || verdict == .fall, let graded = frame.graded else { return nil }
    let counts = Array(
      frame.counts(subject.series, subject.code, in: graded).placed.prefix(tested.counts.count))
    let other = estimate(counts)?.direction ?? .noChangeDetected
    return other == verdict
      ? nil : .weakGrades(kept: counts.reduce(0, +), of: tested.events, other)
  }

  private var precision: Caveat? {
    let wide = frame.counts(subject.series, subject.code, in: frame.table).notPlaced
    let all = wide + tested.events
    return wide * 10 > all ? .imprecise(wide, of: all, period: tested.periodName) : nil
  }
}
