internal import Calendar
internal import Formats
internal import Statistics
internal import TimeSeries
internal import Trends

/// Verdicts as objects.
enum VerdictJSON {
  /// One trend with its estimate and caveats.
  static func value(_ trend: Trend, _ set: TrendSet, _ methods: [TrendMethod]) -> JSONValue {
    let (estimate, tests) = (trend.estimate, set.tests)
    let beside = methods.compactMap { method in
      set.finding(of: method, for: trend).map { JSONMember(method.rawValue, .string($0)) }
    }
    let interval = estimate.map { JSONValue.array([number($0.interval.lower), number($0.interval.upper)]) }
    return .object([
      JSONMember("verdict", .string(trend.verdict.code)),
      JSONMember("sentence", .string(VerdictWords.full(trend, tests))),
      JSONMember("ratio_per_year", number(estimate?.ratio)),
      JSONMember("interval", interval ?? .null),
      JSONMember("p_adjusted", number(trend.adjusted)),
      JSONMember("smallest_detectable_ratio", number(estimate?.detectable(tests: tests))),
      JSONMember("dispersion", number(estimate?.dispersion)),
      JSONMember("tau_b", number(estimate?.tau)),
      JSONMember("method", TrendJSON.text(estimate?.method.rawValue)),
      JSONMember("tested", trend.tested.map(tested) ?? .null),
      JSONMember("caveats", .array(trend.caveats.map(caveat))),
      JSONMember("methods", .object(beside)),
    ])
  }

  static func caveat(_ caveat: Caveat) -> JSONValue {
    .members(["code": .string(caveat.code), "sentence": .string(caveat.sentence)])
  }

  private static func tested(_ tested: TestedCounts) -> JSONValue {
    .members([
      "period": .string(tested.periodName),
      "from": TrendJSON.text(tested.periods.first?.label), "to": TrendJSON.text(tested.periods.last?.label),
      "counts": .array(tested.counts.map { .integer(Int64($0)) }),
      "events": .integer(Int64(tested.events)),
    ])
  }

  /// A number; the text `Inf` where it has no limit, null where there is none. Rounded to 9 digits, so that every machine
  /// writes the same.
  static func number(_ value: Double?) -> JSONValue {
    guard let value, !value.isNaN else { return .null }
    guard value.isFinite else { return .string(value < 0 ? "-Inf" : "Inf") }
    return .number(rounded(value))
  }

  private static func rounded(_ value: Double) -> Double {
    if value == 0 { return 0 }
    var scale = 1.0
    while abs(value) * scale < 1e8, scale < 1e300 { scale *= 10 }
    while abs(value) * scale >= 1e9, scale > 1e-300 { scale /= 10 }
    return (value * scale).rounded() / scale
  }
}
