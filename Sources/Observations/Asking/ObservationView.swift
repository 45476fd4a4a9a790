public import Formats
public import SQLite

/// Observations as people look at them.
public enum ObservationView {
  /// Every field that says something, with names: for a page about one observation.
  public static func fields(of number: Int, in connection: Connection) throws -> [(
    name: String, value: String
  )] {
    let names = try connection.columnNames(of: "SELECT * FROM observations")
    var fields: [(String, String)] = []
    try connection.forEach("SELECT * FROM observations WHERE number = \(number)") { row in
      fields = zip(names, row.values).map { ($0, CellText.of($1)) }.filter { !$0.1.isEmpty }
    }
    return fields
  }

  /// The sources of an observation, the one given with it first.
  public static func sources(of number: Int, in connection: Connection) throws -> Table {
    let names = ["grade", "stance", "outlet", "published", "title", "claims", "url", "quote"]
    var table = Table(columns: names.map { Table.Column($0) })
    try connection.forEach(
      """
      SELECT grade, stance, outlet, published, title,
        nullif(trim(coalesce(claim_date, '') || ' ' || CASE WHEN claim_amount IS NOT NULL THEN format('%.15g %s', claim_amount, claim_currency) ELSE '' END || ' ' || coalesce(claim_stage, '')), ''),
        url, quote
      FROM evidence_list WHERE observation_number = \(number) ORDER BY main DESC, evidence
      """
    ) { row in
      table.append(try names.indices.map { try row.get($0, as: String?.self).map(Cell.text) ?? .empty })
    }
    return table
  }
}
