internal import Documents
internal import SQLite

extension ObservationTable {
  /// Puts an observation into the search index: title, summary, place, and its actors under all their names, so
  /// that 华为 finds what was logged about Huawei.
  static func index(_ id: Int, in connection: Connection) throws {
    let texts = try connection.first(
      """
      SELECT o.title, o.summary, o.place,
        (SELECT group_concat(x.name, char(10)) FROM (
          SELECT a.name FROM participation AS p JOIN actor AS a ON a.id = p.actor
          WHERE p.observation = o.id AND p.withdrawn = 0
          UNION
          SELECT l.alias FROM participation AS p JOIN actor_alias AS l ON l.actor = p.actor
          WHERE p.observation = o.id AND p.withdrawn = 0 AND l.withdrawn = 0 ORDER BY 1) AS x)
      FROM observation AS o WHERE o.id = \(id)
      """
    ) { row in try (0..<4).map { try row.get($0, as: String?.self) ?? "" } }
    guard let texts else { return }
    let body = texts.dropFirst().joined(separator: "\n")
    try SearchIndex.replace(
      kind: "observation", record: id, title: texts[0], body: Array(body.utf8), in: connection)
  }

  /// Puts every observation into the search index anew.
  /// - Returns: how many.
  static func indexAll(in connection: Connection) throws -> Int {
    let ids = try connection.rows("SELECT id FROM observation WHERE withdrawn = 0 ORDER BY id") {
      try $0.get(0, as: Int.self)
    }
    for id in ids { try index(id, in: connection) }
    return ids.count
  }
}
