internal import Calendar
public import SQLite

/// Holds the file's tables, views and triggers against those this program makes. An analyst's own objects
/// are left alone; one of ours that was altered or dropped means that answers can no longer be trusted.
public enum SchemaCheck {
  struct Object: Hashable {
    var type: String
    var name: String
    var sql: String
  }

  /// - Throws: ``FileError`` naming the first object that differs.
  static func run(_ connection: Connection, path: String, mayRemember: Bool) throws {
    if try Fingerprint.holds(for: connection) { return }
    let found = try Set(objects(of: connection))
    if let missing = try ours().first(where: { !found.contains($0) }) {
      throw FileError.changed(path, object: "the \(missing.type) \(missing.name)")
    }
    if mayRemember { try Fingerprint.leave(in: connection) }
  }

  /// What of ours is not as this program makes it, as `the trigger observation_update`.
  static func altered(in connection: Connection) throws -> [String] {
    let found = try Set(objects(of: connection))
    return try ours().filter { !found.contains($0) }.map { "the \($0.type) \($0.name)" }
  }

  /// The names of tables and views that are not ours, for `doctor`.
  public static func foreignObjects(in connection: Connection) throws -> [String] {
    let names = try Set(ours().map(\.name))
    return try objects(of: connection).filter { !names.contains($0.name) }.map { "\($0.type) \($0.name)" }
      .sorted()
  }

  private static func ours() throws -> [Object] {
    let fresh = try Connection(path: ":memory:", mode: .memory)
    try Migrator(Resources.migrations).migrate(fresh, now: "")
    try fresh.run(script: Resources.derived.text)
    return try objects(of: fresh)
  }

  /// Shadow tables and automatic indexes are SQLite's own affair.
  private static func objects(of connection: Connection) throws -> [Object] {
    try connection.rows(
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """
    ) { Object(type: try $0.get(0), name: try $0.get(1), sql: try $0.get(2)) }
  }
}
