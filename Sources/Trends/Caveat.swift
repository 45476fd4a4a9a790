public import Calendar
internal import TimeSeries

/// What a reader has to know before reading a table as a trend. Each has a trigger of its own.
public enum Caveat: Equatable, Sendable {
  // Of a table as a whole.

  /// The as-of day, or the end of what was looked at, lies inside the last bin.
  case lastPeriodIncomplete(Period, to: Day)
  /// More than one in ten counted observations has a date wider than a bin.
  case manyNotPlaced(Int, of: Int, PeriodKind)
  /// More, or fewer, sources were watched at the end of what is tested than at its beginning.
  case sourcesChanged(from: Int, to: Int)

  // Of one row.

  /// Dispersion above 1.5.
  case overdispersed(Double)
  /// Neighbouring periods resemble each other: the first autocorrelation, and what longer periods say.
  case autocorrelated(Double, refit: Refit?)
  /// Fewer than 20 acts: tested exactly.
  case fewEvents(Int)
  /// More than half of the acts rest on one outlet alone.
  case oneSource(String, Int, of: Int)
  /// The verdict would be another without one period.
  case flipsWithoutPeriod(Period, Verdict)
  /// The verdict would be another without what rests on the largest source alone.
  case flipsWithoutSource(String, Verdict)
  /// The verdict would be another with the periods that are not mature yet.
  case flipsWithTail(Int, Verdict)
  /// Nothing is known of delays, and the verdict would be another without the last periods.
  case flipsWithoutLast(Int, Verdict)
  /// Held against what was looked at, the rate does something else: yearly ratio and verdict, per what.
  case volumeDisagrees(Double, Verdict, per: String)
  /// Each source held against itself only, the later half has another ratio to the earlier one than all acts together say.
  case sourcesDisagree(SourcesByHalf)
  /// The verdict does not hold among acts graded B3 or better.
  case weakGrades(kept: Int, of: Int, Verdict)
  /// More than one in ten acts has a date wider than the periods tested.
  case imprecise(Int, of: Int, period: String)
  /// With the acts of wider dates placed at random the verdict would often be another.
  case flipsWithDates(RandomPlaces)

  /// A trend in longer periods.
  public struct Refit: Equatable, Sendable {
    /// What the periods are.
    public let period: String
    /// The yearly ratio.
    public let ratio: Double
    /// What it says for itself.
    public let verdict: Verdict
  }

  /// One word for programs.
  public var code: String {
    switch self {
    case .lastPeriodIncomplete: "last-period-incomplete"
    case .manyNotPlaced: "many-not-placed"
    case .sourcesChanged: "sources-changed"
    case .overdispersed: "over-dispersion"
    case .autocorrelated: "autocorrelation"
    case .fewEvents: "few-events"
    case .oneSource: "one-source"
    case .flipsWithoutPeriod: "flips-without-a-period"
    case .flipsWithoutSource: "flips-without-the-largest-source"
    case .flipsWithTail: "flips-with-the-immature-tail"
    case .flipsWithoutLast: "flips-without-the-last-periods"
    case .volumeDisagrees: "raw-and-per-volume-disagree"
    case .sourcesDisagree: "sources-disagree"
    case .weakGrades: "weak-grades-carry-it"
    case .imprecise: "imprecise-dates"
    case .flipsWithDates: "flips-with-imprecise-dates"
    }
  }

  /// The caveat in words.
  public var sentence: String {
    switch self {
    case .lastPeriodIncomplete(let period, let day):
      "Last period incomplete: \(period) is counted to \(day) only."
    case .manyNotPlaced(let count, let total, let kind):
      "\(count) of \(total) counted observations are dated more widely than a \(kind.rawValue) and stand in no column."
    case .sourcesChanged(let from, let to):
      "\(from) sources were watched at the beginning of what is tested and \(to) at its end; --sources same counts those watched throughout."
    case .overdispersed(let dispersion):
      "the counts vary \(TrendNumber.ratio(dispersion)) times as much as independent acts would"
    case .autocorrelated(let r, let refit):
      "neighbouring periods resemble each other (r \(TrendNumber.ratio(r)))" + (refit.map(Self.words) ?? "")
    case .fewEvents(let count): "only \(count) acts: tested exactly"
    case .oneSource(let name, let count, let total): "\(count) of \(total) acts rest on \(name) alone"
    case .flipsWithoutPeriod(let period, let verdict): "without \(period) alone: \(verdict.sentence)"
    case .flipsWithoutSource(let name, let verdict):
      "without what rests on \(name) alone: \(verdict.sentence)"
    case .flipsWithTail(let count, let verdict):
      "with the \(count == 1 ? "period that is" : "\(count) periods that are") not mature yet: \(verdict.sentence)"
    case .flipsWithoutLast(let months, let verdict):
      "how late entries come is unknown; without the last \(months) months: \(verdict.sentence)"
    case .volumeDisagrees(let ratio, let verdict, let per):
      "per \(per): x\(TrendNumber.ratio(ratio)) a year, \(verdict.sentence)"
    case .sourcesDisagree(let halves): halves.sentence
    case .weakGrades(let kept, let total, let verdict):
      "among the \(kept) of \(total) acts graded B3 or better: \(verdict.sentence)"
    case .imprecise(let count, let total, let period):
      "\(count) of \(total) acts are dated more widely than a \(period) and left out of the test"
    case .flipsWithDates(let places): places.sentence
    }
  }

  private static func words(_ refit: Refit) -> String {
    "; by \(refit.period): x\(TrendNumber.ratio(refit.ratio)) a year, \(refit.verdict.sentence)"
  }

  static func all(for table: SeriesTable, _ coverage: Coverage) -> [Caveat] {
    var out: [Caveat] = []
    let end = min(table.question.asOf, end(of: coverage) ?? table.question.asOf)
    // On its last day a bin is complete: as of a day means its end.
    if let last = table.periods.last, last.first <= end, end < last.last {
      out.append(.lastPeriodIncomplete(last, to: end))
    }
    if let counted = table.blocks.first(where: { $0.series == .counted })?.total,
      counted.notPlaced * 10 > counted.total
    {
      out.append(.manyNotPlaced(counted.notPlaced, of: counted.total, table.question.kind))
    }
    return out
  }

  /// The last day that any source was looked at; nil while one goes on, or with none on record.
  private static func end(of coverage: Coverage) -> Day? {
    let ends = coverage.sources.map { $0.ends.flatMap { Day($0) } }
    return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
  }
}
