internal import SQLite

/// Extra columns: under their own names, and all of them as the JSON text of the export's column `extras`.
enum ExtrasTable {
  /// Of one observation, by name.
  static func of(_ observation: Int, in connection: Connection) throws -> [String: String] {
    let pairs = try connection.rows(
      "SELECT name, value FROM observation_extra WHERE observation = \(observation) AND withdrawn = 0"
    ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Of all observations, by number and name.
  static func all(in connection: Connection) throws -> [Int: [String: String]] {
    var result: [Int: [String: String]] = [:]
    try connection.forEach("SELECT observation, name, value FROM observation_extra WHERE withdrawn = 0") {
      result[try $0.get(0), default: [:]][try $0.get(1)] = try $0.get(2, as: String.self)
    }
    return result
  }

  /// The names that can stand as columns of their own: none of ours.
  static func columns(in connection: Connection) throws -> [String] {
    let names = try connection.rows(
      "SELECT DISTINCT name FROM observation_extra WHERE withdrawn = 0 ORDER BY name"
    ) { try $0.get(0, as: String.self) }
    return names.filter { !ObservationColumns.all.contains($0) }
  }
}
