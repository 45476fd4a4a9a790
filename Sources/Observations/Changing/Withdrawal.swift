internal import Documents
internal import Names
public import Records
internal import SQLite

/// Taking records back, and bringing them back: nothing is deleted.
public struct Withdrawal {
  private let file: EntenteFile
  private let desk: Desk
  private var db: Connection { file.connection }

  /// For one run: nothing is read or written yet.
  public init(_ file: EntenteFile, _ desk: Desk) {
    self.file = file
    self.desk = desk
  }

  /// Takes a record back.
  /// - Returns: false if it was taken back already: nothing is written then.
  /// - Throws: ``EditError``.
  public func withdraw(_ record: Record, why: String) throws -> Bool { try set(true, record, why) }

  /// Brings a record back as it was.
  /// - Returns: false if it stands: nothing is written then.
  /// - Throws: ``EditError``, also where something else has taken its place.
  public func restore(_ record: Record, why: String) throws -> Bool { try set(false, record, why) }

  private func set(_ withdrawn: Bool, _ record: Record, _ why: String) throws -> Bool {
    guard !why.trimmed.isEmpty else { throw EditError.why }
    let name = try record.name(in: db)
    guard try record.isWithdrawn(in: db) != withdrawn else { return false }
    do {
      try file.write(desk, why: why, beginning: Batch(kind: .live)) { _ in
        try db.execute(
          "UPDATE \(identifier: record.kind.rawValue) SET withdrawn = \(withdrawn) WHERE id = \(record.number)"
        )
        try index(record, isGone: withdrawn)
      }
    } catch let error as SQLiteError where error.code.primary == .constraint {
      throw EditError.rule(name, error.message.withoutStop)
    }
    return true
  }

  /// What was withdrawn is not found, and is again when it comes back.
  private func index(_ record: Record, isGone: Bool) throws {
    switch record.kind {
    case .observation:
      if isGone { return try SearchIndex.remove(kind: "observation", record: record.number, in: db) }
      try ObservationTable.index(record.number, in: db)
    case .document:
      if isGone { return try SearchIndex.remove(kind: "document", record: record.number, in: db) }
      try DocumentFields.index(record.number, in: db)
    case .evidence, .actor, .outlet, .initiative: break
    }
  }

  /// What still leans on a record that was taken back, in a phrase; nil: nothing.
  public func leaning(on record: Record) throws -> String? {
    let count: SQL
    let words: (one: String, many: String)
    switch record.kind {
    case .observation: return nil
    case .evidence:
      guard
        try db.value(
          """
          SELECT count(*) FROM evidence WHERE withdrawn = 0
            AND observation = (SELECT observation FROM evidence WHERE id = \(record.number))
          """, as: Int.self) == 0
      else { return nil }
      return "its observation has no source now"
    case .document:
      count = "SELECT count(*) FROM evidence WHERE document = \(record.number) AND withdrawn = 0"
      words = ("piece of evidence rests", "pieces of evidence rest")
    case .actor:
      count = """
        SELECT count(*) FROM participation AS p JOIN observation AS o ON o.id = p.observation
        WHERE p.actor = \(record.number) AND p.withdrawn = 0 AND o.withdrawn = 0
        """
      words = ("observation rests", "observations rest")
    case .outlet:
      count = "SELECT count(*) FROM document WHERE outlet = \(record.number) AND withdrawn = 0"
      words = ("document rests", "documents rest")
    case .initiative:
      count =
        "SELECT count(*) FROM observation_initiative WHERE initiative = \(record.number) AND withdrawn = 0"
      words = ("observation rests", "observations rest")
    }
    let number = try db.value(count, as: Int.self) ?? 0
    return number == 0 ? nil : "\(number) \(number == 1 ? words.one : words.many) on it"
  }
}
