internal import Names
public import SQLite

/// Names that are there, for completion and for "did you mean".
public enum KnownNames {
  /// Actors whose name or alias begins with the letters, in any case.
  public static func actors(beginning prefix: String, limit: Int, in connection: Connection) throws
    -> [String]
  {
    try all(in: connection).filter { begins($0.alias, prefix) }.map(\.name).unique.prefix(limit).map { $0 }
  }

  /// Outlets whose name begins with the letters, in any case.
  public static func outlets(beginning prefix: String, limit: Int, in connection: Connection) throws
    -> [String]
  {
    try connection.rows("SELECT name FROM outlet WHERE withdrawn = 0 ORDER BY name") {
      try $0.get(0, as: String.self)
    }
    .filter { begins($0, prefix) }.prefix(limit).map { $0 }
  }

  /// Up to three actors whose names or aliases are nearest to a mistyped one, in any script.
  public static func nearest(to name: String, in connection: Connection) throws -> [String] {
    let letters = Array(name.lowercased())
    let near = try all(in: connection)
      .map {
        (
          name: $0.name,
          distance: begins($0.alias, name) ? 0 : Nearest.distance(letters, Array($0.alias.lowercased()))
        )
      }
      .filter { $0.distance <= max(2, letters.count / 3) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    // In another script no letter is the same: names are then matched by meaning and sound.
    if near.isEmpty { return try NameMatcher(connection).nearest(to: name, limit: 3).map(\.name) }
    return Array(near.map(\.name).unique.prefix(3))
  }

  private static func begins(_ name: String, _ prefix: String) -> Bool {
    name.lowercased().hasPrefix(prefix.lowercased())
  }

  private static func all(in connection: Connection) throws -> [(alias: String, name: String)] {
    try connection.rows(
      """
      SELECT name AS alias, name FROM actor WHERE withdrawn = 0
      UNION ALL
      SELECT l.alias, a.name FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor WHERE l.withdrawn = 0 AND a.withdrawn = 0
      ORDER BY 1
      """
    ) { (try $0.get(0), try $0.get(1)) }
  }
}
