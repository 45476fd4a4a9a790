internal import CSQLite

/// One compiled statement, confined to its connection.
public final class Statement {
  let pointer: OpaquePointer
  /// Unowned: the connection's cache owns statements, and a circle would keep both open for ever.
  unowned let connection: Connection
  /// The text it was compiled from.
  public let sql: String
  /// True while a caller steps through it: such a statement is not handed out a second time.
  var isBusy = false

  init(connection: Connection, pointer: OpaquePointer, sql: String) {
    self.connection = connection
    self.pointer = pointer
    self.sql = sql
  }

  deinit { sqlite3_finalize(pointer) }

  /// The number of columns of a result row; 0 for a statement that returns none.
  public var columnCount: Int { Int(sqlite3_column_count(pointer)) }
  /// True if the statement itself changes nothing in the file.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }
  /// The names of the result's columns.
  public var columnNames: [String] { (0..<columnCount).map(columnName(at:)) }

  /// The table and column that a result's column is read from, through all views; nil for an expression.
  public func origin(at index: Int) -> (table: String, column: String)? {
    guard let table = sqlite3_column_table_name(pointer, Int32(index)),
      let column = sqlite3_column_origin_name(pointer, Int32(index))
    else { return nil }
    return (String(cString: table), String(cString: column))
  }

  func columnName(at index: Int) -> String {
    sqlite3_column_name(pointer, Int32(index)).map { String(cString: $0) } ?? ""
  }

  /// Binds the values in order. Text and blobs go by length: a NUL inside survives.
  func bind(_ values: [Value]) throws {
    let wanted = Int(sqlite3_bind_parameter_count(pointer))
    guard values.count == wanted else {
      throw SQLiteError(
        code: .misuse, message: "the statement wants \(wanted) values and was given \(values.count)", sql: sql
      )
    }
    for (index, value) in values.enumerated() {
      let result = bind(value, at: Int32(index + 1))
      if result != SQLITE_OK { throw SQLiteError(connection: connection.pointer, result: result, sql: sql) }
    }
  }

  func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
    case .real(let number): return sqlite3_bind_double(pointer, index, number)
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          // An empty string has no base address, and a null pointer would bind NULL.
          if let base = $0.baseAddress { return csqlite_bind_text(pointer, index, base, UInt64($0.count)) }
          return csqlite_bind_text(pointer, index, "", 0)
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { csqlite_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count)) }
    }
  }

  /// Moves to the next row; false at the end.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw SQLiteError(connection: connection.pointer, result: result, sql: sql)
    }
  }

  /// Back to the start, values forgotten: a cached statement must not keep a document alive.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  func value(at index: Int) -> Value {
    let index = Int32(index)
    switch sqlite3_column_type(pointer, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, index))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(pointer, index))
    case SQLITE_TEXT:
      // The pointer first, then its length, as SQLite's manual asks.
      guard let start = sqlite3_column_text(pointer, index) else { return .text("") }
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      guard let start = sqlite3_column_blob(pointer, index) else { return .blob([]) }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index)))
      return .blob([UInt8](bytes))
    default: return .null
    }
  }
}

@available(*, unavailable)
extension Statement: Sendable {}
