internal import SQLite

/// Extra columns as the JSON text of the export's column `extras`.
enum ExtrasTable {
  static func text(of observation: Int, in connection: Connection) throws -> String? {
    let pairs = try connection.rows(
      "SELECT name, value FROM observation_extra WHERE observation = \(observation) AND withdrawn = 0"
    ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self)) }
    return Extras.text(Dictionary(uniqueKeysWithValues: pairs))
  }

  static func all(in connection: Connection) throws -> [Int: String] {
    let owners = try connection.rows("SELECT DISTINCT observation FROM observation_extra WHERE withdrawn = 0")
    { try $0.get(0, as: Int.self) }
    var result: [Int: String] = [:]
    for owner in owners { result[owner] = try text(of: owner, in: connection) }
    return result
  }
}
