internal import CSQLite

/// A table-valued SQL function written in Swift: rows from arguments, `SELECT ... FROM name(a, b)`.
public struct TableFunction: Sendable {
  /// How SQL calls it; case does not matter.
  public let name: String
  /// The names of the arguments, all of which must be given.
  public let arguments: [String]
  /// The names of the columns.
  public let columns: [String]
  let rows: @Sendable ([Value]) throws -> [[Value]]

  /// A function, not yet known to any connection.
  /// - Parameters:
  ///   - name: how SQL calls it.
  ///   - arguments: their names, which are hidden columns.
  ///   - columns: the names of the columns of each row.
  ///   - rows: gets the arguments in order, and gives one value for each column in each row.
  public init(
    _ name: String, arguments: [String], columns: [String],
    rows: @escaping @Sendable ([Value]) throws -> [[Value]]
  ) {
    self.name = name
    self.arguments = arguments
    self.columns = columns
    self.rows = rows
  }

  fileprivate var declaration: String {
    // Under names of their own: a table beside this one may have columns named as the arguments.
    let hidden = arguments.map { "\(SQL.quoted("argument_\($0)")) HIDDEN" }
    return "CREATE TABLE x (\((columns.map(SQL.quoted) + hidden).joined(separator: ", ")))"
  }
}

extension FunctionHost {
  /// Makes the function known.
  /// - Throws: ``SQLiteError`` where SQLite cannot take it, for example for its name.
  public func register(_ function: TableFunction) throws {
    let shape = TableShape(function)
    let result = csqlite_create_table(
      pointer, function.name, shape.table, Unmanaged.passRetained(shape).toOpaque(),
      { Unmanaged<TableShape>.fromOpaque($0!).release() })
    try check(result, function.name)
  }
}

/// The function as C knows it.
private final class TableShape {
  let function: TableFunction
  let table: UnsafeMutablePointer<csqlite_table>
  private let declaration: UnsafeMutableBufferPointer<CChar>

  init(_ function: TableFunction) {
    self.function = function
    let text = function.declaration.utf8CString
    declaration = .allocate(capacity: text.count)
    _ = declaration.initialize(from: text)
    table = .allocate(capacity: 1)
    table.initialize(
      to: csqlite_table(
        declaration: declaration.baseAddress, columns: Int32(function.columns.count),
        arguments: Int32(function.arguments.count), open: TableRows.open,
        count: { Int64(TableRows.at($0).rows.count) },
        column: { TableRows.at($0).value($1, $2).give(to: $3) },
        close: { Unmanaged<TableRows>.fromOpaque($0!).release() }))
  }

  deinit {
    table.deallocate()
    declaration.deallocate()
  }
}

/// The rows of one call, with its arguments: they are columns too.
private final class TableRows {
  let rows: [[Value]]
  let arguments: [Value]

  init(_ rows: [[Value]], _ arguments: [Value]) { (self.rows, self.arguments) = (rows, arguments) }

  static let open: csqlite_open = { user, count, arguments, message in
    let function = Unmanaged<TableShape>.fromOpaque(user!).takeUnretainedValue().function
    let values = [Value](arguments: arguments, count: count)
    do {
      return Unmanaged.passRetained(TableRows(try function.rows(values), values)).toOpaque()
    } catch {
      message?.pointee = csqlite_message("\(function.name): \(error)")
      return nil
    }
  }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> TableRows {
    Unmanaged<TableRows>.fromOpaque(pointer!).takeUnretainedValue()
  }

  func value(_ row: Int64, _ column: Int32) -> Value {
    let values = rows[Int(row)]
    return Int(column) < values.count ? values[Int(column)] : arguments[Int(column) - values.count]
  }
}
