public import Calendar
internal import Names
public import Records
public import SQLite

/// Which observations: every field is asked for by equality or, for texts, by what it contains; several values
/// of one field mean any of them, several fields mean all.
public struct ObservationFilter: Sendable {
  /// Fields of the view `observations` that hold one code.
  public enum Field: String, CaseIterable, Sendable {
    case mechanism, instrument, effect, stage, flow, military, country, series, dataset, tlp
    case amountKind = "amount_kind"
    case pressureOn = "pressure_on"
  }

  public var fields: [Field: [String]] = [:]
  /// Sectors; those below a named one are included.
  public var sectors: [String] = []
  /// Names or aliases of actors, whole.
  public var actors: [String] = []
  public var initiatives: [String] = []
  public var tags: [String] = []
  public var outlets: [String] = []
  /// Words in title or summary, as they stand.
  public var text: String?
  public var place: String?
  /// Observations that may have occurred in these days.
  public var from: EDTF?
  public var to: EDTF?
  public var umbrella: Bool?
  public var multilateral: Bool?
  public var newestFirst = false
  public var limit: Int?

  public init() {}

  /// The numbers of the observations that fit, oldest act first.
  public func numbers(in connection: Connection) throws -> [Int] {
    let order: SQL = newestFirst ? "o.earliest DESC, o.id DESC" : "o.earliest, o.id"
    return try connection.rows(
      """
      SELECT o.id FROM observation AS o JOIN observations AS v ON v.number = o.id
      WHERE \(conditions().joined(separator: " AND ")) ORDER BY \(order) LIMIT \(limit ?? -1)
      """
    ) { try $0.get(0) }
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
    for name in actors where try ActorBook.find(name, in: connection) == nil {
      throw FilterError.unknown("actor", name, near: try KnownNames.nearest(to: name, in: connection))
    }
  }

  private func conditions() -> [SQL] {
    var all: [SQL] = ["o.withdrawn = 0"]
    for (field, values) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      all.append(any(values) { "v.\(identifier: field.rawValue) = \($0)" })
    }
    all.append(
      any(sectors) {
        """
        o.id IN (SELECT os.observation FROM observation_sector AS os JOIN sector_above AS s ON s.sector = os.sector
                 WHERE os.withdrawn = 0 AND s.above = \($0))
        """
      })
    all.append(
      any(actors) {
        """
        o.id IN (SELECT p.observation FROM participants AS p WHERE p.name = \($0) OR p.actor IN (
          SELECT c.canonical FROM actor_canonical AS c JOIN actor_alias AS l ON l.actor = c.actor
          WHERE l.alias = \($0) AND l.withdrawn = 0))
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
    if let text { all.append("(instr(o.title, \(text)) OR instr(coalesce(o.summary, ''), \(text)))") }
    if let place { all.append("o.place = \(place)") }
    if let day = from?.earliest { all.append("coalesce(o.latest, \(day.number)) >= \(day.number)") }
    if let day = to?.latest { all.append("coalesce(o.earliest, \(day.number)) <= \(day.number)") }
    if let umbrella { all.append("o.umbrella = \(umbrella)") }
    if let multilateral { all.append("o.multilateral = \(multilateral)") }
    return all
  }

  private func any(_ values: [String], _ condition: (String) -> SQL) -> SQL {
    values.isEmpty ? "1" : "(\(values.map(condition).joined(separator: " OR ")))"
  }
}

/// A filter that names what is not there.
public enum FilterError: Explained {
  case unknown(String, String, near: [String])

  public var sentence: String {
    switch self {
    case .unknown(let kind, let name, _): "There is no \(kind) \"\(name)\"."
    }
  }
  public var hint: String? {
    switch self {
    case .unknown(_, _, let near):
      near.isEmpty
        ? nil : (near.count == 1 ? "Did you mean \(near[0])?" : "Known: \(near.joined(separator: ", ")).")
    }
  }
}
