public import Calendar
public import Formats
internal import Names
public import Records
public import SQLite

/// Which observations: every field is asked for by equality or, for texts, by what it contains; several values
/// of one field mean any of them, several fields mean all.
public struct ObservationFilter: Sendable {
  /// Fields that hold one code; `country` may hold several.
  public enum Field: String, CaseIterable, Sendable {
    case mechanism, instrument, effect, stage, flow, military, country, series, dataset, tlp
    case amountKind = "amount_kind"
    case pressureOn = "pressure_on"
  }

  /// How observations count: the values of the view `classified`.
  static let series = [
    "counted", "pledge", "set-back", "pressure", "statement", "multilateral", "umbrella", "uncoded",
  ]

  /// Which side reports: the values of the view `sourcing`.
  public static let reports = ["cn-only", "ru-only", "both", "third-only", "unknown"]

  /// The codes asked for, by field; a field that is not there is not asked for.
  public var fields: [Field: [String]] = [:]
  /// Sectors; those below a named one are included.
  public var sectors: [String] = []
  /// Names or aliases of actors, whole.
  public var actors: [String] = []
  /// Codes of initiatives.
  public var initiatives: [String] = []
  /// Tags of analysts, whole.
  public var tags: [String] = []
  /// Names of outlets as an observation's evidence cites them, whole.
  public var outlets: [String] = []
  /// Words in title or summary, as they stand.
  public var text: String?
  /// City, whole.
  public var place: String?
  /// Observations that may have occurred in these days.
  public var from: EDTF?
  /// The end of these days, its last possible day included; nil: no end.
  public var to: EDTF?
  /// At least so many sources that are no copies of each other; nil: any number.
  public var independent: Int?
  /// Which of the two sides has it: see ``reports``; empty: all.
  public var reportedBy: [String] = []
  /// Observations that their first desk knew from the first day of this date on, UTC.
  public var recordedSince: EDTF?
  /// Observations that came into this file from the first day of this date on, UTC.
  public var enteredSince: EDTF?
  /// True: only those that sum up parts; false: only the others; nil: both.
  public var umbrella: Bool?
  /// True: only those in which others took part; false: only the others; nil: both.
  public var multilateral: Bool?
  /// Newest act first, not oldest.
  public var newestFirst = false
  /// How many at most; nil: all.
  public var limit: Int?

  /// Asks for nothing: every observation fits.
  public init() {}

  /// One line an observation that fits, oldest act first.
  public func table(in connection: Connection) throws -> Table {
    let names = [
      "id", "occurred", "mechanism", "effect", "stage", "title", "sectors", "actors_cn", "actors_ru",
    ]
    var table = Table(columns: names.map { Table.Column($0) })
    // The rows that fit first, each looked up by its number afterwards: the view costs something a row.
    for number in try fitting(in: connection) {
      try connection.forEach(
        """
        SELECT id, occurred, mechanism, effect, stage, title, sectors, actors_cn, actors_ru
        FROM observations WHERE number = \(number)
        """
      ) { row in
        table.append(try names.indices.map { try row.get($0, as: String?.self).map(Cell.text) ?? .empty })
      }
    }
    return table
  }

  /// The numbers of the observations that fit, in the order asked for.
  func fitting(in connection: Connection) throws -> [Int] {
    try connection.rows(try listed(in: connection)) { try $0.get(0, as: Int.self) }
  }

  private func listed(in connection: Connection) throws -> SQL {
    let order: SQL = newestFirst ? "o.earliest DESC, o.id DESC" : "o.earliest, o.id"
    return "\(try numbers(in: connection)) ORDER BY \(order) LIMIT \(limit ?? -1)"
  }

  /// The numbers of the observations that fit; `o` and `c` are their rows of `observation` and `classified`.
  func numbers(in connection: Connection) throws -> SQL {
    """
    SELECT o.id FROM observation AS o JOIN classified AS c ON c.observation = o.id
    WHERE \(try conditions(connection).joined(separator: " AND "))
    """
  }

  /// The highest label among the observations that are listed, and what is shown of them: no output goes without it.
  public func label(in connection: Connection) throws -> Label {
    let rank = try connection.value(
      """
      SELECT max(l.rank) FROM observation AS x JOIN label AS l ON l.code = x.tlp
      WHERE x.id IN (\(try listed(in: connection)))
      """, as: Int?.self)
    return (rank ?? nil).map { Label(rank: $0) } ?? .clear
  }

  /// Refuses codes and names that do not exist: an empty answer would look like a finding.
  /// - Throws: ``FilterError`` with what is near.
  public func check(in connection: Connection) throws {
    let codes = try Codes(connection)
    let asked: [(Codes.Vocabulary, [String])] = [
      (.mechanism, fields[.mechanism] ?? []), (.instrument, fields[.instrument] ?? []),
      (.effect, fields[.effect] ?? []),
      (.stage, fields[.stage] ?? []), (.flow, fields[.flow] ?? []), (.sector, sectors),
    ]
    for (vocabulary, values) in asked {
      for value in values where !codes.all(vocabulary).contains(value) {
        throw FilterError.unknown(
          vocabulary.rawValue, value,
          near: Nearest.to(value, among: codes.all(vocabulary)).map { [$0] } ?? codes.all(vocabulary))
      }
    }
    for value in fields[.series] ?? [] where !Self.series.contains(value) {
      throw FilterError.unknown("series", value, near: Self.series)
    }
    for value in reportedBy where !Self.reports.contains(value) {
      throw FilterError.unknown("word for who reports", value, near: Self.reports)
    }
    func check(_ kind: String, _ values: [String], among known: @autoclosure () throws -> [String]) throws {
      guard !values.isEmpty else { return }
      let known = try known()
      for value in values where !known.contains(value) {
        let near = Nearest.to(value, among: known).map { [$0] }
        throw FilterError.unknown(kind, value, near: near ?? (known.count > 20 ? [] : known))
      }
    }
    func names(_ query: SQL) throws -> [String] { try connection.rows(query) { try $0.get(0) } }
    try check(
      "initiative", initiatives, among: names("SELECT code FROM initiative WHERE withdrawn = 0 ORDER BY 1"))
    try check(
      "tag", tags, among: names("SELECT DISTINCT tag FROM observation_tag WHERE withdrawn = 0 ORDER BY 1"))
    try check(
      "outlet", outlets,
      among: names(
        "SELECT outlet FROM evidence_list WHERE outlet IS NOT NULL UNION SELECT name FROM outlet WHERE withdrawn = 0"
      ))
    try check(
      "country", (fields[.country] ?? []).map { $0.uppercased() }, among: names(Self.countries))
    try check(
      "data set", fields[.dataset] ?? [],
      among: names("SELECT DISTINCT dataset FROM observation WHERE dataset IS NOT NULL ORDER BY 1"))
    try check("amount kind", fields[.amountKind] ?? [], among: ObservationReading.amountKinds)
    try check("word for military", fields[.military] ?? [], among: ObservationReading.military)
    try check("side to press on", fields[.pressureOn] ?? [], among: ObservationReading.pressed)
    for name in actors where try ActorBook.find(name, in: connection) == nil {
      throw FilterError.unknown("actor", name, near: try KnownNames.nearest(to: name, in: connection))
    }
  }

  /// The codes that rows and rules know: an observation may be asked for by its country, or by one it names among others.
  private static let countries: SQL = """
    SELECT DISTINCT substr(code, 1, 2) FROM cue WHERE kind = 'place' AND length(code) = 2 UNION
    SELECT value FROM observation, json_each('["' || replace(country, ';', '","') || '"]') WHERE country IS NOT NULL
    """

  private func conditions(_ connection: Connection) throws -> [SQL] {
    var all: [SQL] = ["o.withdrawn = 0"]
    for (field, values) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      all.append(any(values) { condition(field, $0) })
    }
    all.append(
      any(sectors) {
        """
        o.id IN (SELECT os.observation FROM observation_sector AS os JOIN sector_above AS s ON s.sector = os.sector
                 WHERE os.withdrawn = 0 AND s.above = \($0))
        """
      })
    all.append(
      any(try actors.map { try ActorBook.find($0, in: connection) ?? 0 }) {
        """
        o.id IN (SELECT p.observation FROM participation AS p WHERE p.withdrawn = 0 AND p.actor IN (
          SELECT k.actor FROM actor_canonical AS k
          WHERE k.canonical = (SELECT canonical FROM actor_canonical WHERE actor = \($0))))
        """
      })
    all.append(
      any(initiatives) {
        """
        o.id IN (SELECT oi.observation FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative
                 WHERE oi.withdrawn = 0 AND i.code = \($0))
        """
      })
    all.append(
      any(tags) {
        "o.id IN (SELECT t.observation FROM observation_tag AS t WHERE t.withdrawn = 0 AND t.tag = \($0))"
      })
    all.append(
      any(outlets) { "o.id IN (SELECT e.observation_number FROM evidence_list AS e WHERE e.outlet = \($0))" })
    if let independent {
      all.append(
        "(SELECT w.independent_sources FROM sourcing AS w WHERE w.observation = o.id) >= \(independent)")
    }
    all.append(
      any(reportedBy) { "(SELECT w.reported_by FROM sourcing AS w WHERE w.observation = o.id) = \($0)" })
    if let text { all.append("(instr(o.title, \(text)) OR instr(coalesce(o.summary, ''), \(text)))") }
    if let place { all.append("o.place = \(place)") }
    if let day = from?.earliest { all.append("coalesce(o.latest, \(day.number)) >= \(day.number)") }
    if let day = to?.latest { all.append("coalesce(o.earliest, \(day.number)) <= \(day.number)") }
    if let instant = recordedSince.flatMap(Self.start) { all.append("o.recorded >= \(instant)") }
    if let instant = enteredSince.flatMap(Self.start) {
      all.append("(SELECT ch.at FROM change AS ch WHERE ch.id = o.change) >= \(instant)")
    }
    if let umbrella { all.append("o.umbrella = \(umbrella)") }
    if let multilateral { all.append("o.multilateral = \(multilateral)") }
    return all
  }

  /// The first instant of a date, as instants are written.
  private static func start(_ date: EDTF) -> String? { date.earliest.map { "\($0)T00:00:00Z" } }

  private func condition(_ field: Field, _ value: String) -> SQL {
    switch field {
    case .series: "c.series = \(value)"
    case .country: "instr(';' || o.country || ';', ';' || \(value.uppercased()) || ';') > 0"
    default: "o.\(identifier: field.rawValue) = \(value)"
    }
  }

  private func any<T>(_ values: [T], _ condition: (T) -> SQL) -> SQL {
    values.isEmpty ? "1" : "(\(values.map(condition).joined(separator: " OR ")))"
  }
}

/// A filter that names what is not there.
public enum FilterError: Explained {
  /// There is no such name: what it was taken for, the name itself, and the names near it or known.
  case unknown(String, String, near: [String])

  /// Says what does not exist.
  public var sentence: String {
    switch self {
    case .unknown(let kind, let name, _): "There is no \(kind) \"\(name)\"."
    }
  }
  /// The name that is near, or those that are known; nil if there is none.
  public var hint: String? {
    switch self {
    case .unknown(_, _, let near):
      near.isEmpty
        ? nil : (near.count == 1 ? "Did you mean \(near[0])?" : "Known: \(near.joined(separator: ", ")).")
    }
  }
}
