public import Calendar
public import Records
public import Statistics
public import TimeSeries

/// What a count may be: a law of mean and variance, as it is stored.
public struct ForecastLaw: Equatable, Sendable {
  /// The expected count.
  public let mean: Double
  /// Its variance; not below the mean.
  public let variance: Double

  /// The law as the methods use it: Poisson, or negative binomial.
  public var distribution: CountDistribution {
    .quasiPoisson(mean: mean, dispersion: mean > 0 ? variance / mean : 1)
  }

  /// As stored.
  public init(mean: Double, variance: Double) {
    self.mean = mean
    self.variance = variance
  }

  init?(_ distribution: CountDistribution) {
    guard let mean = distribution.mean, let variance = distribution.variance else { return nil }
    self.init(mean: mean, variance: variance)
  }

  /// The median, and the shortest ranges that hold 50, 80 and 95 of 100; nil where the mean is out of all bounds.
  public var ranges: Ranges? {
    let law = distribution
    guard let median = law.quantile(0.5), let half = law.shortestRange(holding: 0.5),
      let most = law.shortestRange(holding: 0.8), let nearly = law.shortestRange(holding: 0.95)
    else { return nil }
    return Ranges(median: median, half: half, most: most, nearly: nearly)
  }

  /// What is shown of a law.
  public struct Ranges: Equatable, Sendable {
    /// As often more as less.
    public let median: Int
    /// Holds 50 of 100.
    public let half: ClosedRange<Int>
    /// Holds 80 of 100.
    public let most: ClosedRange<Int>
    /// Holds 95 of 100.
    public let nearly: ClosedRange<Int>
  }
}

/// The two laws of the next periods: the method's, and a naive one that it has to beat.
///
/// The method: the mean of the last two years with their dispersion and the uncertainty of the mean
/// (``CountForecast/overdispersed(window:periods:)``). The naive one: the last year alone, taken as Poisson counts
/// (``CountForecast/gammaPoisson(window:periods:)``).
public struct ForecastLaws: Equatable, Sendable {
  /// The method's.
  public let law: ForecastLaw
  /// The naive one.
  public let naive: ForecastLaw
  /// Periods that the method learned from.
  public let window: Int
  /// Periods that the naive one learned from.
  public let year: Int

  /// From the counts of mature periods, the last one last; nil where there are too few.
  public init?(_ counts: [Int], per kind: PeriodKind) {
    let size = Self.windows(kind)
    let window = Array(counts.suffix(size.most))
    guard window.count >= size.least, let law = try? CountForecast.overdispersed(window: window),
      let naive = try? CountForecast.gammaPoisson(window: Array(counts.suffix(size.year))),
      let own = ForecastLaw(law), let other = ForecastLaw(naive)
    else { return nil }
    (self.law, self.naive, self.window, year) = (own, other, window.count, size.year)
  }

  /// The most and the fewest periods that are learned from, and those of a year.
  public static func windows(_ kind: PeriodKind) -> (most: Int, least: Int, year: Int) {
    switch kind {
    case .month: (24, 12, 12)
    case .quarter: (20, 8, 4)
    case .year: (15, 6, 1)
    }
  }

  func method(_ kind: PeriodKind) -> String {
    "negative binomial, mean and dispersion of \(window) \(kind.rawValue)s; naive: gamma-Poisson of the last \(year)"
  }
}

/// What is said of one period of one series before it comes.
public struct Forecast: Equatable, Sendable {
  /// nil: all acts that count.
  public let dimension: Dimension?
  /// The code; empty for all acts.
  public let code: String
  /// The name for people.
  public let name: String
  /// The period.
  public let period: Period
  /// How many periods after that of the day it was made.
  public let ahead: Int
  /// The method's law.
  public let law: ForecastLaw
  /// The naive law.
  public let naive: ForecastLaw
  /// The first and the last period it was learned from.
  public let learned: (first: String, last: String)
  /// Both methods in words.
  public let method: String
  /// The highest label of what went in.
  public let label: Label

  /// Which series: the same in all forecasts of it.
  public var series: ForecastSeries {
    ForecastSeries(dimension: dimension?.rawValue ?? "total", code: code, kind: period.kind)
  }

  /// By everything but the names.
  public static func == (left: Forecast, right: Forecast) -> Bool {
    (left.series, left.period, left.ahead, left.law, left.naive)
      == (right.series, right.period, right.ahead, right.law, right.naive)
  }
}

/// What forecasts are about: one stratum by month, quarter or year.
public struct ForecastSeries: Hashable, Comparable, Sendable {
  /// `mechanism`, `sector`, `flow`; `total` for all acts.
  public let dimension: String
  /// The code; empty for all acts.
  public let code: String
  /// The length of the periods.
  public let kind: PeriodKind

  /// The total first, then by dimension and code.
  public static func < (left: ForecastSeries, right: ForecastSeries) -> Bool {
    (left.kind.months, left.dimension == "total" ? "" : left.dimension, left.code)
      < (right.kind.months, right.dimension == "total" ? "" : right.dimension, right.code)
  }
}
