internal import CSQLite

/// What the host's libsqlite3 can do, checked before anything rests on it.
public enum Capabilities {
  /// The version found, e.g. "3.40.1".
  public static var version: String { String(cString: sqlite3_libversion()) }

  static let oldest: (number: Int32, name: String) = (3_040_001, "3.40.1")
  static let needed = ["ENABLE_FTS5", "ENABLE_COLUMN_METADATA", "ENABLE_MATH_FUNCTIONS"]

  /// Every compile option of the library, without the SQLITE_ prefix.
  public static var compileOptions: [String] {
    var options: [String] = []
    var index: Int32 = 0
    while let option = sqlite3_compileoption_get(index) {
      options.append(String(cString: option))
      index += 1
    }
    return options
  }

  /// - Throws: ``SQLiteError`` naming everything that is missing.
  public static func check() throws {
    var missing: [String] = []
    if sqlite3_libversion_number() < oldest.number {
      missing.append("version \(oldest.name) or newer (found \(version))")
    }
    if sqlite3_threadsafe() == 0 { missing.append("THREADSAFE") }
    missing += needed.filter { sqlite3_compileoption_used($0) == 0 }
    guard missing.isEmpty else {
      throw SQLiteError(
        message: "this machine's libsqlite3 lacks: \(missing.joined(separator: ", "))",
        hint: "Install Debian's libsqlite3-0, 3.40.1 or newer.")
    }
  }
}
