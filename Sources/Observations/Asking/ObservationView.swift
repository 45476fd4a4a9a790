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
    try Table(
      of: """
        SELECT 'e' || v.evidence, v.grade, v.stance, v.outlet, v.attribution, v.published, v.title, \(EvidenceRows.claims),
          v.url, v.quote, v.translation, v.translator, v.note
        FROM evidence_list AS v WHERE v.observation_number = \(number) ORDER BY v.main DESC, v.evidence
        """,
      [
        "id", "grade", "stance", "outlet", "attribution", "published", "title", "claims", "url", "quote",
        "translation", "translator", "note",
      ], in: connection)
  }

  /// `Independent sources: 2 of 7; reported by both sides.` and what the sources disagree about; empty where there is
  /// no source.
  public static func sourcing(of number: Int, in connection: Connection) throws -> [String] {
    let counts = try connection.first(
      "SELECT sources, independent_sources, reported_by FROM sourcing WHERE observation = \(number)"
    ) { (try $0.get(0, as: Int.self), try $0.get(1, as: Int.self), try $0.get(2, as: String?.self)) }
    guard let (sources, independent, reported) = counts, sources > 0 else { return [] }
    let who = [
      "cn-only": "cn only", "ru-only": "ru only", "both": "both", "third-only": "third only",
      "unknown": "not known, a source has no side",
    ]
    let kinds = try connection.rows("SELECT DISTINCT kind FROM conflicts WHERE number = \(number)") {
      try $0.get(0, as: String.self)
    }
    let order = Conflicts.kinds.filter(kinds.contains).joined(separator: ", ")
    return ["Independent sources: \(independent) of \(sources)"]
      + (reported.flatMap { who[$0] }.map { ["Reported by: \($0)"] } ?? [])
      + (order.isEmpty ? [] : ["Sources disagree about: \(order) (entente conflicts o\(number))"])
  }
}
