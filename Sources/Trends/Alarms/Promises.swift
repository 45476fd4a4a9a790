internal import Calendar
internal import Records
internal import SQLite

/// Promises past their due date without a later act of their initiative. An act that may be later counts as later; what
/// is completed, set back or only said is no open promise. A date due that was moved is another promise.
struct Promises {
  let settings: AlarmSettings

  func all(in connection: Connection) throws -> [Alarm] {
    try connection.rows(sql) { row in
      let (observation, title) = try (row.get(0, as: Int.self), row.get(1, as: String.self))
      let (occurred, due) = try (row.get(2, as: String.self), row.get(3, as: String.self))
      let days = settings.today.number - (try row.get(4, as: Int.self))
      let initiative = try row.get(5, as: String?.self)
      let rest =
        initiative.map { "no later act of \($0) in this file" }
        ?? "it belongs to no initiative, so no later act can be known"
      return Alarm(
        key: "\(AlarmKind.overduePromise.rawValue):o\(observation):\(due)", kind: .overduePromise,
        sentence:
          "Due \(due), \(days) \(days == 1 ? "day" : "days") ago, and \(rest): \(title) (\(occurred)).",
        since: due, observation: observation, evidence: [observation], label: Label(rank: try row.get(6)))
    }
  }

  private var sql: SQL {
    let today = settings.today.number
    return """
      SELECT o.id, o.title, o.occurred, o.due, o.due_latest,
        (SELECT group_concat(i.code, ', ') FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative
         WHERE oi.observation = o.id AND oi.withdrawn = 0), l.rank
      FROM observation AS o
      JOIN label AS l ON l.code = o.tlp
      WHERE o.withdrawn = 0 AND o.due IS NOT NULL AND o.due_latest < \(today)
        AND coalesce(o.stage, '') <> 'completed' AND coalesce(o.effect, '') NOT IN ('statement', 'sets-back', 'context')
        AND coalesce(o.earliest, 0) <= \(today)
        AND NOT EXISTS (
          SELECT 1 FROM observation_initiative AS mine
          JOIN observation_initiative AS theirs ON theirs.initiative = mine.initiative AND theirs.withdrawn = 0
          JOIN observation AS act ON act.id = theirs.observation
          WHERE mine.observation = o.id AND mine.withdrawn = 0 AND act.id <> o.id AND act.withdrawn = 0
            AND coalesce(act.effect, '') <> 'statement' AND coalesce(act.earliest, 0) <= \(today)
            AND (act.latest IS NULL OR o.earliest IS NULL OR act.latest > o.earliest))
      ORDER BY o.due_latest, o.id
      """
  }
}
