internal import Formats
internal import SQLite

/// What the file's header remembers of the last comparison: `user_version` is a number made from our migrations,
/// our views, and SQLite's own count of changes to the schema. While it holds, nothing was altered since, and the
/// schema need not even be read: most of the time a short question takes would go there.
enum Fingerprint {
  static func holds(for connection: Connection) throws -> Bool {
    try connection.value("PRAGMA application_id", as: Int.self) == EntenteFile.applicationID
      && connection.value("PRAGMA user_version", as: Int.self) == number(connection)
  }

  static func leave(in connection: Connection) throws {
    // A pragma binds nothing; the text is a number of ours.
    try connection.execute(SQL(trusting: "PRAGMA user_version = \(number(connection))"))
  }

  private static func number(_ connection: Connection) throws -> Int {
    var hash = SHA256()
    for file in Resources.files(in: "migrations/") { hash.update(file.bytes) }
    hash.update(Array("\(try connection.value("PRAGMA schema_version", as: Int.self) ?? 0)".utf8))
    // 31 bits: the header keeps a signed number, and 0 means that nothing was left.
    return max(1, hash.finish().prefix(4).reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF)
  }
}
