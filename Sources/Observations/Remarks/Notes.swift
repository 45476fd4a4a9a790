public import Formats
public import Records
public import SQLite

/// Comments of analysts on records.
public enum Notes {
  /// Writes a note on a record.
  /// - Parameters:
  ///   - body: what is to be said.
  ///   - subject: what it is about.
  ///   - label: nil takes the label of the context.
  ///   - context: the change it belongs to.
  /// - Returns: its number.
  /// - Throws: ``RemarkError`` for an empty one, `SQLiteError`.
  public static func add(_ body: String, on subject: Record, label: Label?, _ context: LoadContext) throws
    -> Int
  {
    let body = NFC.normalized(body).trimmed
    guard !body.isEmpty else { throw RemarkError.empty("note") }
    try context.connection.execute(
      """
      INSERT INTO note (uid, observation, initiative, actor, document, outlet, evidence, body, tlp, change)
      VALUES (\(Identity.typed(at: context.desk)), \(subject.number(.observation)), \(subject.number(.initiative)),
        \(subject.number(.actor)), \(subject.number(.document)), \(subject.number(.outlet)),
        \(subject.number(.evidence)), \(body), \((label ?? context.label).rawValue), \(context.change.id))
      """)
    return context.connection.lastRowID
  }

  /// Takes a note back.
  /// - Throws: ``RemarkError`` where there is none of this number.
  public static func withdraw(_ number: Int, _ context: LoadContext) throws {
    try context.withdrawRemark(number, of: "note")
  }

  /// The notes on a record, the oldest first: number, when, who, label, body.
  public static func table(of subject: Record, in connection: Connection) throws -> Table {
    try Table(
      of: """
        SELECT n.id, date(c.at) AS entered, c.analyst, n.tlp, n.body
        FROM note AS n LEFT JOIN change AS c ON c.id = n.change
        WHERE n.withdrawn = 0 AND (n.observation = \(subject.number(.observation))
          OR n.initiative = \(subject.number(.initiative)) OR n.actor = \(subject.number(.actor))
          OR n.document = \(subject.number(.document)) OR n.outlet = \(subject.number(.outlet))
          OR n.evidence = \(subject.number(.evidence)))
        ORDER BY n.id
        """, ["note", "entered", "analyst", "tlp", "body"], in: connection)
  }

  /// The notes on the sources of an observation, by source: number, source, when, who, label, body.
  public static func table(onSourcesOf observation: Int, in connection: Connection) throws -> Table {
    try Table(
      of: """
        SELECT n.id, 'e' || n.evidence, date(c.at), c.analyst, n.tlp, n.body
        FROM note AS n JOIN evidence AS e ON e.id = n.evidence AND e.withdrawn = 0
        LEFT JOIN change AS c ON c.id = n.change
        WHERE n.withdrawn = 0 AND e.observation = \(observation) ORDER BY n.evidence, n.id
        """, ["note", "source", "entered", "analyst", "tlp", "body"], in: connection)
  }
}

extension Table {
  /// The rows of a query under names of their own.
  init(of query: SQL, _ names: [String], in connection: Connection) throws {
    self.init(columns: names.map { Table.Column($0) })
    try connection.forEach(query) { row in
      append(
        row.values.map { value in
          switch value {
          case .null: .empty
          case .text(let text): .text(text)
          default: .number(CellText.of(value))
          }
        })
    }
  }
}
