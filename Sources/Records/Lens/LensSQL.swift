internal import SQLite

/// The text of what a lens puts before each table. It is a view wherever a view can say it; where versions of several
/// times have to be mixed it is a copy with the table's indexes, because views over a union are slow to join.
///
/// A view binds nothing: the numbers stand in the text. Each view reads a column in its WHERE: what reads none is told
/// to the authorizer as if the statement itself named the table.
struct LensSQL {
  let schema: ShadowedSchema
  /// The last change that is seen.
  let change: Int
  /// The rank of the highest label that is seen; nil: all.
  let rank: Int?

  /// Actors and outlets have no label; one that was only named in passing, in rows that are not seen, is a secret too.
  private static let witnesses = [
    "actor": ("participation", "actor"), "outlet": ("document", "outlet"),
  ]

  private var last: SQL { SQL(trusting: String(change)) }

  /// The tables that have to be put on before this one, because its rows follow from theirs.
  func before(_ table: ShadowedTable) -> [String] {
    guards(of: table).map(\.table) + (rank == nil ? [] : Self.witnesses[table.name].map { [$0.0] } ?? [])
  }

  /// Whom a row follows: it is seen if they are.
  private func guards(of table: ShadowedTable) -> [ShadowedTable.Parent] {
    if table.hasHistory, rank == nil { return [] }
    return table.parents.filter { parent in
      let isWitness = Self.witnesses[parent.table]?.0 == table.name
      return schema.marked.contains(parent.table)
        || (rank != nil && Self.witnesses[parent.table] != nil && !isWitness)
    }
  }

  /// What a row or version `x` must fulfil, whatever its time.
  private func conditions(_ table: ShadowedTable) -> SQL {
    var all: [SQL] = ["1"]
    if let rank, table.hasLabel {
      all.append("x.tlp IN (SELECT code FROM main.label WHERE rank <= \(SQL(trusting: String(rank))))")
    }
    for parent in guards(of: table) {
      let column: SQL = "x.\(identifier: parent.column)"
      all.append(
        "(\(column) IS NULL OR \(column) IN (SELECT \(identifier: parent.key) FROM temp.\(identifier: parent.table)))"
      )
    }
    if rank != nil, let (witness, column) = Self.witnesses[table.name] {
      all.append(
        """
        (x.provisional = 0 OR x.id IN (SELECT \(identifier: column) FROM temp.\(identifier: witness))
          OR x.id NOT IN (SELECT \(identifier: column) FROM main.\(identifier: witness)
                          WHERE \(identifier: column) IS NOT NULL))
        """)
    }
    return all.joined(separator: " AND ")
  }

  private func columns(_ table: ShadowedTable) -> SQL {
    table.columns.map { "x.\(identifier: $0.name)" as SQL }.joined(separator: ", ")
  }

  /// Rows that stand as they stood.
  func view(_ table: ShadowedTable) -> SQL {
    let time: SQL = table.hasHistory ? "x.change <= \(last) AND " : ""
    return """
      CREATE TEMP VIEW \(identifier: table.name) AS
      SELECT \(columns(table)) FROM main.\(identifier: table.name) AS x WHERE \(time)\(conditions(table))
      """
  }

  /// True if a row of the table has changed since.
  func hasChanged(_ table: ShadowedTable) -> SQL {
    "SELECT EXISTS (SELECT 1 FROM main.\(identifier: table.history) WHERE until > \(last))"
  }

  /// An empty copy of the table, and what fills it: the rows not superseded since, and of the others the version that
  /// was superseded first.
  func copy(_ table: ShadowedTable) -> [SQL] {
    let definitions = table.columns.map { column -> SQL in
      let key: SQL = column.name == "id" ? " PRIMARY KEY" : ""
      return "\(identifier: column.name) \(Self.type(column.type))\(key)"
    }
    let history: SQL = "main.\(identifier: table.history)"
    return [
      "CREATE TEMP TABLE \(identifier: table.name) (\(definitions.joined(separator: ", ")))",
      """
      INSERT INTO temp.\(identifier: table.name)
      SELECT \(columns(table)) FROM main.\(identifier: table.name) AS x
      WHERE x.change <= \(last) AND \(conditions(table))
        AND NOT EXISTS (SELECT 1 FROM \(history) AS h WHERE h.id = x.id AND h.until > \(last))
      UNION ALL
      SELECT \(columns(table)) FROM \(history) AS x
      WHERE x.change <= \(last) AND x.until > \(last) AND \(conditions(table))
        AND x.version = (SELECT min(h.version) FROM \(history) AS h WHERE h.id = x.id AND h.until > \(last))
      ORDER BY 1
      """,
    ]
  }

  /// Quick to look rows up by what they hang on.
  func index(_ table: ShadowedTable, on column: String) -> SQL {
    """
    CREATE INDEX temp.\(identifier: "lens_\(table.name)_\(column)")
    ON \(identifier: table.name) (\(identifier: column))
    """
  }

  private static func type(_ name: String) -> SQL {
    switch name {
    case "INTEGER": "INTEGER"
    case "REAL": "REAL"
    case "BLOB": "BLOB"
    case "TEXT": "TEXT"
    default: "ANY"
    }
  }

  /// The versions superseded by then, of rows that are seen.
  func history(_ table: ShadowedTable) -> SQL {
    let row: SQL = rank == nil ? "" : " AND x.id IN (SELECT id FROM temp.\(identifier: table.name))"
    return """
      CREATE TEMP VIEW \(identifier: table.history) AS
      SELECT x.* FROM main.\(identifier: table.history) AS x
      WHERE x.until <= \(last)\(row) AND \(conditions(table))
      """
  }

  /// The log up to then. A change that touched what is not seen keeps its place and loses its words.
  func log() -> [SQL] {
    let isSeen: SQL = rank == nil ? "1" : "x.id NOT IN (SELECT change FROM temp.lens_hidden)"
    let batchIsSeen: SQL =
      rank == nil
      ? "1"
      : "x.id NOT IN (SELECT batch FROM main.change WHERE batch IS NOT NULL AND id IN (SELECT change FROM temp.lens_hidden))"
    return (rank == nil ? [] : [hidden()]) + [
      """
      CREATE TEMP VIEW change AS
      SELECT x.id, x.at, x.analyst, CASE WHEN \(isSeen) THEN x.why ELSE '(above the label)' END AS why, x.batch
      FROM main.change AS x WHERE x.id <= \(last) AND x.at <> ''
      """,
      """
      CREATE TEMP VIEW batch AS
      SELECT x.id, x.uid, x.kind, x.started,
        CASE WHEN \(batchIsSeen) THEN x.source ELSE '(above the label)' END AS source,
        CASE WHEN \(batchIsSeen) THEN x.note ELSE '(above the label)' END AS note
      FROM main.batch AS x WHERE x.uid <> '' AND x.id <= (SELECT max(batch) FROM main.change WHERE id <= \(last))
      """,
      // What was erased has no label any more.
      """
      CREATE TEMP VIEW erasure AS
      SELECT x.* FROM main.erasure AS x WHERE x.change <= \(last) AND \(rank == nil ? "1" : "0" as SQL)
      """,
    ]
  }

  /// The changes that made or superseded something that is not seen.
  private func hidden() -> SQL {
    let tables = schema.tables.values.filter { $0.hasHistory }.sorted { $0.name < $1.name }
    let parts = tables.filter { schema.marked.contains($0.name) || Self.witnesses[$0.name] != nil }.map {
      """
      SELECT change FROM main.\(identifier: $0.name) WHERE id NOT IN (SELECT id FROM temp.\(identifier: $0.name))
      UNION ALL
      SELECT until FROM main.\(identifier: $0.history)
      WHERE version NOT IN (SELECT version FROM temp.\(identifier: $0.history))
      UNION ALL
      SELECT change FROM main.\(identifier: $0.history)
      WHERE version NOT IN (SELECT version FROM temp.\(identifier: $0.history))
      """ as SQL
    }
    return "CREATE TEMP VIEW lens_hidden AS " + parts.joined(separator: "\nUNION ALL\n")
  }
}
