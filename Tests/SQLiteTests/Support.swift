import SQLite
import TestSupport

/// A connection to a database in memory, with `script` run.
func memory(_ script: String = "") throws -> Connection {
  let connection = try Connection(path: ":memory:", mode: .memory)
  try connection.run(script: script)
  return connection
}

/// The error that `body` throws; nil if it throws none of SQLite's.
func sqliteError(_ body: () throws -> Void) -> SQLiteError? {
  do {
    try body()
    return nil
  } catch { return error as? SQLiteError }
}

extension Connection {
  /// The first column of every row, as text.
  func texts(_ sql: SQL) throws -> [String] { try rows(sql) { try $0.get(0, as: String.self) } }
  /// The first column of the first row, as a number.
  func number(_ sql: SQL) throws -> Int? { try value(sql, as: Int.self) }
}
