internal import CSQLite

/// How every connection is set up. Each setting is read back: a library or a file that ignores one is
/// refused rather than trusted.
enum Recipe {
  /// Switches of sqlite3_db_config and the state each must be in.
  static let switches: [(name: String, code: Int32, on: Int32)] = [
    ("DEFENSIVE", SQLITE_DBCONFIG_DEFENSIVE, 1),
    // A plain SELECT can reach a crashing function through the old tokenizer interface.
    ("ENABLE_FTS3_TOKENIZER", SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0),
    ("ENABLE_LOAD_EXTENSION", SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    ("TRUSTED_SCHEMA", SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    ("WRITABLE_SCHEMA", SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
    // "abc" is a column or an error, never the text abc.
    ("DQS_DML", SQLITE_DBCONFIG_DQS_DML, 0),
    ("DQS_DDL", SQLITE_DBCONFIG_DQS_DDL, 0),
    ("ENABLE_FKEY", SQLITE_DBCONFIG_ENABLE_FKEY, 1),
  ]

  /// Pragmas as text to run, text to ask, and the answer that must come back.
  private static func pragmas(_ mode: Connection.Mode, _ patience: Int) -> [(
    set: SQL, ask: SQL, answer: Value
  )] {
    var list: [(SQL, SQL, Value)] = [
      (SQL(trusting: "PRAGMA busy_timeout = \(patience)"), "PRAGMA busy_timeout", .integer(Int64(patience))),
      // Without it INSERT OR REPLACE would delete past the triggers.
      ("PRAGMA recursive_triggers = 1", "PRAGMA recursive_triggers", .integer(1)),
      ("PRAGMA cell_size_check = 1", "PRAGMA cell_size_check", .integer(1)),
    ]
    switch mode {
    case .memory: break
    case .readOnly:
      list.append(("PRAGMA mmap_size = 0", "PRAGMA mmap_size", .integer(0)))
      list.append(("PRAGMA query_only = 1", "PRAGMA query_only", .integer(1)))
    case .existing, .create:
      list.append(("PRAGMA mmap_size = 0", "PRAGMA mmap_size", .integer(0)))
      // Rollback journal: 3.40.1 has the WAL-reset bug. EXTRA also syncs the folder after a commit.
      list.append(("PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", .text("truncate")))
      list.append(("PRAGMA synchronous = EXTRA", "PRAGMA synchronous", .integer(3)))
      // KiB: what a batch of texts changes stays in memory until it is committed, its way back too.
      list.append(("PRAGMA cache_size = -32768", "PRAGMA cache_size", .integer(-32768)))
      list.append(("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", .integer(2)))
    }
    return list
  }

  static func apply(to connection: Connection, mode: Connection.Mode, patience: Int) throws {
    for item in switches {
      var now: Int32 = -1
      let result = csqlite_switch(connection.pointer, item.code, item.on, &now)
      guard result == SQLITE_OK, now == item.on else { throw refusal(item.name) }
    }
    for item in pragmas(mode, patience) {
      if item.set.text.hasPrefix("PRAGMA journal_mode"), connection.isReadOnly { continue }
      try connection.execute(item.set)
      // mmap_size answers nothing where the build has no mmap.
      let answer = try connection.value(item.ask, as: Value.self)
      guard answer == nil || answer == item.answer else { throw refusal(item.ask.text) }
    }
    // Touches the header: a file that is no database is refused here, and a hot journal rolled back.
    try connection.execute("PRAGMA schema_version")
  }

  private static func refusal(_ name: String) -> SQLiteError {
    SQLiteError(message: "the setting \(name) does not hold on this connection")
  }
}

extension Connection {
  /// Lets `body` make temporary objects, also where nothing else can be changed: the file itself was opened read-only.
  public func makingTemporary<T>(_ body: () throws -> T) throws -> T {
    guard isReadOnly else { return try body() }
    try execute("PRAGMA query_only = 0")
    defer { try? execute("PRAGMA query_only = 1") }
    return try body()
  }

  /// The settings in force, for `doctor`: name and value.
  public func settings() throws -> [(name: String, value: String)] {
    var list: [(String, String)] = []
    for item in Recipe.switches {
      var now: Int32 = -1
      _ = csqlite_switch(pointer, item.code, -1, &now)
      list.append((item.name.lowercased(), String(now)))
    }
    let pragmas: [SQL] = [
      "PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA recursive_triggers", "PRAGMA cell_size_check",
      "PRAGMA mmap_size", "PRAGMA busy_timeout",
    ]
    for pragma in pragmas {
      let name = String(pragma.text.dropFirst("PRAGMA ".count))
      switch try value(pragma, as: Value.self) {
      case .integer(let number): list.append((name, String(number)))
      case .text(let text): list.append((name, text))
      default: break
      }
    }
    return list
  }
}
