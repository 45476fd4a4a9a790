public import Records
public import SQLite

/// A new file in memory and a desk to work at: for tests of the stages.
public struct Bench {
  /// The file, without vocabularies and names.
  public let file: EntenteFile
  /// Somebody at work at ``TestFile/instant``.
  public let desk = TestFile.desk
  /// The file's connection.
  public var db: Connection { file.connection }

  /// Makes the file.
  public init() throws { file = try TestFile.memory() }

  /// One change, with what a loader needs to know of it.
  public func write<T>(update: Bool = false, _ body: (LoadContext) throws -> T) throws -> T {
    try file.write(desk, why: "test") { change in
      try body(LoadContext(connection: db, change: change, desk: desk, update: update, label: .green))
    }
  }
}
