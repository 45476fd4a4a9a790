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

  /// Every value of the row.
  public var values: [Value] { (0..<count).map { self[$0] } }
}

@available(*, unavailable)
extension Row: Sendable {}
