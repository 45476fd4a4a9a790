internal import CSQLite

/// The text of an INSERT for rows by the thousand, made ready once: some rows go in with one run of the statement.
///
/// What SQLite does once a run, as looking a CHECK's list of values up, costs more than a small row itself.
public struct RowInsertion: Sendable {
  /// The statements, that for the most rows first.
  fileprivate let statements: [(rows: Int, text: String)]

  /// An insertion.
  /// - Parameters:
  ///   - head: up to and with VALUES.
  ///   - row: a `?` for each value of a row, in brackets.
  ///   - together: how many rows go in with one run; the most first, and 1 last.
  public init(_ head: SQL, row: SQL, together: [Int] = [32, 8, 1]) {
    statements = together.map { rows in
      (rows, (head + " " + [SQL](repeating: row, count: rows).joined(separator: ", ")).text)
    }
  }
}

/// Takes the values of rows, one behind the other.
public struct RowValues: ~Copyable {
  private let statement: Statement
  private var place: Int32 = 0

  fileprivate init(_ statement: Statement) { self.statement = statement }

  /// The next value; nil is NULL.
  public mutating func put(_ number: Int?) throws {
    place += 1
    guard let number else { return try check(sqlite3_bind_null(statement.pointer, place)) }
    try check(sqlite3_bind_int64(statement.pointer, place, Int64(number)))
  }

  /// As above, for a number with a fraction.
  public mutating func put(_ number: Double?) throws {
    place += 1
    guard let number else { return try check(sqlite3_bind_null(statement.pointer, place)) }
    try check(sqlite3_bind_double(statement.pointer, place, number))
  }

  /// As above, for a text.
  public mutating func put(_ text: String?) throws {
    place += 1
    try check(statement.bind(text.map(Value.text) ?? .null, at: place))
  }

  /// As above, for a text of the program's own, such as a code: nothing is copied.
  public mutating func put(constant text: StaticString) throws {
    place += 1
    try check(
      text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount) {
        csqlite_bind_constant(statement.pointer, place, $0, UInt64(text.utf8CodeUnitCount))
      })
  }

  /// As above, for bytes.
  public mutating func put(_ bytes: [UInt8]) throws {
    place += 1
    try check(statement.bind(.blob(bytes), at: place))
  }

  private func check(_ result: Int32) throws {
    guard result != SQLITE_OK else { return }
    throw SQLiteError(connection: statement.connection.pointer, result: result, sql: statement.sql)
  }
}

extension Connection {
  /// Inserts rows in their order.
  /// - Parameters:
  ///   - count: how many.
  ///   - insertion: into which table.
  ///   - put: hands over the values of the row with this index, from 0.
  /// - Throws: ``SQLiteError``, or what `put` throws; the rows before may be in by then.
  public func insert(
    _ count: Int, by insertion: RowInsertion, _ put: (Int, inout RowValues) throws -> Void
  ) throws {
    var next = 0
    for (rows, text) in insertion.statements where count - next >= rows {
      try lending(text) { statement in
        while count - next >= rows {
          var values = RowValues(statement)
          for index in next..<(next + rows) { try put(index, &values) }
          next += rows
          while try statement.step() {}
          sqlite3_reset(statement.pointer)
        }
      }
    }
  }
}
