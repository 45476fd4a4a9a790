import Formats

@testable import Statistics

let detectionGoldens: [String: GoldenMethod] = [
  "ears": { input, _ in
    let (counts, baseline) = (try input.wholes("y"), try input.whole("baseline"))
    let least = try input.real("min_sigma")
    let (points, key): ([EARS.Point], String)
    switch try input.text("method") {
    case "C1":
      points = try EARS.c1(
        counts, baseline: baseline, significance: input.real("alpha"), leastDeviation: least)
      key = "upperbound"
    case "C2":
      points = try EARS.c2(
        counts, baseline: baseline, significance: input.real("alpha"), leastDeviation: least)
      key = "upperbound"
    case "C3":
      points = try EARS.c3(
        counts, baseline: baseline, leastDeviation: least, threshold: input.real("threshold"))
      key = "statistic"
    case let other: throw GoldenError(description: "no method \(other)")
    }
    return .object([
      JSONMember("first_index_1based", json(points.first.map { $0.index + 1 })),
      JSONMember(key, json(points.map(\.value))), JSONMember("alarm", json(points.map(\.isAlarm))),
    ])
  },
  "cusum_standardised": { input, _ in
    let counts = try input.wholes("y")
    let range = try input.numbers("range").map { Int($0) }
    let given = try input.numbers("m")
    let mean = given.count < 2 ? given[0] : counts[Int(given[0]) - 1..<Int(given[1])].map(Double.init).mean
    guard let kind = StandardizedCUSUM.Transformation(rawValue: try input.text("transform")) else {
      throw GoldenError(description: "no such transformation")
    }
    let chart = try StandardizedCUSUM(
      Array(counts[range[0] - 1..<range[1]]), mean: mean, reference: input.real("k"),
      decision: input.real("h"), transformation: kind)
    return .members(["m": json(mean), "cusum": json(chart.sums), "alarm": json(chart.alarms)])
  },
  "cusum_poisson": { input, _ in
    let chart = try PoissonCUSUM(
      mean: input.real("lambda0"), shiftedMean: input.real("lambda1"),
      runLength: JSONValue.number(after: "ARL>=", in: input.text("rule")) ?? 100)
    let points = try chart.chart(input.wholes("y"))
    return .members([
      "k_raw": json(chart.exactReference), "k": json(chart.reference), "h": json(chart.decision),
      "arl0": json(chart.inControlRunLength), "arl1": json(chart.shiftedRunLength),
      "S": json(points.map(\.sum)), "alarm": json(points.map(\.isAlarm)),
    ])
  },
  "bayes_negbin_predictive": { input, _ in
    let (counts, range) = (try input.wholes("y"), try input.numbers("range").map { Int($0) })
    let bounds = try (range[0]...range[1]).map { place in
      try BayesianBound(
        counts, at: place - 1, period: input.whole("freq"), years: input.whole("b"),
        halfWidth: input.whole("w"),
        usesCurrentYear: input.member("actY") == .bool(true), significance: input.real("alpha"))
    }
    return .members(["upperbound": json(bounds.map(\.upper)), "alarm": json(bounds.map(\.isAlarm))])
  },
  "outbreakP": { input, _ in
    let (statistics, limit) = (try OutbreakDetection.statistics(input.wholes("y")), try input.real("k"))
    return .members(["upperbound": json(statistics), "alarm": json(statistics.map { $0 > limit })])
  },
  "nb_dispersion_predictive_bound": { input, _ in
    let (counts, window) = (try input.wholes("y"), try input.whole("window"))
    let levels = try input.reals("levels")
    let rows = try counts.indices.dropFirst(window).map { index in
      let bound = try NegativeBinomialBound(window: Array(counts[index - window..<index]))
      let range = bound.bounds(lower: levels[0], upper: levels[1])
      return JSONValue.members([
        "index0": json(index), "obs": json(counts[index]), "mean": json(bound.mean),
        "phi": json(bound.dispersion), "lower": json(range?.lowerBound), "upper": json(range?.upperBound),
        "p_upper": json(bound.p(counts[index])), "alarm": json(counts[index] > range?.upperBound ?? .max),
      ])
    }
    return .members(["rows": .array(rows)])
  },
  "farrington_flexible": { input, _ in
    .members([
      "R_surveillance": try farringtonFlexible(input, .surveillance),
      "corrected": try farringtonFlexible(input, .pearson),
    ])
  },
  "farrington_1996": { input, _ in
    let (counts, settings) = (try input.wholes("y"), try farringtonSettings(input))
    let bounds = try input.member("control").wholes("range").map { place in
      try Farrington(counts, at: place - 1, settings: settings)
    }
    return .members(["upperbound": json(bounds.map(\.upper)), "alarm": json(bounds.map(\.isAlarm))])
  },
]

private func farringtonFlexible(
  _ input: JSONValue, _ errors: FarringtonFlexible.StandardErrors
) throws -> JSONValue {
  let counts = try input.optionals("y").map { $0.map { Int($0) } }
  var settings = try farringtonSettings(input)
  settings.standardErrors = errors
  let range = try input.member("control").wholes("range")
  let bounds = try range.map { try FarringtonFlexible(counts, at: $0 - 1, settings: settings) }
  return .members([
    "range": json(range), "upperbound": json(bounds.map(\.upper)), "alarm": json(bounds.map(\.isAlarm)),
    "expected": json(bounds.map(\.expected)), "phi": json(bounds.map(\.dispersion)),
    "trend": json(bounds.map { $0.trend != nil }), "trend_coef": json(bounds.map(\.trend)),
    "pvalue": json(bounds.map(\.p)),
  ])
}

private func farringtonSettings(_ input: JSONValue) throws -> FarringtonFlexible.Settings {
  let control = try input.member("control")
  var settings = FarringtonFlexible.Settings()
  settings.period = try input.whole("freq")
  settings.years = try control.optional("b")?.whole() ?? 5
  settings.halfWidth = try control.optional("w")?.whole() ?? 3
  settings.blocks = try control.optional("noPeriods")?.whole() ?? 1
  settings.significance = try control.optional("alpha")?.real() ?? 0.05
  settings.weightsThreshold = try control.optional("weightsThreshold")?.real() ?? 2.58
  settings.trendSignificance = try control.optional("pThresholdTrend")?.real() ?? 0.05
  settings.pastNotIncluded = try control.optional("pastWeeksNotIncluded")?.whole()
  settings.hasTrend = control["trend"]?.bool ?? true
  settings.reweights = control["reweight"]?.bool ?? true
  if let name = control["thresholdMethod"]?.string, let bound = FarringtonFlexible.Bound(rawValue: name) {
    settings.bound = bound
  }
  if let name = control["powertrans"]?.string, let scale = PowerTransformation(rawValue: name) {
    settings.transformation = scale
  }
  if let limit = try control.optional("limit54")?.elements().map({ try $0.whole() }) {
    (settings.leastEvents, settings.leastEventsPeriods) = (limit[0], limit[1])
  }
  return settings
}
