public import Calendar
public import Records
public import SQLite
internal import Statistics
internal import TimeSeries

/// What became of the forecasts: scored when their period is mature, against the naive law. Of several forecasts of one
/// period made the same number of periods before, the first counts.
public struct Scorecard: Sendable {
  /// One series with its scores.
  public struct Line: Equatable, Sendable {
    /// The series.
    public let series: ForecastSeries
    /// Forecasts made.
    public let made: Int
    /// Those whose period is mature.
    public let scored: Int
    /// The means over those; nil where none is.
    public let scores: Scores?
    /// The highest label of what went in.
    public let label: Label

    /// Fewer scored forecasts than this tell nothing of a method.
    public static let least = 6

    /// True if the naive law did better: what the method says is not shown then.
    public var isWorse: Bool { scored >= Self.least && (scores.map { $0.crps > $0.naiveCRPS } ?? false) }
  }

  /// Mean scores: lower is better; and how often what came lay in the ranges.
  public struct Scores: Equatable, Sendable {
    /// The continuous ranked probability score, in acts.
    public var crps = 0.0
    /// The same of the naive law.
    public var naiveCRPS = 0.0
    /// The weighted interval score over 50, 80 and 95 %, in acts.
    public var wis = 0.0
    /// The same of the naive law.
    public var naiveWIS = 0.0
    /// The interval score of the 80 % range, in acts.
    public var interval = 0.0
    /// The same of the naive law.
    public var naiveInterval = 0.0
    /// The share of counts within the ranges of 50, 80 and 95 %.
    public var inside = [0.0, 0.0, 0.0]

    /// 1 - CRPS / naive CRPS: above 0 the method is better; nil where the naive one was exact.
    public var skill: Double? { naiveCRPS > 0 ? 1 - crps / naiveCRPS : nil }
  }

  /// By series.
  public let lines: [Line]

  /// The line of a series; nil where nothing was forecast of it.
  public subscript(series: ForecastSeries) -> Line? { lines.first { $0.series == series } }

  /// Scores, in one state of the file.
  /// - Throws: `QuestionError` or `SQLiteError`.
  public static func read(asOf day: Day, from connection: Connection) throws -> Scorecard {
    try connection.snapshot {
      let stored = try ForecastTable.all(in: connection).map(\.forecast)
      guard !stored.isEmpty else { return Scorecard(lines: []) }
      let counts = try Counted(stored, asOf: day, connection)
      let groups = Dictionary(grouping: stored, by: \.series)
      return Scorecard(lines: groups.map { line($0, $1, counts) }.sorted { $0.series < $1.series })
    }
  }

  private static func line(_ series: ForecastSeries, _ all: [Forecast], _ counts: Counted) -> Line {
    var seen: Set<[String]> = []
    let firsts = all.filter { seen.insert([$0.period.label, String($0.ahead)]).inserted }
    let scores = firsts.compactMap { forecast in
      counts.count(series, forecast.period).flatMap { Scores(forecast, $0) }
    }
    return Line(
      series: series, made: firsts.count, scored: scores.count, scores: Scores(meanOf: scores),
      label: max(counts.label, all.map(\.label).max() ?? .clear))
  }

  /// The counts of the mature periods of all series that were forecast.
  private struct Counted {
    private var series: [PeriodKind: MatureSeries] = [:]

    init(_ forecasts: [Forecast], asOf day: Day, _ connection: Connection) throws {
      let coverage = try Coverage.read(from: connection)
      for kind in Set(forecasts.map(\.period.kind)) {
        series[kind] = try MatureSeries.read(
          ForecastSet.dimensions, per: kind, asOf: day, coverage, from: connection)
      }
    }

    var label: Label { series.values.map(\.label).max() ?? .clear }

    /// nil where the period is not mature, or was not watched.
    func count(_ of: ForecastSeries, _ period: Period) -> Int? {
      guard let found = series[of.kind], let place = found.periods.firstIndex(of: period) else { return nil }
      let stratum = found.strata.first {
        ($0.dimension?.rawValue ?? "total") == of.dimension && $0.code == of.code
      }
      return stratum?.counts[place] ?? 0
    }
  }
}

extension Scorecard.Scores {
  private static let levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  /// Of one forecast and what came.
  init?(_ forecast: Forecast, _ count: Int) {
    let (law, naive) = (forecast.law.distribution, forecast.naive.distribution)
    guard let crps = law.crps(count), let naiveCRPS = naive.crps(count), let wis = Self.wis(law, count),
      let naiveWIS = Self.wis(naive, count), let own = forecast.law.ranges, let other = forecast.naive.ranges
    else { return nil }
    (self.crps, self.naiveCRPS, self.wis, self.naiveWIS) = (crps, naiveCRPS, wis, naiveWIS)
    interval = Self.interval(own.most, count)
    naiveInterval = Self.interval(other.most, count)
    inside = [own.half, own.most, own.nearly].map { $0.contains(count) ? 1 : 0 }
  }

  private static func wis(_ law: CountDistribution, _ count: Int) -> Double? {
    let quantiles = levels.compactMap { law.quantile($0).map(Double.init) }
    return (try? WeightedIntervalScore(levels: levels, quantiles: quantiles))?(Double(count))?.total
  }

  private static func interval(_ range: ClosedRange<Int>, _ count: Int) -> Double {
    Interval(lower: Double(range.lowerBound), upper: Double(range.upperBound)).score(
      Double(count), confidence: 0.8) ?? 0
  }

  /// The means; nil of none.
  init?(meanOf all: [Scorecard.Scores]) {
    guard !all.isEmpty else { return nil }
    let mean = { (value: (Scorecard.Scores) -> Double) in all.map(value).reduce(0, +) / Double(all.count) }
    (crps, naiveCRPS) = (mean(\.crps), mean(\.naiveCRPS))
    (wis, naiveWIS) = (mean(\.wis), mean(\.naiveWIS))
    (interval, naiveInterval) = (mean(\.interval), mean(\.naiveInterval))
    inside = (0..<3).map { place in mean { $0.inside[place] } }
  }
}
