internal import Formats
internal import SQLite
internal import Statistics

/// Groups without an order in time.
let groupFunctions: [EntenteFunction] = [
  .aggregate(
    "dispersion(y)", "REAL",
    "Variance over mean of counts: 1 for Poisson counts of one rate, above it the usual tests cry wolf.",
    example: "SELECT dispersion(column1) = 2.0 FROM (VALUES (0), (2), (4))",
    begin: group { rows in Value(try Dispersion(rows.map { try $0.integer(0) }).index) }),
  .aggregate(
    "mh_rate_ratio(a, t1, b, t0)", "REAL",
    """
    The rate ratio across strata (Mantel-Haenszel), one row each: a events in t1 after, b in t0 before; infinite (`Inf`, \
    9e999) without any before, NULL without any event.
    """,
    example: """
      SELECT mh_rate_ratio(column1, 12, column2, 12) = 2.0
      FROM (VALUES (4, 2), (6, 3))
      """,
    begin: strata { Value(try MantelHaenszel.estimate($0)) }),
  .aggregate(
    "mh_rate_ratio_low(a, t1, b, t0)", "REAL",
    "Lower limit of that ratio (95 %, by large samples); NULL without events on both sides.",
    example:
      """
      SELECT round(mh_rate_ratio_low(column1, 12, column2, 12), 3) = 0.684
      FROM (VALUES (4, 2), (6, 3))
      """,
    begin: strata { Value(try MantelHaenszel($0).interval()?.lower) }),
  .aggregate(
    "mh_rate_ratio_high(a, t1, b, t0)", "REAL", "Upper limit of that ratio (95 %); NULL as the lower one.",
    example:
      """
      SELECT round(mh_rate_ratio_high(column1, 12, column2, 12), 3) = 5.851
      FROM (VALUES (4, 2), (6, 3))
      """,
    begin: strata { Value(try MantelHaenszel($0).interval()?.upper) }),
  .aggregate(
    "bh([label,] p)", "JSON",
    """
    P values adjusted for how many there are (Benjamini-Hochberg). Of p alone an array, in the order of size; with \
    labels an object, for json_each(bh(label, p)).
    """,
    example: """
      SELECT group_concat(key || ' ' || value) = 'a 0.03,b 0.06' FROM json_each((
        SELECT bh(column1, column2) FROM (VALUES ('a', 0.015), ('b', 0.06))))
      """,
    begin: group { try $0.first?.count == 2 ? adjustedByLabel($0) : adjusted($0) }),
]

private func group(
  _ body: @escaping @Sendable ([[Value]]) throws -> Value
) -> @Sendable () -> any Aggregation {
  {
    CollectedRows { rows in
      let known = rows.filter { !$0.contains(.null) }
      return known.isEmpty ? .null : try .orUndefined { try body(known) }
    }
  }
}

private func strata(
  _ body: @escaping @Sendable ([MantelHaenszel.Stratum]) throws -> Value
) -> @Sendable () -> any Aggregation {
  group { rows in
    try body(
      rows.map {
        MantelHaenszel.Stratum(
          after: try $0.integer(0), over: try $0.real(1), before: try $0.integer(2), over: try $0.real(3))
      })
  }
}

private func adjusted(_ rows: [[Value]]) throws -> Value {
  let adjusted = try MultipleTesting.benjaminiHochberg(rows.map { try $0.real(0) }.sorted())
  return .json(.array(adjusted.map { JSONValue($0) }))
}

private func adjustedByLabel(_ rows: [[Value]]) throws -> Value {
  let known = try rows.map { (label: try $0.text(0), p: try $0.real(1)) }.sorted { $0.label < $1.label }
  for (one, next) in zip(known, known.dropFirst()) where one.label == next.label {
    throw ArgumentError("two rows have the label '\(one.label)'")
  }
  let adjusted = try MultipleTesting.benjaminiHochberg(known.map(\.p))
  return .json(.object(zip(known, adjusted).map { JSONMember($0.label, JSONValue($1)) }))
}
