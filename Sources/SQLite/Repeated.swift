internal import CSQLite

/// One statement run many times: for rows by the thousand, where making the text of each anew would cost more
/// than storing it.
///
/// Values stay bound from one run to the next, so what all rows share is bound once.
public struct Repeated: ~Copyable {
  private let statement: Statement

  fileprivate init(_ statement: Statement) { self.statement = statement }

  /// Binds the value of a `?`, counted from 1; nil is bound as NULL.
  /// - Throws: ``SQLiteError`` if there is no such `?`.
  public func bind(_ index: Int, _ number: Int?) throws {
    guard let number else { return try check(sqlite3_bind_null(statement.pointer, Int32(index))) }
    try check(sqlite3_bind_int64(statement.pointer, Int32(index), Int64(number)))
  }

  /// As above, for a text.
  public func bind(_ index: Int, _ text: String?) throws {
    try check(statement.bind(text.map(Value.text) ?? .null, at: Int32(index)))
  }

  /// As above, for a text in UTF-8.
  public func bind(_ index: Int, utf8 text: [UInt8]) throws {
    try check(
      text.withUnsafeBytes { bytes in
        // An empty text has no base address, and a null pointer would bind NULL.
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self), !bytes.isEmpty else {
          return csqlite_bind_text(statement.pointer, Int32(index), "", 0)
        }
        return csqlite_bind_text(statement.pointer, Int32(index), base, UInt64(bytes.count))
      })
  }

  /// As above, for bytes.
  public func bind(_ index: Int, blob bytes: [UInt8]) throws {
    try check(statement.bind(.blob(bytes), at: Int32(index)))
  }

  /// Runs a query with what is bound, and hands over each row.
  public func forEach(_ body: (Row) throws -> Void) throws {
    defer { sqlite3_reset(statement.pointer) }
    while try statement.step() { try body(Row(statement: statement)) }
  }

  /// Runs the statement with what is bound.
  public func run() throws {
    defer { sqlite3_reset(statement.pointer) }
    while try statement.step() {}
  }

  private func check(_ result: Int32) throws {
    guard result != SQLITE_OK else { return }
    throw SQLiteError(connection: statement.connection.pointer, result: result, sql: statement.sql)
  }
}

extension Connection {
  /// Lends a statement with a `?` for each value, to be bound and run as often as `body` likes.
  public func repeating(_ sql: SQL, _ body: (borrowing Repeated) throws -> Void) throws {
    try lending(sql.text) { try body(Repeated($0)) }
  }

  /// Lends a statement that keeps its values until it is given back.
  func lending(_ text: String, _ body: (Statement) throws -> Void) throws {
    let statement = try cache.idle(text) ?? prepare(text, persistent: true)
    statement.isBusy = true
    defer {
      statement.reset()
      statement.isBusy = false
    }
    do {
      try body(statement)
      cache.keep(statement)
    } catch {
      cache.drop(statement)
      throw error
    }
  }
}
