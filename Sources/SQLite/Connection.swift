internal import CSQLite

/// A connection to one database file: synchronous, confined to the thread that uses it.
///
/// Every connection is opened with the same recipe (see ``Recipe``), and each setting is read back.
public final class Connection {
  /// How to open.
  public enum Mode: Sendable {
    /// The file must be there.
    case existing
    /// The file is made if it is missing.
    case create
    /// Nothing can be changed through this connection. Open the file once with `.existing` before, so
    /// that a journal left by a crash is rolled back.
    case readOnly
    /// A database in memory, for tests.
    case memory
  }

  let pointer: OpaquePointer
  /// The path given at opening; empty for memory.
  public let path: String
  var cache = StatementCache()
  /// Kept alive here because C holds only a pointer to them.
  var authorizer: AuthorizerBox?
  var progress: ProgressBox?

  /// Opens the file and applies the recipe.
  /// - Parameters:
  ///   - path: the file; not asked for a database in memory, but never empty.
  ///   - mode: how to open it.
  ///   - patience: milliseconds to wait for another program that writes to the file.
  /// - Throws: ``SQLiteError``, also when a setting does not hold or the file is no database.
  public init(path: String, mode: Mode, patience: Int = 30_000) throws {
    try Capabilities.check()
    // To SQLite an empty path is a database that is thrown away at the end.
    guard !path.isEmpty else {
      throw SQLiteError(code: .cannotOpen, message: "the path of the database is empty")
    }
    csqlite_take_api()
    let flags: Int32 =
      switch mode {
      case .existing: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readOnly: SQLITE_OPEN_READONLY
      case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
      }
    // SQLite would read file:x and :memory: as more than names.
    let name = mode != .memory && (path.hasPrefix("file:") || path.hasPrefix(":")) ? "./\(path)" : path
    var opened: OpaquePointer?
    // NOMUTEX: confinement already keeps callers apart. EXRESCODE: errors say which constraint, which I/O.
    let result = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard result == SQLITE_OK, let opened else {
      let error = SQLiteError(connection: opened, result: result)
      sqlite3_close_v2(opened)
      throw SQLiteError(code: error.code, message: "cannot open \(path): \(error.message)")
    }
    pointer = opened
    self.path = mode == .memory ? "" : path
    try Recipe.apply(to: self, mode: mode, patience: patience)
  }

  deinit {
    cache.removeAll()
    sqlite3_close_v2(pointer)
  }

  // MARK: Statements

  /// Compiles one statement; anything but white space and comments after it is an error.
  func prepare(_ sql: String, persistent: Bool) throws -> Statement {
    var statement: OpaquePointer?
    var rest = 0
    var sql = sql
    let result = sql.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { text in
        var tail: UnsafePointer<CChar>?
        let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = sqlite3_prepare_v3(pointer, text.baseAddress, Int32(text.count), flags, &statement, &tail)
        if let tail, let base = text.baseAddress { rest = text.count - (tail - base) }
        return code
      }
    }
    guard result == SQLITE_OK else { throw SQLiteError(connection: pointer, result: result, sql: sql) }
    guard let statement else {
      throw SQLiteError(code: .misuse, message: "no statement in the text", sql: sql)
    }
    let prepared = Statement(connection: self, pointer: statement, sql: sql)
    let more = StatementEnd.firstWord(of: sql.utf8.suffix(rest))
    guard more.isEmpty else {
      throw SQLiteError(
        code: .misuse,
        message: "one statement at a time; a second one begins with: \(String(more)?.prefix(40) ?? "")",
        sql: sql, hint: "Run the statements one by one.")
    }
    return prepared
  }

  /// Compiles SQL typed by a person: one statement, not cached.
  public func prepareOne(_ text: String) throws -> Statement { try prepare(text, persistent: false) }

  /// Runs the statement and hands each row to `body`, until the rows end or `body` throws.
  public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    let statement = try cache.idle(sql.text) ?? prepare(sql.text, persistent: true)
    do {
      try run(statement, values: sql.values, body)
      cache.keep(statement)
    } catch {
      cache.drop(statement)
      throw error
    }
  }

  /// Steps through a statement made by ``prepareOne(_:)``.
  public func run(_ statement: Statement, values: [Value] = [], _ body: (Row) throws -> Void) throws {
    statement.isBusy = true
    defer {
      statement.reset()
      statement.isBusy = false
    }
    try statement.bind(values)
    while try statement.step() { try body(Row(statement: statement)) }
  }

  /// Runs a statement whose rows, if any, do not matter.
  public func execute(_ sql: SQL) throws { try forEach(sql) { _ in } }

  /// Runs a statement once for each element, as for the many rows that one text gives a table: its text is looked
  /// up once.
  /// - Parameters:
  ///   - sql: with a `?` for each value.
  ///   - elements: in the order in which they are entered.
  ///   - values: what the `?` take for an element, in their order.
  /// - Throws: ``SQLiteError`` at the first row that is refused; those before it stand.
  public func execute<Element>(
    _ sql: SQL, forEach elements: some Sequence<Element>, values: (Element) throws -> [Value]
  ) throws {
    let statement = try cache.idle(sql.text) ?? prepare(sql.text, persistent: true)
    do {
      for element in elements { try run(statement, values: values(element)) { _ in } }
      cache.keep(statement)
    } catch {
      cache.drop(statement)
      throw error
    }
  }

  /// All rows, each turned into a value.
  public func rows<T>(_ sql: SQL, _ body: (Row) throws -> T) throws -> [T] {
    var result: [T] = []
    try forEach(sql) { result.append(try body($0)) }
    return result
  }

  /// The first row, or nil if there is none.
  public func first<T>(_ sql: SQL, _ body: (Row) throws -> T) throws -> T? {
    var result: T?
    try forEach(sql) { row in if result == nil { result = try body(row) } }
    return result
  }

  /// The names of a query's columns.
  public func columnNames(of sql: SQL) throws -> [String] {
    // Compiled anew: a cached one may have been compiled before a column was added.
    try prepare(sql.text, persistent: false).columnNames
  }

  /// The first column of the first row; nil if there is no row.
  public func value<T: Column>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
    try first(sql) { try $0.get(0, as: T.self) }
  }

  /// Runs a script of several statements that binds nothing: a migration, a folder of views.
  public func run(script: String) throws {
    let result = sqlite3_exec(pointer, script, nil, nil, nil)
    guard result == SQLITE_OK else {
      var error = SQLiteError(connection: pointer, result: result, sql: script)
      // It counts from the start of its own statement, not of the script.
      error.offset = nil
      throw error
    }
  }

  /// The row id of the last insert.
  public var lastRowID: Int { Int(sqlite3_last_insert_rowid(pointer)) }
  /// How many rows the last statement changed.
  public var changes: Int { Int(sqlite3_changes64(pointer)) }
  /// True while a transaction is open, as SQLite sees it.
  public var isInTransaction: Bool { sqlite3_get_autocommit(pointer) == 0 }
  /// True if nothing can be changed through this connection or file.
  public var isReadOnly: Bool { sqlite3_db_readonly(pointer, "main") == 1 }
}

@available(*, unavailable)
extension Connection: Sendable {}
