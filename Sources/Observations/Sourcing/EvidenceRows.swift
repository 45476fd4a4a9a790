public import Formats
public import SQLite

/// Evidence as people look it through.
public struct EvidenceRows: Sendable {
  /// Of one observation; nil: of all.
  public var observation: Int?
  /// Stances asked for; empty: all.
  public var stances: [String] = []
  /// Whole names of outlets, as cited; empty: all.
  public var outlets: [String] = []

  /// The stances there are.
  public static let stances = ["supports", "partly", "contradicts", "disputes"]

  /// Asks for everything.
  public init() {}

  /// One row a piece of evidence, by observation, the source given with it first.
  /// - Throws: ``FilterError`` for a stance that there is not.
  public func table(in connection: Connection) throws -> Table {
    for stance in stances where !Self.stances.contains(stance) {
      throw FilterError.unknown("stance", stance, near: Self.stances)
    }
    let among = { (column: SQL, words: [String]) -> SQL in
      words.isEmpty ? "1" : "\(column) IN (\(words.map { "\($0)" as SQL }.joined(separator: ", ")))"
    }
    let of: SQL = observation.map { "v.observation_number = \($0)" } ?? "1"
    return try Table(
      of: """
        SELECT 'e' || v.evidence, v.observation, v.stance, v.grade, v.outlet, v.attribution, v.published,
          \(Self.claims), v.quote, v.translation, v.translator, v.title, v.url, v.note
        FROM evidence_list AS v JOIN observation AS o ON o.id = v.observation_number AND o.withdrawn = 0
        WHERE \(of) AND \(among("v.stance", stances)) AND \(among("v.outlet", outlets))
        ORDER BY v.observation_number, v.main DESC, v.evidence
        """,
      [
        "id", "observation", "stance", "grade", "outlet", "attribution", "published", "claims", "quote",
        "translation", "translator", "title", "url", "note",
      ], in: connection)
  }

  /// One piece of evidence: what it is from, what it says, and of what; empty if there is none of this number.
  public static func fields(of number: Int, in connection: Connection) throws -> [(
    name: String, value: String
  )] {
    let names = [
      "id", "title", "observation", "about", "stance", "grade", "outlet", "affiliation", "attribution",
      "published",
      "claims", "quote", "translation", "translator", "note", "url", "document", "copy of", "entered",
      "analyst", "tlp",
      "uid",
    ]
    return try connection.first(
      """
      SELECT 'e' || v.evidence, v.title, v.observation, o.occurred || ': ' || o.title, v.stance, v.grade, v.outlet,
        v.affiliation, v.attribution, v.published, \(claims), v.quote, v.translation, v.translator, v.note, v.url,
        v.document, nullif(v.origin, v.document), c.at, c.analyst, v.tlp, v.uid
      FROM evidence_list AS v JOIN evidence AS e ON e.id = v.evidence LEFT JOIN change AS c ON c.id = e.change
      JOIN observation AS o ON o.id = v.observation_number
      WHERE v.evidence = \(number)
      """
    ) { row in zip(names, row.values).map { ($0, CellText.of($1)) }.filter { !$0.1.isEmpty } } ?? []
  }

  /// What a source claims, of a row `v` of evidence_list: date, sum, stage.
  static let claims: SQL = """
    nullif(trim(coalesce(v.claim_date, '') || ' ' || coalesce(format('%.15g ', v.claim_amount) || v.claim_currency, '')
      || ' ' || coalesce(v.claim_stage, '')), '')
    """
}
