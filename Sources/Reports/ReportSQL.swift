internal import Records
internal import SQLite
internal import TimeSeries

/// The statements of a report that are no counts by period.
struct ReportSQL {
  let connection: Connection

  /// The numbers of the observations to list.
  func newest(_ question: Question, _ limit: Int) throws -> (numbers: [Int], figure: Figure) {
    let sql = question.newest(limit)
    return (try connection.rows(sql) { try $0.get(0) }, Figure("newest observations", sql))
  }

  func observation(_ number: Int) throws -> ReportedObservation? {
    let sources = try sources(of: number)
    return try connection.first(
      """
      SELECT o.occurred, o.title, coalesce(m.label, o.mechanism), c.series, l.rank
      FROM observation AS o
      JOIN classified AS c ON c.observation = o.id
      JOIN label AS l ON l.code = o.tlp
      LEFT JOIN mechanism AS m ON m.code = o.mechanism
      WHERE o.id = \(number)
      """
    ) { row in
      let rank = try sources.map(\.rank).reduce(row.get(4), max)
      return ReportedObservation(
        id: ShortID(.observation, number), occurred: try row.get(0), title: try row.get(1),
        mechanism: try row.get(2), series: CountedAs(rawValue: try row.get(3)) ?? .uncoded,
        actors: try actors(of: number), sources: sources.map(\.source), label: Label(rank: rank))
    }
  }

  private func actors(of number: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT DISTINCT name, CASE side WHEN 'cn' THEN 1 WHEN 'ru' THEN 2 ELSE 3 END AS place
      FROM participants WHERE observation = \(number) ORDER BY place, name
      """
    ) { try $0.get(0) }
  }

  private func sources(of number: Int) throws -> [(source: ReportedObservation.Source, rank: Int)] {
    try connection.rows(
      """
      SELECT v.outlet, v.title, v.published, v.url, v.grade, v.stance, max(le.rank, ld.rank)
      FROM evidence AS e
      JOIN evidence_list AS v ON v.evidence = e.id
      JOIN document AS d ON d.id = e.document
      JOIN label AS le ON le.code = e.tlp
      JOIN label AS ld ON ld.code = d.tlp
      WHERE e.observation = \(number)
      ORDER BY e.main DESC, e.id
      """
    ) { row in
      let source = ReportedObservation.Source(
        outlet: try text(row, 0), title: try text(row, 1), published: try text(row, 2), url: try text(row, 3),
        grade: try row.get(4), stance: try row.get(5))
      return (source, try row.get(6))
    }
  }

  /// A citation that leaves something out holds an empty text.
  private func text(_ row: Row, _ index: Int) throws -> String? {
    let text = try row.get(index, as: String?.self)
    return text == "" ? nil : text
  }

  func state() throws -> DataState {
    let sql: SQL = "SELECT count(*) AS observations FROM observation WHERE withdrawn = 0"
    let count = try connection.value(sql, as: Int.self) ?? 0
    let last = try connection.first("SELECT id, at FROM change ORDER BY id DESC LIMIT 1") {
      (try $0.get(0, as: Int.self), try $0.get(1, as: String.self))
    }
    return DataState(
      observations: count, change: last?.0, changedAt: last?.1,
      figure: Figure("observations in the file", sql))
  }
}
