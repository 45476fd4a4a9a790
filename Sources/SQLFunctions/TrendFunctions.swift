internal import Formats
internal import SQLite
internal import Statistics

/// Trends of counts in consecutive periods. Every period wants its row, also one without events.
let trendFunctions: [EntenteFunction] = [
  .aggregate(
    "trend(t, y [, exposure])", "JSON",
    """
    Log-linear quasi-Poisson trend: rr is what the rate is multiplied by in a year (where t is a number, in 1), lo and \
    hi its 95 % interval, phi the dispersion (floored at 1 in the interval), p, n periods, events.
    """,
    example: """
      SELECT round(trend(column1, column2) ->> 'rr', 3) = 2.0
      FROM (VALUES (2019, 4), (2020, 8), (2021, 16), (2022, 32))
      """, begin: series(trend)),
  .aggregate(
    "trend_exact(t, y [, exposure])", "JSON",
    """
    The same exactly, given the total: rr, lo, hi, p, mid_p, phi, n, events. Valid only where phi is near 1. Too many \
    events for so many periods (about 11,000 in 60 months) are an error.
    """,
    example: """
      SELECT trend_exact(column1, column2) ->> 'p' BETWEEN 0.0001 AND 0.01
      FROM (VALUES ('2019', 1), ('2020', 2), ('2021', 4), ('2022', 9))
      """, begin: series(exactTrend)),
  .aggregate(
    "changepoint(t, y)", "JSON",
    """
    When the rate changed, if once: at, the first period of the new rate; p of a change where it had 0.5 before; \
    log10_bf; set, the first periods that hold 90 % together; ratio after/before with lo and hi (95 %); n.
    """,
    example: """
      SELECT changepoint(column1, column2) ->> 'at' = '2021'
      FROM (VALUES ('2018', 2), ('2019', 1), ('2020', 2), ('2021', 14),
        ('2022', 12), ('2023', 15))
      """, begin: series(changePoint)),
]

private func series(
  _ body: @escaping @Sendable (TimedRows) throws -> Value
) -> @Sendable () -> any Aggregation {
  {
    CollectedRows { rows in
      let timed = try TimedRows(rows)
      return try .orUndefined { try body(timed) }
    }
  }
}

/// The exposures of the rows; nil where the function is called without.
private func exposures(_ rows: TimedRows) throws -> [Double]? {
  guard let first = rows.values.first, first.count > 1 else { return nil }
  return try rows.values.map { try $0.real(1) }
}

private func trend(_ rows: TimedRows) throws -> Value {
  let trend = try quasiPoisson(rows)
  let interval = trend.ratePerYearInterval()
  return .json([
    "rr": .number(trend.poisson.ratePerYear), "lo": JSONValue(interval?.lower),
    "hi": JSONValue(interval?.upper),
    "phi": .number(trend.dispersion), "p": JSONValue(trend.p), "n": JSONValue(rows.count),
    "events": JSONValue(try rows.counts().reduce(0, +)),
  ])
}

private func quasiPoisson(_ rows: TimedRows) throws -> QuasiPoissonTrend {
  try QuasiPoissonTrend(
    counts: rows.counts(), exposures: exposures(rows), periodsPerYear: rows.periodsPerYear())
}

private func exactTrend(_ rows: TimedRows) throws -> Value {
  let perYear = try rows.periodsPerYear()
  let trend = try ExactConditionalTrend(counts: rows.counts(), exposures: exposures(rows))
  let interval = trend.interval()
  let ratio = { (slope: Double?) -> JSONValue in
    JSONValue(slope.map { ExactConditionalTrend.ratio(slope: $0, steps: perYear) })
  }
  // Without an estimate of the dispersion nothing speaks for the exact test.
  let dispersion = try? quasiPoisson(rows).dispersion
  return .json([
    "rr": ratio(trend.slope), "lo": ratio(interval?.lower), "hi": ratio(interval?.upper),
    "p": .number(trend.p),
    "mid_p": .number(trend.midP), "phi": JSONValue(dispersion), "n": JSONValue(rows.count),
    "events": JSONValue(trend.total),
  ])
}

private func changePoint(_ rows: TimedRows) throws -> Value {
  _ = try rows.periodsPerYear()
  let change = try SingleChangePoint(rows.counts())
  let label = { (place: Int) in rows.times[place].label.member }
  return .json([
    "at": label(change.mostProbable), "p": JSONValue(change.probability()),
    "log10_bf": .number(change.log10BayesFactor), "set": .array(change.places(holding: 0.9).map(label)),
    "ratio": JSONValue(change.ratioQuantile(0.5)), "lo": JSONValue(change.ratioQuantile(0.025)),
    "hi": JSONValue(change.ratioQuantile(0.975)), "n": JSONValue(rows.count),
  ])
}
