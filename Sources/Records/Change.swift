internal import Calendar
internal import SQLite

/// One act of changing the file. Rows entered while it is current carry its id.
public struct Change: Sendable {
  public let id: Int
}

/// One run of a loading command. Delays between act and entry are learned from live batches only.
public struct Batch: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case live
    case backfill
  }
  public var kind: Kind
  /// What was loaded; nil when typed.
  public var source: String?
  public init(kind: Kind, source: String? = nil) {
    self.kind = kind
    self.source = source
  }
}

extension EntenteFile {
  /// Writes down that a batch begins.
  /// - Returns: its id, for ``write(_:why:batch:_:)``.
  public func begin(_ batch: Batch, at desk: Desk) throws -> Int {
    try connection.transaction {
      try connection.execute(
        """
        INSERT INTO batch (uid, kind, started, source)
        VALUES (\(Identity.typed(at: desk)), \(batch.kind.rawValue), \(desk.now.description), \(batch.source))
        """)
      return connection.lastRowID
    }
  }

  /// One transaction with its change: who, when and why are written first, and every row and superseded
  /// version of `body` points to it.
  public func write<T>(
    _ desk: Desk, why: String, batch: Int? = nil, _ body: (Change) throws -> T
  ) throws -> T {
    try connection.transaction {
      try connection.execute(
        """
        INSERT INTO change (at, analyst, why, batch)
        VALUES (\(desk.now.description), \(desk.analyst), \(why), \(batch))
        """)
      let change = Change(id: connection.lastRowID)
      try connection.execute("UPDATE current_change SET change = \(change.id)")
      let result = try body(change)
      try connection.execute("UPDATE current_change SET change = NULL")
      return result
    }
  }
}
