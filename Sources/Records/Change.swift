internal import Calendar
internal import SQLite

/// One act of changing the file. Rows entered while it is current carry its id.
public struct Change: Sendable {
  /// Its number in the log.
  public let id: Int
  /// The batch it belongs to.
  public let batch: Int?
}

/// One run of a loading command. Delays between act and entry are learned from live batches only.
public struct Batch: Sendable {
  /// Whether delays can be learned from it.
  public enum Kind: String, Sendable, CaseIterable {
    /// Entered as it became known.
    case live
    /// Older material entered afterwards: its delays mean nothing.
    case backfill
  }
  /// Live or backfill.
  public var kind: Kind
  /// What was loaded; nil when typed.
  public var source: String?
  /// A batch that has not begun.
  public init(kind: Kind, source: String? = nil) {
    self.kind = kind
    self.source = source
  }
}

extension EntenteFile {
  /// One transaction with its change: who, when and why are written first, and every row and superseded
  /// version of `body` points to it.
  /// - Parameters:
  ///   - desk: who, and when.
  ///   - why: for the log.
  ///   - batch: a batch that an earlier change began.
  ///   - beginning: a batch that begins with this change; ``Change/batch`` tells its number.
  ///   - isUndoable: false where, within ``together(_:)``, what throws takes all of it along: a way back for each of
  ///     many small changes costs more than the changes.
  ///   - countsIn: false for the parts of a long load, which ends with ``countIn()``: counting in much at once costs less.
  ///   - body: what is done.
  /// - Returns: what `body` returns.
  /// - Throws: `SQLiteError`, or what `body` throws; nothing is written then.
  public func write<T>(
    _ desk: Desk, why: String, batch: Int? = nil, beginning: Batch? = nil, isUndoable: Bool = true,
    countsIn: Bool = true, _ body: (Change) throws -> T
  ) throws -> T {
    try step(isUndoable: isUndoable) {
      let batch = try beginning.map { try insert($0, desk) } ?? batch
      try connection.execute(
        """
        INSERT INTO change (at, analyst, why, batch)
        VALUES (\(desk.now.description), \(desk.analyst), \(why), \(batch))
        """)
      let change = Change(id: connection.lastRowID, batch: batch)
      try connection.execute("UPDATE current_change SET change = \(change.id)")
      let result = try body(change)
      if countsIn { try KeptCounts.bringUpToDate(connection) }
      try connection.execute("UPDATE current_change SET change = NULL")
      return result
    }
  }

  /// Counts in what changes that did not count in have left: see `kept_count`. Answers do not change by it.
  /// - Throws: `SQLiteError`.
  public func countIn() throws { try step(isUndoable: false) { try KeptCounts.bringUpToDate(connection) } }

  /// Several changes as one transaction, so that they reach the disk together: each is a change of its own, and one
  /// that throws is undone by itself where `body` catches what it throws.
  /// - Returns: what `body` returns.
  /// - Throws: `SQLiteError`, or what `body` throws; none of the changes is kept then.
  public func together<T>(_ body: () throws -> T) throws -> T {
    try connection.transaction {
      let result = try body()
      // What is not undoable must not be caught by `body`: the file would go on in that change's name.
      guard try noneIsOpen() else { throw ChangeLeftOpen() }
      return result
    }
  }

  /// A step of the transaction that ``together(_:)`` began, else a transaction: it refuses a change inside a change.
  private func step<T>(isUndoable: Bool, _ body: () throws -> T) throws -> T {
    guard try connection.isInTransaction && noneIsOpen() else { return try connection.transaction(body) }
    return try isUndoable ? connection.savepoint(body) : body()
  }

  private func noneIsOpen() throws -> Bool {
    try connection.value("SELECT change IS NULL FROM current_change", as: Bool.self) == true
  }

  private func insert(_ batch: Batch, _ desk: Desk) throws -> Int {
    try connection.execute(
      """
      INSERT INTO batch (uid, kind, started, source)
      VALUES (\(Identity.typed(at: desk)), \(batch.kind.rawValue), \(desk.now.description), \(batch.source))
      """)
    return connection.lastRowID
  }
}

/// `body` of ``EntenteFile/together(_:)`` caught what a change threw that had no way back: nothing is kept.
struct ChangeLeftOpen: Explained {
  var sentence: String { "One of the changes was left half done, so that none of them was kept." }
  var hint: String? { "This is a defect of the program: please report it with the command you gave." }
}
