internal import Records
public import SQLite

/// The codes of the vocabularies, read once for a run.
public struct Codes: Sendable {
  /// A vocabulary by the name of its table.
  public enum Vocabulary: String, CaseIterable, Sendable {
    case mechanism, instrument, effect, stage, flow, sector
  }

  private var codes: [Vocabulary: [String]] = [:]
  private var international: Set<String> = []

  /// Reads all codes that are not withdrawn.
  /// - Throws: `SQLiteError`.
  public init(_ connection: Connection) throws {
    for vocabulary in Vocabulary.allCases {
      codes[vocabulary] = try connection.rows(
        "SELECT code FROM \(identifier: vocabulary.rawValue) WHERE withdrawn = 0 ORDER BY position"
      ) { try $0.get(0) }
    }
    international = try Set(
      connection.rows("SELECT name FROM actor WHERE side = 'intl'") { try $0.get(0, as: String.self) })
  }

  /// Every code of a vocabulary, in its order.
  public func all(_ vocabulary: Vocabulary) -> [String] { codes[vocabulary] ?? [] }

  func isInternational(_ name: String) -> Bool { international.contains(name) }

  func check(_ vocabulary: Vocabulary, _ code: String, column: String) throws(RowRefusal) -> String {
    let known = all(vocabulary)
    guard !known.contains(code) else { return code }
    let near = Nearest.to(code, among: known).map { "Did you mean \($0)? " } ?? ""
    throw RowRefusal(
      column: column, value: code, reason: "there is no \(vocabulary.rawValue) \"\(code)\"",
      hint: "\(near)Known: \(known.joined(separator: ", ")).")
  }

  func required(_ vocabulary: Vocabulary, _ row: TableRow, _ column: String) throws -> String {
    try check(vocabulary, row.required(column), column: column)
  }

  func optional(_ vocabulary: Vocabulary, _ row: TableRow, _ column: String) throws -> String? {
    try row[column].map { try check(vocabulary, $0, column: column) }
  }
}

/// The known word nearest to a mistyped one.
public enum Nearest {
  /// nil if none is within two letters, or a third of the word's length.
  public static func to(_ word: String, among known: [String]) -> String? {
    let letters = Array(word.lowercased())
    let best = known.map { ($0, distance(letters, Array($0.lowercased()))) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= max(2, word.count / 3) else { return nil }
    return best.0
  }

  /// Levenshtein's distance.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let old = row[j + 1]
        row[j + 1] = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = old
      }
    }
    return row[b.count]
  }
}
