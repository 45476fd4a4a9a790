internal import CSQLite

/// The row a statement stands on. Valid inside the closure that received it only.
public struct Row {
  let statement: Statement

  /// How many columns the row has.
  public var count: Int { statement.columnCount }

  /// The value of a column as SQLite stores it.
  public subscript(index: Int) -> Value { statement.value(at: index) }

  /// A column read strictly as `T`.
  /// - Throws: ``SQLiteError`` naming column, what was expected and what was found.
  public func get<T: Column>(_ index: Int, as type: T.Type = T.self) throws -> T {
    precondition(index < count, "column \(index) of \(count)")
    let value = self[index]
    if let result = T(value) { return result }
    throw SQLiteError(
      code: .init(rawValue: SQLITE_MISMATCH),
      message:
        "column \(index) (\(statement.columnName(at: index))) should hold \(T.self) but holds \(value.className)",
      sql: statement.sql)
  }

  /// A column that is known to hold an integer, for rows by the thousand; 0 where it holds none.
  public func integer(_ index: Int) -> Int { Int(sqlite3_column_int64(statement.pointer, Int32(index))) }

  /// Which storage class a column holds.
  public func storageClass(_ index: Int) -> StorageClass {
    switch sqlite3_column_type(statement.pointer, Int32(index)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// A column that is known to hold a number with a fraction; 0 where it holds none.
  public func real(_ index: Int) -> Double { sqlite3_column_double(statement.pointer, Int32(index)) }

  /// Lends the bytes of a text or blob as they stand in the file, also where they are no UTF-8.
  public func withBytes<T>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    // The pointer first, then its length, as SQLite's manual asks.
    let start = sqlite3_column_blob(statement.pointer, Int32(index))
    let count = Int(sqlite3_column_bytes(statement.pointer, Int32(index)))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Every value of the row.
  public var values: [Value] { (0..<count).map { self[$0] } }
}

@available(*, unavailable)
extension Row: Sendable {}
