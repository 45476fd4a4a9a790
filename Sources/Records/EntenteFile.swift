public import Calendar
internal import Formats
public import SQLite

/// A monitoring database: one SQLite file with our schema.
public struct EntenteFile {
  /// What a command wants to do with the file.
  public enum Access: Sendable {
    /// Ask a question in SQL: through a connection that can change nothing; else as `read`.
    case ask
    /// Read; the file must be there and up to date.
    case read
    /// As `read`, but what of ours was altered is told (``EntenteFile/altered``) instead of refused.
    case inspect
    /// Write; the file must be there, and is brought up to date.
    case write
    /// Write; a missing file is made.
    case create
    /// As `write`, and views are remade even where they look right: another program may have changed one.
    case repair
  }

  /// The open database; for `ask` it can change nothing.
  public let connection: Connection
  /// True if this opening made the file: it still wants its vocabularies and names.
  public let isNew: Bool
  /// True if the search index was remade and not filled since.
  public let isStale: Bool
  /// Tables, views and triggers of ours that are not as this program made them; only where the file is inspected.
  public let altered: [String]

  static let applicationID = 1_164_866_660

  /// Opens the file at `path`.
  /// - Throws: ``FileError`` or `SQLiteError`.
  public init(path: String, access: Access, now: Instant) throws {
    try self.init(Self.connect(path, access), path: path, access: access, now: now)
  }

  /// A database in memory, brought up to date: for tests.
  public init(inMemoryAt now: Instant) throws {
    try self.init(Connection(path: ":memory:", mode: .memory), path: ":memory:", access: .create, now: now)
  }

  /// Also for reading: a journal left by a crash can only be rolled back by a connection that may write. One that
  /// may not says so, and is opened again after one that may.
  private static func connect(_ path: String, _ access: Access) throws -> Connection {
    do {
      switch access {
      case .create: return try Connection(path: path, mode: .create)
      case .read, .inspect, .write, .repair: return try Connection(path: path, mode: .existing)
      case .ask:
        do {
          return try Connection(path: path, mode: .readOnly)
        } catch let error as SQLiteError where error.code.primary == .readOnly {
          _ = try Connection(path: path, mode: .existing)
          return try Connection(path: path, mode: .readOnly)
        }
      }
    } catch let error as SQLiteError where error.code.primary == .cannotOpen && access != .create {
      throw FileError.missing(path)
    }
  }

  private init(_ connection: Connection, path: String, access: Access, now: Instant) throws {
    self.connection = connection
    if access == .ask, try Fingerprint.holds(for: connection) {
      (isNew, isStale, altered) = (false, false, [])
      return
    }
    // The objects before the mark: another program may be making the file at this moment.
    let isEmpty = try connection.value("SELECT count(*) FROM sqlite_schema", as: Int.self) ?? 0 == 0
    let mark = try connection.value("PRAGMA application_id", as: Int.self)
    guard isEmpty || mark == Self.applicationID else { throw FileError.foreign(path) }
    guard !isEmpty || access == .create else { throw FileError.empty(path) }
    let migrations = Resources.migrations
    let migrator = Migrator(migrations)
    let pending = try migrator.pending(in: connection)
    let current = SHA256.hex(of: Resources.derived.bytes)
    switch access {
    case .ask, .read, .inspect:
      guard pending.isEmpty, try connection.derivedState("derived_sha256") == current else {
        throw FileError.outdated(path)
      }
      isNew = false
    case .write, .create, .repair:
      // Views that stand on a table would forbid a migration to change it.
      if !isEmpty, !pending.isEmpty { try connection.dropDerived() }
      let applied = try migrator.migrate(connection, now: now.description)
      isNew = applied.first?.id == migrations.first?.id
      if try access == .repair || connection.derivedState("derived_sha256") != current {
        try connection.transaction { try connection.remakeDerived(hash: current) }
      }
    }
    let isAsking = access == .ask || access == .read
    isStale = try connection.derivedState("search") != "filled"
    guard access != .inspect else {
      altered = try SchemaCheck.altered(in: connection)
      return
    }
    altered = []
    try SchemaCheck.run(connection, path: path, mayRemember: !isAsking)
  }

  /// Drops and remakes views and the search index, and lets `fill` fill the index: all or nothing.
  public func remakeDerived(_ fill: () throws -> Void) throws {
    try connection.transaction {
      try connection.remakeDerived(hash: SHA256.hex(of: Resources.derived.bytes))
      try fill()
      try connection.setDerivedState("search", "filled")
    }
    try SchemaCheck.run(connection, path: connection.path, mayRemember: true)
  }
}

extension Connection {
  /// What a derived thing was made from; nil if it was never made.
  public func derivedState(_ name: String) throws -> String? {
    try value("SELECT value FROM derived_state WHERE name = \(name)")
  }

  /// Remembers what a derived thing was made from.
  public func setDerivedState(_ name: String, _ value: String) throws {
    try execute(
      "INSERT INTO derived_state (name, value) VALUES (\(name), \(value)) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    )
  }

  /// Drops views, triggers, search index and counts, also those of an older version.
  func dropDerived() throws {
    for trigger in try derivedNames("triggers") {
      try execute("DROP TRIGGER IF EXISTS \(identifier: trigger)")
    }
    for view in try derivedNames("views") { try execute("DROP VIEW IF EXISTS \(identifier: view)") }
    for table in ["search", "sketch", "sketch_sequence", "kept_count", "kept_changed"] {
      try execute("DROP TABLE IF EXISTS \(identifier: table)")
    }
    try setDerivedState("derived_sha256", "")
  }

  private func derivedNames(_ kind: String) throws -> [String] {
    try derivedState(kind)?.split(separator: ";").map(String.init) ?? []
  }

  /// The names behind `word` in the text that remakes derived things.
  private func remember(_ kind: String, behind word: String) throws {
    let names = Resources.derived.text.split(separator: "\n")
      .compactMap { $0.hasPrefix(word) ? $0.dropFirst(word.count).split(separator: " ").first : nil }
    try setDerivedState(kind, names.joined(separator: ";"))
  }

  func remakeDerived(hash: String) throws {
    try dropDerived()
    try run(script: Resources.derived.text)
    try remember("views", behind: "CREATE VIEW ")
    try remember("triggers", behind: "CREATE TRIGGER ")
    try KeptCounts.remake(self)
    try setDerivedState("derived_sha256", hash)
    try setDerivedState("search", "empty")
  }
}

/// Why a file cannot be worked with.
public enum FileError: Explained {
  /// Nothing at the path can be opened.
  case missing(String)
  /// The file at the path has no tables.
  case empty(String)
  /// The database at the path is another program's.
  case foreign(String)
  /// The schema or the views of the file at the path are another version's.
  case outdated(String)
  /// A table, view or trigger of ours was altered or dropped; `object` names it.
  case changed(String, object: String)

  /// Names the file and what is the matter with it.
  public var sentence: String {
    switch self {
    case .missing(let path): "There is no file \(path), or it cannot be opened."
    case .empty(let path): "The file \(path) holds no database."
    case .foreign(let path): "The file \(path) is an SQLite database, but not one of Entente's."
    case .outdated(let path): "The file \(path) was last written by another version of this program."
    case .changed(let path, let object): "In the file \(path), \(object) is not as this program made it."
    }
  }

  /// The command that mends it, or another way.
  public var hint: String? {
    switch self {
    case .missing, .empty:
      "Make one with `entente init`, or name another with --db PATH or $ENTENTE_DB."
    case .foreign: "Name another with --db PATH or $ENTENTE_DB."
    case .outdated: "Run `entente rebuild` to bring it up to date."
    case .changed(_, let object):
      object.contains("view ")
        ? "Run `entente rebuild`; views of your own are welcome under names of your own."
        : "Restore a backup."
    }
  }
}
