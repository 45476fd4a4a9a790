public import Records
public import SQLite

/// Which records changes touched, also by what hangs on them.
enum Touched {
  /// Rows of change, kind and id, one for each record that a change entered or altered; of what is no record the kind is
  /// its table.
  /// - Parameters:
  ///   - chosen: a query for the numbers of changes.
  ///   - others: tables of rows that are no records.
  /// - Returns: a query.
  static func records(by chosen: SQL, and others: [String] = []) -> SQL {
    var parts: [SQL] = []
    for kind in Record.Kind.allCases {
      let shape = StoryShape.of(kind)
      parts += query(kind.rawValue, shape.table, "id", chosen)
      for list in shape.lists { parts += query(kind.rawValue, list.table, list.owner, chosen) }
      for part in shape.parts where part.table != "evidence" {
        parts += query(kind.rawValue, part.table, part.owner, chosen)
      }
    }
    for table in others { parts += query(table, table, "id", chosen) }
    return parts.joined(separator: " UNION ")
  }

  private static func query(_ kind: String, _ table: String, _ owner: String, _ chosen: SQL) -> [SQL] {
    [
      """
      SELECT change, \(kind) AS kind, \(identifier: owner) AS record FROM \(identifier: table)
      WHERE change IN (\(chosen)) AND \(identifier: owner) IS NOT NULL
      """,
      """
      SELECT until, \(kind), \(identifier: owner) FROM \(identifier: "\(table)_history")
      WHERE until IN (\(chosen)) AND \(identifier: owner) IS NOT NULL
      """,
    ]
  }

  /// The highest label of what the changes touched, as it is marked now or was: what is told of a change may be of any
  /// of it.
  static func label(by chosen: SQL, in db: Connection) throws -> Label {
    let rank = try db.value(
      """
      WITH touched (change, kind, record) AS MATERIALIZED (\(records(by: chosen)))
      SELECT max(rank) FROM label WHERE code IN (
        SELECT tlp FROM observation WHERE id IN (SELECT record FROM touched WHERE kind = 'observation')
        UNION SELECT tlp FROM observation_history WHERE id IN (SELECT record FROM touched WHERE kind = 'observation')
        UNION SELECT tlp FROM document WHERE id IN (SELECT record FROM touched WHERE kind = 'document')
        UNION SELECT tlp FROM document_history WHERE id IN (SELECT record FROM touched WHERE kind = 'document')
        UNION SELECT tlp FROM evidence WHERE id IN (SELECT record FROM touched WHERE kind = 'evidence')
        UNION SELECT tlp FROM evidence_history WHERE id IN (SELECT record FROM touched WHERE kind = 'evidence')
        UNION SELECT tlp FROM initiative WHERE id IN (SELECT record FROM touched WHERE kind = 'initiative')
        UNION SELECT tlp FROM initiative_history WHERE id IN (SELECT record FROM touched WHERE kind = 'initiative')
        \(try others(by: chosen, in: db)))
      """, as: Int?.self)
    return (rank ?? nil).map { Label(rank: $0) } ?? .clear
  }

  /// The labels of rows with a label of their own, as they are and as they were.
  private static func others(by chosen: SQL, in db: Connection) throws -> SQL {
    let marked = try (["note", "judgement"] + TruthRow.tables(in: db)).filter { table in
      try db.value("SELECT 1 FROM pragma_table_info(\(table), 'main') WHERE name = 'tlp'", as: Int.self)
        != nil
    }
    return marked.map { table -> SQL in
      let history: SQL = "\(identifier: "\(table)_history")"
      return """
        UNION SELECT tlp FROM \(identifier: table) WHERE change IN (\(chosen))
          OR id IN (SELECT id FROM \(history) WHERE until IN (\(chosen)))
        UNION SELECT tlp FROM \(history) WHERE until IN (\(chosen))
        """
    }.joined(separator: " ")
  }
}

extension Markings {
  /// The highest label of what these changes touched.
  public static func highest(ofChanges changes: [Int], in connection: Connection) throws -> Label {
    guard !changes.isEmpty else { return .clear }
    let numbers = "[" + changes.map(String.init).joined(separator: ",") + "]"
    return try Touched.label(by: "SELECT value FROM json_each(\(numbers))", in: connection)
  }
}
