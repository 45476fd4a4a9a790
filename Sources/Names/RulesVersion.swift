internal import Formats
internal import Records
public import SQLite

/// The version of names and rules: mentions and proposals carry it, so that old ones can be told apart.
public enum RulesVersion {
  /// Raised whenever the code reads texts otherwise than before.
  static let engine = 4
  static let name = "rules_version"

  /// The version that was last written down; empty if none was.
  public static func current(in connection: Connection) throws -> String {
    try connection.derivedState(name) ?? ""
  }

  /// Works it out from every name and cue, and writes it down. Call it after names or cues have changed.
  /// - Returns: twelve hexadecimal digits.
  @discardableResult
  public static func refresh(in connection: Connection) throws -> String {
    var parts = ["engine", String(engine)]
    let queries: [SQL] = [
      "SELECT kind, language, code, cue, strength FROM cue WHERE withdrawn = 0 ORDER BY kind, language, code, cue",
      "SELECT name, kind, side FROM actor WHERE withdrawn = 0 ORDER BY name",
      """
      SELECT a.name, l.alias, l.language, l.ambiguous FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE l.withdrawn = 0 AND a.withdrawn = 0 ORDER BY a.name, l.alias, l.language
      """,
      "SELECT code, position FROM mechanism WHERE withdrawn = 0 ORDER BY code",
      "SELECT code, parent FROM sector WHERE withdrawn = 0 ORDER BY code",
    ]
    for query in queries {
      try connection.forEach(query) { row in
        parts += row.values.map { value in
          switch value {
          case .text(let text): text
          case .integer(let number): String(number)
          default: ""
          }
        }
      }
    }
    let version = String(Hex.text(Identity.digest(parts)).prefix(12))
    if try current(in: connection) != version { try connection.setDerivedState(name, version) }
    return version
  }
}
