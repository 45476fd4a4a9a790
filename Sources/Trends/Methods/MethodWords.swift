internal import Calendar
internal import Statistics
internal import TimeSeries

extension TrendMethod {
  /// The finding without the name of the method.
  func words(_ input: MethodInput) throws -> String? {
    let tested = input.tested
    switch self {
    case .poisson, .negativeBinomial: return try model(tested)
    case .count, .recent, .share: return rates(input)
    case .seasonalMannKendall, .senSlope, .hamedRao, .pettitt: return try ranks(tested)
    case .changePoint, .bocpd, .optimalPartitioning, .bursts: return try changes(input)
    case .ears, .cusum, .outbreak: return try charts(tested)
    case .mack: return try mack(input.delays)
    }
  }

  // MARK: Models

  private func model(_ tested: TestedCounts) throws -> String? {
    let isSeasonal = tested.months < 12 && tested.years >= 2
    let poisson = try PoissonTrend(
      counts: tested.counts, periodsPerYear: tested.perYear, hasSeason: isSeasonal)
    if self == .poisson { return poisson.waldInterval().map { Self.yearly(poisson.slope, $0) } }
    guard let found = try NegativeBinomialTrend(poisson) else {
      return "no more variation than Poisson counts have"
    }
    return found.profileInterval().map {
      Self.yearly(found.coefficients[1], $0) + ", size \(TrendNumber.ratio(found.size))"
    }
  }

  private static func yearly(_ slope: Double, _ interval: Interval) -> String {
    let limits = Interval(lower: exponential(interval.lower), upper: exponential(interval.upper))
    return "x\(TrendNumber.ratio(exponential(slope))) a year (\(range(limits)))"
  }

  private static func range(_ interval: Interval) -> String {
    "\(TrendNumber.ratio(interval.lower)) to \(TrendNumber.ratio(interval.upper))"
  }

  // MARK: Rates

  private func rates(_ input: MethodInput) -> String? {
    let (tested, counts) = (input.tested, input.tested.counts)
    switch self {
    case .count:
      return counts.last.flatMap { last in
        PoissonInterval(count: last).map {
          "\(last) in \(Self.place(counts.count - 1, tested)), expected \(TrendNumber.ratio($0.lower)) to \(TrendNumber.ratio($0.upper))"
        }
      }
    case .recent:
      let year = max(1, 12 / tested.months)
      let (recent, before) = (counts.suffix(year).reduce(0, +), counts.dropLast(year).reduce(0, +))
      let found = try? RateRatio(recent, over: Double(year), to: before, over: Double(counts.count - year))
      return found?.interval().flatMap { interval in
        found?.estimate.map {
          "x\(TrendNumber.ratio($0)) (\(Self.range(interval))), \(recent) acts in the last year"
        }
      }
    default:
      guard let all = input.all?.reduce(0, +) else { return "all of them" }
      return WilsonInterval(successes: tested.events, trials: all).map {
        "\(tested.events) of \(all) acts, \(Self.percent($0.share)) % (\(Self.percent($0.lower)) to \(Self.percent($0.upper)))"
      }
    }
  }

  private static func percent(_ share: Double) -> String { TrendNumber.fixed(share * 100, 1) }

  // MARK: Ranks

  private func ranks(_ tested: TestedCounts) throws -> String? {
    let values = tested.counts.map(Double.init)
    switch self {
    case .seasonalMannKendall:
      let found = try SeasonalMannKendall(values, period: max(1, 12 / tested.months))
      return "tau \(TrendNumber.fixed(found.tau, 2)), p \(TrendNumber.p(found.p))"
    case .senSlope:
      let found = try SenSlope(values)
      let interval = found.interval().map { " (\(Self.range($0)))" } ?? ""
      return "\(TrendNumber.ratio(found.slope)) acts a \(tested.periodName)\(interval)"
    case .hamedRao:
      return try HamedRao(values).p.map { "p \(TrendNumber.p($0))" }
    default:
      let found = try Pettitt(values)
      return "after \(Self.place(found.place - 1, tested)), p \(TrendNumber.p(found.p))"
    }
  }

  // MARK: Changes

  private func changes(_ input: MethodInput) throws -> String? {
    let (tested, counts) = (input.tested, input.tested.counts)
    switch self {
    case .changePoint:
      let found = try SingleChangePoint(counts)
      return found.probability().map {
        "from \(Self.place(found.mostProbable, tested)) on, probability \(TrendNumber.fixed($0, 2))"
      }
    case .bursts:
      guard let all = input.all else { return "none of its own: all acts are the measure" }
      let found = try KleinbergBatchedBursts(relevant: counts, total: all)
      return Self.list(found.bursts.map { Self.span($0.first...$0.last, tested) })
    case .bocpd:
      let found = try BOCPD(
        counts, hazard: 0.02, rate: 1 / max(0.01, Double(tested.events) / Double(counts.count)))
      return "the present rate has most likely lasted \(found.mostProbable.last ?? 0) \(tested.periodName)s"
    default:
      let found = try OptimalPartitioning(counts, penalty: 2 * logarithm(Double(counts.count)))
      return Self.list(found.changes.map { "from \(Self.place($0, tested)) on" })
    }
  }

  // MARK: Charts

  private func charts(_ tested: TestedCounts) throws -> String? {
    let counts = tested.counts
    switch self {
    case .ears:
      return Self.list(try EARS.c1(counts).filter(\.isAlarm).map { Self.place($0.index, tested) })
    case .cusum:
      let mean = Double(tested.events) / Double(counts.count)
      let chart = try PoissonCUSUM(mean: mean, shiftedMean: 2 * mean)
      let alarms = try chart.chart(counts).enumerated().filter(\.element.isAlarm)
      return Self.list(alarms.map { Self.place($0.offset, tested) })
        + ", run length \(TrendNumber.fixed(chart.inControlRunLength, 0)) in control, \(TrendNumber.fixed(chart.shiftedRunLength, 1)) once doubled"
    default:
      let values = try OutbreakDetection.statistics(counts)
      return values.last.map {
        "statistic \(TrendNumber.ratio($0)) in \(Self.place(counts.count - 1, tested))"
      }
    }
  }

  private func mack(_ delays: EntryDelays) throws -> String? {
    guard let triangle = delays.triangle else { return "nothing is known of delays" }
    let found = try MackChainLadder(triangle.cumulative)
    let error = found.standardErrors.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return
      "\(TrendNumber.fixed(found.reserve, 1)) acts still to come, standard error \(TrendNumber.fixed(error, 1)) if periods are independent"
  }

  // MARK: Places

  private static func place(_ index: Int, _ tested: TestedCounts) -> String {
    tested.periods.indices.contains(index) ? tested.periods[index].label : "\(tested.periodName) \(index + 1)"
  }

  private static func span(_ places: ClosedRange<Int>, _ tested: TestedCounts) -> String {
    let (first, last) = (place(places.lowerBound, tested), place(places.upperBound, tested))
    return first == last ? first : "\(first) to \(last)"
  }

  private static func list(_ places: [String]) -> String {
    places.isEmpty ? "none" : places.joined(separator: ", ")
  }
}
