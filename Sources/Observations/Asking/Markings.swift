public import Records
public import SQLite

/// The label an output carries: the highest of what went into it.
public enum Markings {
  /// Exports whose rows are marked, and the table that holds the marks.
  private static let marked = [
    "observations": "observation", "precision": "observation", "evidence": "evidence",
    "initiatives": "initiative",
    "indicators": "indicator",
    "coverage": "coverage", "documents": "document", "candidates": "document",
  ]

  /// The highest label among the rows behind an export; CLEAR for tables that carry none, as vocabularies.
  public static func highest(behind export: String, in connection: Connection) throws -> Label {
    guard let table = marked[export] else { return .clear }
    let rank = try connection.value(
      """
      SELECT max(l.rank) FROM \(identifier: table) AS t JOIN label AS l ON l.code = t.tlp WHERE t.withdrawn = 0
      """, as: Int?.self)
    return (rank ?? nil).map { Label(rank: $0) } ?? .clear
  }
}
