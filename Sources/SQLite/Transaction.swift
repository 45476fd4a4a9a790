internal import CSQLite

extension Connection {
  /// One transaction: begun IMMEDIATE (the only writer from the start, so no upgrade can fail later),
  /// committed when `body` returns, rolled back when it throws. The first error wins.
  public func transaction<T>(_ body: () throws -> T) throws -> T {
    guard !isInTransaction else {
      throw SQLiteError(code: .misuse, message: "a transaction is already open on this connection")
    }
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBackIfOpen()
      throw error
    }
  }

  /// A step inside a transaction that is undone alone when `body` throws.
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    guard isInTransaction else {
      throw SQLiteError(code: .misuse, message: "a savepoint needs an open transaction")
    }
    try execute("SAVEPOINT step")
    do {
      let result = try body()
      try execute("RELEASE step")
      return result
    } catch {
      // A full disk or an I/O error rolls the whole transaction back: then there is nothing to return to.
      if isInTransaction {
        try? execute("ROLLBACK TO step")
        try? execute("RELEASE step")
      }
      throw error
    }
  }

  /// SQLite rolls back by itself after some errors; a second ROLLBACK would only hide the first error.
  private func rollBackIfOpen() {
    if isInTransaction { try? execute("ROLLBACK") }
  }
}
