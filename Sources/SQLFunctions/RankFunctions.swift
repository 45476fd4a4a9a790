internal import Formats
internal import SQLite
internal import Statistics

/// Trends by ranks: the direction without the size. Only the order of the times matters, but for slopes.
let rankFunctions: [EntenteFunction] = [
  .aggregate(
    "mk_s(t, y)", "INTEGER", "Mann-Kendall's S: pairs that rise less pairs that fall.",
    example:
      """
      SELECT mk_s(column1, column2) = 4
      FROM (VALUES ('2019', 3), ('2020', 5), ('2021', 4), ('2022', 8))
      """,
    begin: ranks { .integer(Int64(try MannKendall($0.numbers()).score)) }),
  .aggregate(
    "mk_p(t, y)", "REAL",
    "The two-sided p of no trend: over all orders up to 10 values, by the normal approximation above.",
    example: """
      SELECT round(mk_p(column1, column2), 4) = 0.3333
      FROM (VALUES ('2019', 3), ('2020', 5), ('2021', 4), ('2022', 8))
      """,
    begin: ranks { rows in
      let values = try rows.numbers()
      return try Value(rows.count <= 10 ? MannKendall.exactP(values) : MannKendall(values).p)
    }),
  .aggregate(
    "mk_tau(t, y)", "REAL", "Kendall's tau_b against time, -1 to 1; NULL if all values are the same.",
    example:
      """
      SELECT mk_tau(column1, column2) = 1
      FROM (VALUES ('2019-01', 3), ('2019-04', 5), ('2019-09', 8))
      """,
    begin: ranks { Value(try MannKendall($0.numbers()).tauB) }),
  .aggregate(
    "sen_slope(t, y)", "REAL",
    "The median slope over all pairs, for one month, quarter, year, day or 1, as the times are written. On counts "
      + "with many zeros it is 0 whatever the trend.",
    example:
      """
      SELECT sen_slope(column1, column2) = 1
      FROM (VALUES ('2019-01', 3), ('2019-03', 5), ('2019-06', 8))
      """,
    begin: ranks { Value(try SenSlope(times: $0.times.map(\.position), values: $0.numbers()).slope) }),
  .aggregate(
    "smk(t, y, period)", "JSON",
    "Seasonal Mann-Kendall with so many periods a cycle (12 for months): s, var, z, p, tau, slope a cycle, n.",
    example: """
      SELECT smk(column1, column2, 2) ->> 's' = 6
      FROM (VALUES ('2019-Q1', 3), ('2019-Q2', 9), ('2019-Q3', 4), ('2019-Q4', 10),
        ('2020-Q1', 5), ('2020-Q2', 12))
      """,
    begin: ranks { rows in
      guard let cycle = try rows.values.first?.integer(1) else { return .null }
      let test = try SeasonalMannKendall(rows.spread(atMost: CollectedRows.usualLimit), period: cycle)
      return .json([
        "s": JSONValue(test.score), "var": .number(test.variance), "z": .number(test.z), "p": .number(test.p),
        "tau": .number(test.tau), "slope": .number(test.slope), "n": JSONValue(rows.count),
      ])
    }),
]

private func ranks(
  _ body: @escaping @Sendable (TimedRows) throws -> Value
) -> @Sendable () -> any Aggregation {
  {
    CollectedRows(atMost: CollectedRows.pairLimit) { rows in
      let timed = try TimedRows(rows)
      return try .orUndefined { try body(timed) }
    }
  }
}
