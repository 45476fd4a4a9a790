internal import SQLite
internal import Statistics

/// Functions over the rows before, in the order of their window.
let windowFunctions: [EntenteFunction] = [
  .aggregate(
    "nb_upper(y, p)", "INTEGER",
    """
    The count that the next one exceeds with probability 1 - p at most, from the counts in the frame (negative \
    binomial, dispersion estimated); NULL for fewer than three.
    """,
    example: """
      SELECT group_concat(bound) = '6' FROM (
        SELECT nb_upper(column2, 0.975) OVER (
          ORDER BY column1 ROWS BETWEEN 24 PRECEDING AND 1 PRECEDING) AS bound
        FROM (VALUES ('2019-01', 2), ('2019-02', 1), ('2019-03', 3),
          ('2019-04', 9)))
      """, isWindow: true,
    begin: {
      CollectedRows { rows in
        // A count that is missing tells nothing; the level is the same in all rows.
        let known = rows.filter { !$0.contains(.null) }
        guard let level = try known.last?.real(1) else { return .null }
        return try .orUndefined {
          let bound = try NegativeBinomialBound(window: known.map { try $0.integer(0) })
          return bound.prediction.quantile(level).map { .integer(Int64($0)) } ?? .null
        }
      }
    }),
  .aggregate(
    "cusum(y, k)", "REAL",
    "The running sum of what y is above k, never below 0: S = max(0, S + y - k). Its frame begins with the partition.",
    example: """
      SELECT group_concat(s) = '0.0,3.0,4.0' FROM (
        SELECT cusum(column2, 2) OVER (ORDER BY column1) AS s
        FROM (VALUES (1, 2), (2, 5), (3, 3)))
      """, isWindow: true, begin: { RunningSum() }),
]

/// A cumulative sum chart.
private struct RunningSum: Aggregation {
  private var sum: Double?

  mutating func add(_ row: [Value]) throws {
    guard !row.contains(.null) else { return }
    sum = max(0, (sum ?? 0) + (try row.real(0)) - (try row.real(1)))
  }

  mutating func removeFirst(_ row: [Value]) throws {
    throw ArgumentError("the frame must begin with the partition: OVER (ORDER BY ...), without more")
  }

  func result() throws -> Value { Value(sum) }
}
