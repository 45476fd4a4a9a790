internal import Calendar
internal import Records
internal import SQLite

/// Who and what appears for the first time. News means: the first act of all was entered live and lies in the last
/// days; one of unknown beginning was always there. Words, umbrellas and pressure are no acts of the link.
struct Firsts {
  let settings: AlarmSettings

  func all(in connection: Connection) throws -> [Alarm] {
    try pairs(connection) + actors(connection) + mechanisms(connection)
  }

  private var since: Int { settings.firstsSince.number }
  private var today: Int { settings.today.number }

  /// The acts, with their place in time.
  private static let acts: SQL = """
    acts AS (
      SELECT c.observation, c.earliest, c.latest FROM classified AS c
      WHERE c.series NOT IN ('statement', 'umbrella', 'pressure'))
    """

  /// Of each `one` and `other` the first act, if it is news.
  private var news: SQL {
    """
    firsts AS (
      SELECT u.*, row_number() OVER (PARTITION BY u.one, u.other
        ORDER BY u.earliest IS NOT NULL, u.earliest, u.observation) AS place
      FROM united AS u)
    SELECT f.one, f.other, f.observation, f.one_name, f.other_name, o.title, o.occurred, l.rank
    FROM firsts AS f
    JOIN observation AS o ON o.id = f.observation
    JOIN label AS l ON l.code = o.tlp
    JOIN change AS h ON h.id = o.change
    JOIN batch AS b ON b.id = h.batch AND b.kind = 'live'
    WHERE f.place = 1 AND f.direct = 1 AND f.earliest >= \(since) AND f.earliest <= \(today)
    ORDER BY f.earliest, f.observation, f.one, f.other
    """
  }

  private func pairs(_ connection: Connection) throws -> [Alarm] {
    let sql: SQL = """
      WITH \(Self.acts), united AS (
        SELECT a.observation, a.earliest, 1 AS direct, cn.actor AS one, ru.actor AS other, cn.name AS one_name, ru.name AS other_name
        FROM acts AS a
        JOIN participants AS cn ON cn.observation = a.observation AND cn.side = 'cn'
        JOIN participants AS ru ON ru.observation = a.observation AND ru.side = 'ru'),
      \(news)
      """
    return try alarms(.firstPair, sql, connection) { "First act of \($0) with \($1)" }
  }

  private func actors(_ connection: Connection) throws -> [Alarm] {
    let sql: SQL = """
      WITH \(Self.acts), united AS (
        SELECT a.observation, a.earliest, max(s.sector = s.above) AS direct, p.actor AS one, s.above AS other, p.name AS one_name, v.label AS other_name
        FROM acts AS a
        JOIN participants AS p ON p.observation = a.observation
        JOIN observation_sector AS os ON os.observation = a.observation AND os.withdrawn = 0
        JOIN sector_above AS s ON s.sector = os.sector
        JOIN sector AS v ON v.code = s.above
        GROUP BY a.observation, p.actor, s.above),
      \(news)
      """
    return try alarms(.firstActorInSector, sql, connection) { "First act of \($0) in \($1)" }
  }

  private func mechanisms(_ connection: Connection) throws -> [Alarm] {
    let sql: SQL = """
      WITH \(Self.acts), united AS (
        SELECT a.observation, a.earliest, max(s.sector = s.above) AS direct, x.mechanism AS one, s.above AS other, m.label AS one_name, v.label AS other_name
        FROM acts AS a
        JOIN observation AS x ON x.id = a.observation
        JOIN mechanism AS m ON m.code = x.mechanism
        JOIN observation_sector AS os ON os.observation = a.observation AND os.withdrawn = 0
        JOIN sector_above AS s ON s.sector = os.sector
        JOIN sector AS v ON v.code = s.above
        GROUP BY a.observation, s.above),
      \(news)
      """
    return try alarms(.firstMechanismInSector, sql, connection) { "First \($0) in \($1)" }
  }

  private func alarms(
    _ kind: AlarmKind, _ sql: SQL, _ connection: Connection, _ words: (String, String) -> String
  ) throws -> [Alarm] {
    try connection.rows(sql) { row in
      let (one, other) = (row[0].shown, row[1].shown)
      let observation = try row.get(2, as: Int.self)
      let (first, second) = try (row.get(3, as: String.self), row.get(4, as: String.self))
      let (title, occurred) = try (row.get(5, as: String.self), row.get(6, as: String.self))
      return Alarm(
        key: "\(kind.rawValue):\(one):\(other)", kind: kind,
        sentence: "\(words(first, second)) in this file: \(title) (\(occurred)).", since: occurred,
        observation: observation, evidence: [observation], label: Label(rank: try row.get(7)))
    }
  }
}

extension Value {
  /// A number or a text, for keys.
  fileprivate var shown: String {
    switch self {
    case .integer(let number): String(number)
    case .text(let text): text
    case .null, .real, .blob: ""
    }
  }
}
