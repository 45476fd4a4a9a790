internal import Formats
internal import Names
public import Records
internal import SQLite

/// A new actor that is like one that is known: the same body under a name that the file does not have?
public struct Alike: Sendable {
  /// The name that is new.
  public var name: String
  /// The known actor, how like it is, from 0 to 1, and why.
  public var known: String
  var score: Double
  var reasons: [String]

  /// `X is new among the actors, and like Y (0.99: ...).`
  public var words: String {
    "\(name) is new among the actors, and like \(known) (\(JSONWriter.text((score * 100).rounded() / 100))): "
      + "\(reasons.joined(separator: "; "))."
  }

  /// Somebody is kept from saving: initials alone, which many bodies share, are no ground for that.
  private static let askedFrom = 0.9

  /// Those of the names that are likely to be a body that is known otherwise, each with the nearest.
  static func of(_ names: [String], in connection: Connection) throws -> [Alike] {
    guard !names.isEmpty else { return [] }
    let matcher = try NameMatcher(connection)
    return names.compactMap { name in
      let own = name.lowercased()
      let found = matcher.nearest(to: name, limit: 2, least: Self.askedFrom).first {
        $0.name.lowercased() != own
      }
      return found.map { Alike(name: name, known: $0.name, score: $0.score, reasons: $0.reasons) }
    }
  }

  /// Actors that were named in passing in a change or later and are like one that is known.
  /// - Parameters:
  ///   - change: the first change that is looked at.
  ///   - limit: how many new names are compared: each is held against every other.
  ///   - connection: the file.
  /// - Returns: each new name with the known one that is nearest.
  /// - Throws: `SQLiteError`.
  static func findings(since change: Int, limit: Int = 100, in connection: Connection) throws -> [Alike] {
    let names = try connection.rows(
      """
      SELECT name FROM actor WHERE change >= \(change) AND provisional = 1 AND withdrawn = 0 ORDER BY id LIMIT \(limit)
      """
    ) { try $0.get(0, as: String.self) }
    return try of(names, in: connection)
  }
}

/// New actors that are like known ones, where nobody can be asked.
public struct AlikeRefusal: Explained {
  let alike: [Alike]

  /// Those of an observation that is not entered.
  public init(_ alike: [Alike]) { self.alike = alike }

  /// Each with what it is like.
  public var sentence: String { alike.map(\.words).joined(separator: " ") }
  /// What to do.
  public var hint: String? { "Name the known one, or say --yes if it is another body." }
}
