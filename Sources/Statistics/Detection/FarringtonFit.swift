extension FarringtonFlexible {
  /// The bound of the count at `index`, from 0; counts that are missing are nil and left out of the
  /// reference.
  public init(_ counts: [Int?], at index: Int, settings: Settings = Settings()) throws(StatisticsError) {
    let reference = try Self.reference(counts, index, settings)
    guard let count = counts[index] else { throw .value(index: index) }
    let rows = reference.map { [1.0, Double($0.index)] + $0.factors }
    var (model, now) = try Self.fit(reference, rows, settings, at: index)
    var trend: Double?
    if let fitted = model {
      let largest = reference.map(\.count).max() ?? 0
      let expected = exponential(fitted.prediction(now).logMean)
      if settings.years >= 3, fitted.p(1) < settings.trendSignificance, expected <= Double(largest) {
        trend = fitted.fit.coefficients[1]
      } else {
        model = nil
      }
    }
    if model == nil { now.remove(at: 1) }
    let final: FarringtonModel
    if let model {
      final = model
    } else {
      final = try Self.model(reference, rows.map { [$0[0]] + $0[2...] }, settings)
    }
    let (logMean, error) = final.prediction(now)
    let mean = exponential(logMean)
    let bound = Self.bound(
      logMean: logMean, error: error, dispersion: final.dispersion, count: count, settings)
    let recent = counts[max(0, index - settings.leastEventsPeriods + 1)...index].reduce(0) { $0 + ($1 ?? 0) }
    let isEnough = recent >= settings.leastEvents
    (dispersion, residualDegrees) = (final.dispersion, final.fit.residualDegrees)
    logStandardError = error
    self.trend = trend
    upper = isEnough ? bound.upper : nil
    expected = isEnough && bound.upper != nil ? mean : nil
    p = bound.p
    isAlarm = isEnough && count > 0 && bound.upper.map { Double(count) > $0 } == true
  }

  /// The model with a trend, if one may be fitted and can be.
  private static func fit(
    _ reference: [Reference], _ rows: [[Double]], _ settings: Settings, at index: Int
  ) throws(StatisticsError) -> (FarringtonModel?, now: [Double]) {
    // The window around the index is the base of the factors, so the present row has none of them.
    let now = [1, Double(index)] + (reference.first?.factors ?? []).map { _ in 0.0 }
    guard settings.hasTrend else { return (nil, now) }
    do { return (try model(reference, rows, settings), now) } catch .noEstimate { return (nil, now) }
  }

  private static func model(
    _ reference: [Reference], _ rows: [[Double]], _ settings: Settings
  ) throws(StatisticsError) -> FarringtonModel {
    try FarringtonModel(
      rows: rows, counts: reference.map { Double($0.count) },
      reweightsAbove: settings.reweights ? settings.weightsThreshold : nil,
      scale: settings.standardErrors == .pearson ? .pearson : .surveillance,
      steps: settings.standardErrors == .pearson ? .converged : .asInR)
  }

  private static func bound(
    logMean: Double, error: Double, dispersion: Double, count: Int, _ settings: Settings
  ) -> (upper: Double?, p: Double?) {
    let (mean, z) = (exponential(logMean), SpecialFunctions.normalQuantile(1 - settings.significance) ?? 0)
    if settings.bound == .delta {
      let scale = settings.transformation
      let (centre, deviation) = scale.normal(
        mean: mean, standardError: mean * error, dispersion: dispersion)
      let upper = power(centre + z * deviation, 1 / scale.exponent)
      let excess = (power(Double(count), scale.exponent) - centre) / deviation
      let tail = SpecialFunctions.normalTwoSidedTail(excess).map { excess > 0 ? $0 / 2 : 1 - $0 / 2 }
      return (upper.isFinite ? upper : nil, tail)
    }
    let centre = settings.bound == .muan ? exponential(logMean + z * error) : mean
    let law = CountDistribution.quasiPoisson(mean: centre, dispersion: dispersion)
    return (law.quantile(1 - settings.significance).map(Double.init), law.atLeast(count))
  }
}
