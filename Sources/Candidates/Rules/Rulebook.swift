internal import Names
public import SQLite

/// The names, cues and vocabularies of a file, made ready to be applied to texts.
public struct Rulebook: Sendable {
  struct ActorFacts: Sendable {
    var name: String
    var kind: String
    var side: String
  }

  let finder: NameFinder
  let actors: [Int: ActorFacts]
  /// The actor that is a state, by its side.
  let states: [String: Int]
  /// Mechanisms by their precedence: the lowest is tried first.
  let precedence: [String: Int]
  let parents: [String: String]
  /// Third countries that measures come from, by their code.
  let countries: [String: (actor: Int?, name: String)]
  /// The nouns by which texts name a country.
  let countryWords: Phrases
  /// Words that stand for somebody named before.
  let pointers: Pointers
  /// Words that speak against an act.
  let exclusions: ExclusionWords
  /// The version of names and rules.
  public let version: String

  /// Reads and compiles everything: once for many texts.
  public init(_ connection: Connection) throws {
    finder = try NameFinder(connection)
    var actors: [Int: ActorFacts] = [:]
    try connection.forEach("SELECT id, name, kind, side FROM actor WHERE withdrawn = 0 ORDER BY id") { row in
      actors[try row.get(0)] = ActorFacts(name: try row.get(1), kind: try row.get(2), side: try row.get(3))
    }
    self.actors = actors
    // The actor that is the state itself has a name by which texts name the state.
    let states = try connection.rows(
      """
      SELECT a.side, a.id FROM actor AS a JOIN cue AS c ON c.kind = 'state' AND c.cue = a.name AND c.code = a.side
      WHERE a.kind = 'state' AND a.withdrawn = 0 AND c.withdrawn = 0
      """
    ) { (try $0.get(0, as: String.self), try $0.get(1, as: Int.self)) }
    self.states = Dictionary(states, uniquingKeysWith: min)
    precedence = try Self.pairs("SELECT code, position FROM mechanism WHERE withdrawn = 0", connection)
    parents = try Self.pairs(
      "SELECT code, parent FROM sector WHERE withdrawn = 0 AND parent IS NOT NULL", connection)
    let byName = Dictionary(actors.map { ($0.value.name, $0.key) }, uniquingKeysWith: min)
    let named = try Self.names(connection)
    countries = named.merging(Self.thirdStates) { $1 }.filter { $0.key != "CN" && $0.key != "RU" }.mapValues {
      (byName[$0], $0)
    }
    countryWords = Phrases(
      try connection.rows(
        """
        SELECT cue FROM cue WHERE kind = 'place' AND note LIKE 'country %' AND note NOT LIKE '%adjective%' AND withdrawn = 0
        """
      ) { try $0.get(0, as: String.self) })
    pointers = Pointers(try Self.phrases(of: .pointer, connection))
    exclusions = ExclusionWords(try Self.phrases(of: .exclusion, connection))
    version = try RulesVersion.current(in: connection)
  }

  private static func phrases(of kind: NameKind, _ db: Connection) throws -> [(code: String, phrase: String)]
  {
    try db.rows("SELECT code, cue FROM cue WHERE kind = \(kind.rawValue) AND withdrawn = 0 ORDER BY id") {
      (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
    }
  }

  /// The first English word for a country is its name.
  private static func names(_ db: Connection) throws -> [String: String] {
    let rows = try db.rows(
      """
      SELECT code, cue FROM cue
      WHERE kind = 'place' AND language = 'en' AND note = 'country ' || cue AND withdrawn = 0 ORDER BY id DESC
      """
    ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self)) }
    return Dictionary(rows) { $1 }
  }

  private static let thirdStates = [
    "US": "United States", "EU": "European Union", "GB": "United Kingdom", "JP": "Japan", "CA": "Canada",
    "AU": "Australia", "UA": "Ukraine", "TW": "Taiwan", "CH": "Switzerland", "KR": "South Korea",
    "NL": "Netherlands",
  ]

  private static func pairs<T: Column>(_ query: SQL, _ db: Connection) throws -> [String: T] {
    Dictionary(
      uniqueKeysWithValues: try db.rows(query) { (try $0.get(0, as: String.self), try $0.get(1, as: T.self)) }
    )
  }
}
