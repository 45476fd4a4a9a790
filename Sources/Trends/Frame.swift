internal import Calendar
internal import SQLite
internal import TimeSeries

/// All that the tests of one length of periods need, over one range.
struct Frame {
  let kind: PeriodKind
  let periods: [Period]
  /// The periods that may be tested: of ``periods`` from the first on.
  let mature: Int
  let table: SeriesTable
  /// The same, of acts graded B3 or better; nil where the question has a grade view already.
  let graded: SeriesTable?
  let bySource: [CountedAs: SourceCounts]
  /// The dates that are wider than a period.
  let wide: [CountedAs: [WideDates]]
  /// On how many days of each period an outlet was watched, by its name.
  let watchedDays: [String: [Int]]
  let volume: (values: [Double], per: String)?
  /// Nothing is known of how late entries come.
  let isDelayUnknown: Bool
  /// Outlets watched in the first and in the last period that is tested.
  let watched: (first: Int, last: Int)?

  /// Acts of a series that rest on one outlet alone: in all, and by code; by outlet, in the periods of the frame.
  struct SourceCounts {
    var total: [String: [Int]] = [:]
    var byCode: [String: [String: [Int]]] = [:]
  }
}

extension Frame {
  /// Reads it; nil where no whole period was watched.
  init?(
    _ question: Question, _ kind: PeriodKind, _ shown: SeriesTable, _ coverage: Coverage,
    _ delays: EntryDelays, from connection: Connection
  ) throws {
    guard let range = Self.range(question, kind, shown.panel, coverage) else { return nil }
    let asked = question.per(kind).over(first: range.first, last: range.last).watching(shown.panel).unlimited
    let table = try SeriesTable.read(asked, from: connection)
    let periods = table.periods
    self.kind = kind
    self.periods = periods
    self.table = table
    graded =
      question.views.grade == .all
      ? try SeriesTable.read(asked.viewed { $0.grade = .b3 }, from: connection) : nil
    mature = Self.mature(periods, delays)
    isDelayUnknown = delays.isUnknown
    bySource = try Self.sources(asked, periods, connection)
    let exposure = try Exposure.read(
      periods, panel: shown.panel, coverage: coverage, from: connection)
    watchedDays = exposure.days
    let isWide = table.blocks.filter { $0.total.notPlaced > 0 }.map(\.series)
    wide = Dictionary(
      uniqueKeysWithValues: try isWide.map { ($0, try asked.wideDates($0, from: connection)) })
    volume = Self.volume(exposure, mature)
    let outlets = exposure.sources.prefix(mature).map { Int($0.rounded()) }
    watched = outlets.first.flatMap { first in outlets.last.map { (first, $0) } }
  }

  /// The whole periods of the last unbroken watch, up to the as-of day, within what was asked for.
  static func range(
    _ question: Question, _ kind: PeriodKind, _ panel: Panel?, _ coverage: Coverage
  ) -> (first: Day, last: Day)? {
    let spans = question.views.sources == .same ? panel.map { [$0.first...$0.last] } ?? [] : coverage.watched
    let end = min(question.asOf, question.last ?? question.asOf)
    guard let span = spans.last(where: { $0.lowerBound <= end }) else { return nil }
    let start = max(span.lowerBound, question.first ?? span.lowerBound)
    let stop = min(span.upperBound, end)
    guard start <= stop else { return nil }
    let first = Period(containing: start, kind: kind)
    let last = Period(containing: stop.advanced(by: 1), kind: kind)
    let from = first.first == start ? first.first : first.next.first
    let to = last.first.advanced(by: -1)
    return from <= to ? (from, to) : nil
  }

  /// How many periods are left when the immature ones at the end are taken off.
  static func mature(_ periods: [Period], _ delays: EntryDelays) -> Int {
    if delays.isUnknown { return periods.count }
    let last = periods.lastIndex { (delays.share(of: $0) ?? 0) >= EntryDelays.mature }
    return last.map { $0 + 1 } ?? 0
  }

  private static func sources(
    _ question: Question, _ periods: [Period], _ connection: Connection
  ) throws -> [CountedAs: SourceCounts] {
    let places = Dictionary(uniqueKeysWithValues: zip(periods.map(\.label), periods.indices))
    var out: [CountedAs: SourceCounts] = [:]
    let zeros = [Int](repeating: 0, count: periods.count)
    for series in CountedAs.shown {
      var counts = SourceCounts()
      for found in try question.bySource(series, from: connection) {
        guard let place = places[found.period] else { continue }
        if let code = found.code {
          counts.byCode[code, default: [:]][found.outlet, default: zeros][place] += found.count
        } else {
          counts.total[found.outlet, default: zeros][place] += found.count
        }
      }
      out[series] = counts
    }
    return out
  }

  /// Texts read, where there are some in every period; else watched sources, where their number changes.
  private static func volume(_ exposure: Exposure, _ mature: Int) -> (values: [Double], per: String)? {
    let texts = exposure.texts.prefix(mature).map(Double.init)
    if !texts.isEmpty, texts.allSatisfy({ $0 > 0 }) { return (exposure.texts.map(Double.init), "text read") }
    let sources = exposure.sources.prefix(mature)
    guard let first = sources.first, sources.allSatisfy({ $0 > 0 }), sources.contains(where: { $0 != first })
    else { return nil }
    return (exposure.sources, "watched source")
  }

  /// The counts of a code, or of the total for nil; zeros where nothing was found.
  func counts(_ series: CountedAs, _ code: String?, in table: SeriesTable) -> Counts {
    let block = table.blocks.first { $0.series == series }
    guard let code else { return block?.total ?? Counts(bins: periods.count) }
    return block?.rows.first { $0.code == code }?.counts ?? Counts(bins: periods.count)
  }

  func tested(_ counts: [Int], _ length: Int? = nil) -> TestedCounts {
    let length = length ?? mature
    return TestedCounts(
      months: kind.months, periods: Array(periods.prefix(length)), counts: Array(counts.prefix(length)))
  }
}
