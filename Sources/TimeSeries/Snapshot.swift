public import SQLite

extension Connection {
  /// Several reads that see one state of the file, whatever another program writes meanwhile.
  public func snapshot<T>(_ body: () throws -> T) throws -> T {
    if isInTransaction { return try body() }
    try execute("BEGIN")
    defer { if isInTransaction { try? execute("COMMIT") } }
    return try body()
  }
}
