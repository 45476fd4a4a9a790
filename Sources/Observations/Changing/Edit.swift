internal import Documents
internal import Formats
internal import Names
public import Records
internal import SQLite

/// Correcting a record by hand: read and refused as a row of a table is, and written with who, when and why.
public struct Edit {
  /// What became of it.
  public struct Outcome: Sendable {
    /// The fields that say something else now; empty: nothing was written.
    public var changed: [String]
  }

  let file: EntenteFile
  let desk: Desk
  private var db: Connection { file.connection }

  /// For one run: nothing is read or written yet.
  public init(_ file: EntenteFile, _ desk: Desk) {
    self.file = file
    self.desk = desk
  }

  /// The fields of a record as they stand, by the names they are set by.
  public func cells(of record: Record) throws -> [String: String] {
    switch record.kind {
    case .observation: try ObservationExport.cells(of: record.number, in: db)
    case .document: try DocumentFields.cells(of: record.number, in: db)
    case .evidence: try row("SELECT * FROM evidence_export WHERE sort = \(record.number)")
    case .actor: try row("SELECT * FROM actor_export WHERE sort = \(record.number)")
    case .outlet:
      try row("SELECT uid, name AS outlet, affiliation FROM outlet WHERE id = \(record.number)")
    case .initiative:
      try row("SELECT uid, code, title, note, status, tlp FROM initiative WHERE id = \(record.number)")
    }
  }

  /// Sets fields.
  /// - Returns: which fields say something else now; where none does, nothing is written.
  /// - Throws: `RowRefusal` naming the field that cannot be taken, ``EditError``; nothing is written then.
  public func set(_ assignments: [Assignment], of record: Record, why: String) throws -> Outcome {
    try correct(record, why: why) { held in
      var assignments = assignments
      var extras: [String: String] = [:]
      var own: Set<String> = []
      if record.kind == .observation {
        extras = try Extras.read(TableRow(line: 0, cells: ["extras": held["extras"] ?? ""]))
        own = Set(extras.keys)
        for index in assignments.indices where own.contains(assignments[index].field) {
          extras[assignments[index].field] = assignments[index].value.isEmpty ? nil : assignments[index].value
          assignments[index] = Assignment("extras", .set, Extras.text(extras) ?? "")
        }
      }
      // An extra stands in the row twice, by itself and in `extras`: what is written is the latter.
      var cells = held.filter { !own.contains($0.key) }
      let isCast = { (assignment: Assignment) in assignment.field == "actors" || assignment.field == "actor" }
      if record.kind == .observation {
        cells = try cast(assignments.filter(isCast), cells)
        assignments.removeAll(where: isCast)
      }
      return try EditFields(of: record.kind).apply(
        assignments, to: cells, extras: Set(extras.keys), kind: record.kind)
    }
  }

  /// The actors in one list, as they are typed where an observation is logged: NAME, or NAME@SIDE=ROLE. A name alone
  /// takes its entry out.
  private func cast(_ assignments: [Assignment], _ held: [String: String]) throws -> [String: String] {
    guard !assignments.isEmpty else { return held }
    var typed = TypedCells.typed(held)
    let standing = TableRow(line: 0, cells: typed).list("actors")
    for var assignment in assignments {
      if assignment.sign == .remove {
        let entries = TableRow(line: 0, cells: typed).list("actors")
        let gone = TableRow(line: 0, cells: ["x": assignment.value]).list("x").map { name in
          entries.first { $0 == name || $0.hasPrefix("\(name)@") } ?? name
        }
        assignment.value = gone.joined(separator: ";")
      }
      let cell = TableRow(line: 0, cells: typed).list("actors").joined(separator: ";")
      typed["actors"] = try assignment.applied(to: cell)
    }
    let placed = try TypedCells(db).placed(typed, standing: Set(standing)).cells
    let columns = ObservationColumns.cast.subtracting(["mechanism"])
    return placed.merging(columns.filter { placed[$0] == nil }.map { ($0, "") }) { $1 }
  }

  /// Takes over columns that were filled in elsewhere, as in a form: "" where one was emptied.
  public func take(_ columns: [String: String], for record: Record, why: String) throws -> Outcome {
    try correct(record, why: why) { $0.merging(columns) { $1 } }
  }

  private func correct(
    _ record: Record, why: String, _ change: ([String: String]) throws -> [String: String]
  ) throws -> Outcome {
    guard !why.trimmed.isEmpty else { throw EditError.why }
    let name = try record.name(in: db)
    guard try !record.isWithdrawn(in: db) else { throw EditError.withdrawn(name) }
    var changed: Set<String> = []
    do {
      try file.write(desk, why: why, beginning: Batch(kind: .live)) { change_ in
        let held = try cells(of: record)
        guard !held.isEmpty else { throw EditError.withdrawn(name) }
        let wanted = try change(held)
        changed = Self.changed(record.kind, from: held, to: wanted)
        guard !changed.isEmpty else { throw NothingChanged() }
        try write(record, wanted, changed, context(change_))
      }
    } catch is NothingChanged {
    } catch let error as SQLiteError where error.code.primary == .constraint {
      throw EditError.rule(name, error.message.withoutStop)
    }
    return Outcome(changed: changed.sorted())
  }

  private struct NothingChanged: Error {}

  func context(_ change: Change) throws -> LoadContext {
    try LoadContext(connection: db, change: change, desk: desk, update: true, label: db.defaultLabel())
  }

  private static func changed(_ kind: Record.Kind, from old: [String: String], to new: [String: String])
    -> Set<
      String
    >
  {
    if kind == .observation { return ObservationColumns.changed(from: old, to: new) }
    let fields = EditFields(of: kind)
    return Set(
      fields.names.filter { name in
        let (before, after) = (old[name] ?? "", (new[name] ?? "").trimmed)
        if fields.lists.contains(name) {
          let parts = { (cell: String) in
            cell.split(separator: ";").map { NFC.normalized(String($0).trimmed) }
          }
          return parts(before) != parts(after)
        }
        return before != NFC.normalized(after)
      })
  }

  // MARK: Writing

  private func write(
    _ record: Record, _ cells: [String: String], _ changed: Set<String>, _ context: LoadContext
  )
    throws
  {
    let row = TableRow(line: 0, cells: cells)
    switch record.kind {
    case .observation: try write(observation: record.number, row, changed, context)
    case .document: try DocumentFields.write(row, changed, to: record.number, context)
    case .evidence:
      var cells = cells
      // Another address is another document; its bytes are counted anew.
      if changed.contains("source_url") {
        for name in ["document_uid", "starts", "ends"] where !changed.contains(name) { cells[name] = nil }
      }
      var loader = EvidenceLoader()
      _ = try loader.load(TableRow(line: 0, cells: cells), context)
      if changed.contains("credibility"), row["credibility"] == "1",
        let observation = try db.value(
          "SELECT observation FROM evidence WHERE id = \(record.number)", as: Int.self)
      {
        try Confirmation.check(observation, in: db)
      }
    case .actor:
      var loader = ActorLoader()
      if let old = try db.value("SELECT name FROM actor WHERE id = \(record.number)", as: String.self),
        let name = row["name"], name != old,
        try db.value("SELECT 1 FROM actor WHERE name = \(name)", as: Int.self) != nil
      {
        throw RowRefusal(column: "name", value: name, reason: "another actor is called so", hint: "")
      }
      _ = try loader.load(row, context)
      try indexActs(of: record.number)
    case .outlet:
      var loader = OutletLoader()
      _ = try loader.load(row, context)
    case .initiative: _ = try InitiativeLoader().load(row, context)
    }
  }

  private func write(observation id: Int, _ row: TableRow, _ changed: Set<String>, _ context: LoadContext)
    throws
  {
    let observation = try ObservationReading(Codes(db)).observation(from: row)
    let key = try db.first("SELECT uid, loaded FROM observation WHERE id = \(id)") {
      (try $0.get(0, as: String.self), try $0.get(1, as: String?.self))
    }
    guard let (uid, loaded) = key else { return }
    // What it was loaded as stays: the same file loaded again says nothing new.
    try ObservationTable.update(id, uid: uid, to: observation, changed: changed, loaded: loaded, context)
    if changed.contains("credibility"), observation.source.credibility == 1 {
      try Confirmation.check(id, in: db)
    }
  }

  /// What was logged about an actor is found under its new names too.
  private func indexActs(of actor: Int) throws {
    let acts = try db.rows(
      """
      SELECT o.id FROM participation AS p JOIN observation AS o ON o.id = p.observation
      WHERE p.actor = \(actor) AND p.withdrawn = 0 AND o.withdrawn = 0
      """
    ) { try $0.get(0, as: Int.self) }
    for act in acts { try ObservationTable.index(act, in: db) }
  }

  private func row(_ query: SQL) throws -> [String: String] {
    let names = try db.columnNames(of: query)
    let values = try db.first(query) { $0.values.map(CellText.of) }
    return Dictionary(uniqueKeysWithValues: zip(names, values ?? []).filter { $0.0 != "sort" })
  }
}
