/// One step of the schema: frozen text with its hash.
public struct Migration: Sendable {
  /// The schema version it leads to; migrations run in this order.
  public var id: Int
  /// A short name for people and for the record in the file.
  public var name: String
  /// A script of any number of statements, without BEGIN and COMMIT.
  public var sql: String
  /// SHA-256 of the text, hexadecimal.
  public var sha256: String

  /// A migration; that `sha256` is the hash of `sql` is the caller's to ensure.
  public init(id: Int, name: String, sql: String, sha256: String) {
    self.id = id
    self.name = name
    self.sql = sql
    self.sha256 = sha256
  }
}

/// Brings a file's schema up to date: upwards only, each migration in one IMMEDIATE transaction with its
/// record.
public struct Migrator: Sendable {
  let migrations: [Migration]

  /// A migrator for every migration the program knows, in any order.
  public init(_ migrations: [Migration]) { self.migrations = migrations.sorted { $0.id < $1.id } }

  /// The migrations the file does not have yet.
  /// - Throws: ``SQLiteError`` if the file was made by a newer program, or an applied migration had
  ///   other text than ours.
  public func pending(in connection: Connection) throws -> [Migration] {
    guard try hasRecord(connection) else { return migrations }
    var applied: [Int: String] = [:]
    try connection.forEach("SELECT id, sha256 FROM migration") {
      applied[try $0.get(0)] = try $0.get(1, as: String.self)
    }
    let known = Set(migrations.map(\.id))
    if let newer = applied.keys.filter({ !known.contains($0) }).max() {
      throw SQLiteError(
        message:
          "the file is newer than this program: it has schema \(newer), the program knows \(known.max() ?? 0)",
        hint: "Install a newer entente, or work on a backup made before the update.")
    }
    for migration in migrations {
      if let hash = applied[migration.id], hash != migration.sha256 {
        throw SQLiteError(
          message: "migration \(migration.id) (\(migration.name)) was applied to the file with another text",
          hint: "The file was made by a changed program; use the program that made it.")
      }
    }
    return migrations.filter { applied[$0.id] == nil }
  }

  /// Applies what is pending.
  /// - Parameters:
  ///   - connection: the file.
  ///   - now: the instant to record, as text.
  /// - Returns: the migrations applied.
  /// - Throws: ``SQLiteError``; the migration that failed has left nothing, those before it stay.
  @discardableResult
  public func migrate(_ connection: Connection, now: String) throws -> [Migration] {
    try pending(in: connection).filter { try apply($0, to: connection, now: now) }
  }

  private func hasRecord(_ connection: Connection) throws -> Bool {
    try connection.value(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'", as: Int.self) == 1
  }

  /// Foreign keys are off while tables may be rebuilt (the pragma does nothing inside a transaction) and
  /// checked as a whole before the commit.
  /// - Returns: false if another program applied it while this one waited for the file.
  private func apply(_ migration: Migration, to connection: Connection, now: String) throws -> Bool {
    try connection.execute("PRAGMA foreign_keys = 0")
    defer { try? connection.execute("PRAGMA foreign_keys = 1") }
    return try connection.transaction {
      guard try pending(in: connection).contains(where: { $0.id == migration.id }) else { return false }
      try connection.run(script: migration.sql)
      try connection.execute(
        "INSERT INTO migration (id, name, sha256, applied) VALUES (\(migration.id), \(migration.name), \(migration.sha256), \(now))"
      )
      let broken = try connection.rows("PRAGMA foreign_key_check") { try $0.get(0, as: String.self) }
      guard broken.isEmpty else {
        throw SQLiteError(
          message: "migration \(migration.id) would break foreign keys of \(Set(broken).sorted())")
      }
      return true
    }
  }
}
