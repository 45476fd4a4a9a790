public import SQLite

// STUB, to be replaced whole at the merge by what the branch h-copies brings under this name.

/// An observation that a candidate may repeat.
public struct Repeat: Sendable {
  /// The observation's number.
  public var observation: Int
  /// How likely it is the same act, 0 to 1.
  public var score: Double
  /// What speaks for it, in phrases.
  public var reasons: [String]
}

/// Finds the observations that a candidate may repeat.
public enum Repeats {
  /// The likely ones, the likeliest first.
  public static func likely(candidate id: Int, limit: Int, in connection: Connection) throws -> [Repeat] {
    try connection.rows(
      """
      SELECT o.id, (o.earliest = k.earliest) + (o.mechanism = k.mechanism)
      FROM candidate AS k JOIN observation AS o ON o.earliest <= k.latest AND o.latest >= k.earliest AND o.withdrawn = 0
      WHERE k.id = \(id) AND o.mechanism = k.mechanism ORDER BY 2 DESC, o.id LIMIT \(limit)
      """
    ) {
      Repeat(
        observation: try $0.get(0), score: try Double($0.get(1, as: Int.self)) / 2,
        reasons: ["same days", "same mechanism"])
    }
  }
}
