public import Formats
public import SQLite

/// Observations whose sources disagree: the view `conflicts`.
public enum Conflicts {
  /// What sources may disagree about, in the order of listing.
  public static let kinds = ["date", "amount", "stage", "stance", "confirmation", "side"]

  /// One row a claim: what the observation itself says first, then each source.
  /// - Parameters:
  ///   - observation: only this one; nil: all.
  ///   - kinds: only these; empty: all.
  ///   - connection: the file.
  /// - Returns: observation, kind, claim, who, attribution, stance, grade, published, evidence, title.
  /// - Throws: ``FilterError`` for a kind that there is not.
  public static func table(of observation: Int?, kinds: [String], in connection: Connection) throws -> Table {
    for kind in kinds where !Self.kinds.contains(kind) {
      throw FilterError.unknown("kind of conflict", kind, near: Self.kinds)
    }
    let of: SQL = observation.map { "number = \($0)" } ?? "1"
    let about: SQL =
      kinds.isEmpty ? "1" : "kind IN (\(kinds.map { "\($0)" as SQL }.joined(separator: ", ")))"
    return try Table(
      of: """
        SELECT observation, kind, claim, who, attribution, stance, grade, published, evidence, title
        FROM conflicts WHERE \(of) AND \(about)
        ORDER BY number, CASE kind WHEN 'date' THEN 1 WHEN 'amount' THEN 2 WHEN 'stage' THEN 3 WHEN 'stance' THEN 4
          WHEN 'confirmation' THEN 5 ELSE 6 END, evidence_number, claim
        """,
      [
        "observation", "kind", "claim", "who", "attribution", "stance", "grade", "published", "evidence",
        "title",
      ], in: connection)
  }
}
