internal import CSQLite

extension Connection {
  /// Copies the whole database to a new file while others may go on reading, then opens the copy and
  /// checks it: a backup is a copy that passed.
  /// - Throws: ``SQLiteError``; the unfinished copy is the caller's to remove.
  public func backUp(to path: String) throws {
    let copy = try Connection(path: path, mode: .create)
    try self.copy(into: copy)
    // Integrity only: a dangling reference in a table of an analyst's own is no fault of the copy.
    let problems = try copy.rows("PRAGMA integrity_check") { try $0.get(0, as: String.self) }.filter {
      $0 != "ok"
    }
    guard problems.isEmpty else {
      throw SQLiteError(code: .corrupt, message: "the copy failed its check: \(problems[0])")
    }
  }

  /// Replaces everything in another database by what is in this one.
  public func copy(into copy: Connection) throws {
    copy.cache.removeAll()
    guard let backup = sqlite3_backup_init(copy.pointer, "main", pointer, "main") else {
      throw SQLiteError(connection: copy.pointer, result: sqlite3_errcode(copy.pointer))
    }
    // In one step: another writer would otherwise make the copy begin anew, without end.
    let result = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard result == SQLITE_DONE, finished == SQLITE_OK else {
      throw SQLiteError(connection: copy.pointer, result: result == SQLITE_DONE ? finished : result)
    }
  }

  /// What `integrity_check` and `foreign_key_check` find; empty when all is well.
  public func integrityProblems() throws -> [String] {
    var problems = try rows("PRAGMA integrity_check") { try $0.get(0, as: String.self) }.filter { $0 != "ok" }
    try forEach("PRAGMA foreign_key_check") { row in
      let table: String = try row.get(0)
      let number = try row.get(1, as: Int?.self).map { " \($0)" } ?? ""
      problems.append("\(table): row\(number) points to a missing row of \(try row.get(2, as: String.self))")
    }
    return problems
  }
}
