internal import Formats
internal import Names
internal import Records
internal import SQLite

/// What the vocabularies and names of a file make of values.
struct DraftGuess {
  private let connection: Connection
  private let codes: Codes
  private let labels: [String: [String: String]]
  private let finder: NameFinder

  init(_ connection: Connection) throws {
    self.connection = connection
    codes = try Codes(connection)
    finder = try NameFinder(connection)
    var labels: [String: [String: String]] = [:]
    for vocabulary in Codes.Vocabulary.allCases {
      let pairs = try connection.rows(
        "SELECT label, code FROM \(identifier: vocabulary.rawValue) WHERE withdrawn = 0"
      ) { (try $0.get(0, as: String.self).folded, try $0.get(1, as: String.self)) }
      labels[vocabulary.rawValue] = Dictionary(pairs) { first, _ in first }
    }
    self.labels = labels
  }

  private func vocabulary(_ column: String) -> String { column == "sectors" ? "sector" : column }

  /// The codes that a column of ours can hold; nil where it holds anything.
  func codes(_ column: String) -> [String]? {
    Codes.Vocabulary(rawValue: vocabulary(column)).map { codes.all($0) }
  }

  /// The code that a value names: by code, by label, by the cues of the rules; nil where they do not agree.
  func code(of value: String, _ column: String) -> String? {
    let name = vocabulary(column)
    let folded = value.folded
    if let code = codes(column)?.first(where: { $0 == folded }) { return code }
    if let code = labels[name]?[folded] { return code }
    let found = finder.matches(in: Array(value.utf8), language: nil).filter { $0.kind.rawValue == name }
    let strong = Set(found.filter { !$0.isWeak }.map(\.code))
    let all = strong.isEmpty ? Set(found.map(\.code)) : strong
    return all.count == 1 ? all.first : nil
  }

  // MARK: Lists

  /// The marks that part the items of a column; a comma only where it parts names that are known.
  func separators(_ column: DraftColumn) -> [String] {
    let texts = column.values.map(\.text)
    var marks = [";", "\n", " / ", "、", "，"].filter { mark in texts.contains { $0.contains(mark) } }
    let commas = texts.filter { $0.contains(",") }
    if !commas.isEmpty {
      let parts = commas.flatMap { SheetActors.pieces($0, [","]) }
      let known = parts.filter { isKnown($0) || code(of: $0, "sectors") != nil }.count
      if known * 4 >= parts.count { marks.append(",") }
    }
    return marks.isEmpty ? [";"] : marks
  }

  /// The items of a column, the most frequent first.
  static func items(_ column: DraftColumn, _ marks: [String]) -> [(text: String, count: Int)] {
    var tally: [String: Int] = [:]
    for value in column.values {
      for item in SheetActors.pieces(value.text, marks) { tally[item, default: 0] += value.count }
    }
    return tally.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private func isKnown(_ name: String) -> Bool {
    ((try? ActorBook.find(name, in: connection)) ?? nil) != nil
  }

  private static let mostNames = 100

  /// Names the file does not know, with the side that their script or a known part of them tells.
  func unknownActors(_ column: DraftColumn, _ marks: [String]) -> [(name: String, side: String?)] {
    Self.items(column, marks).map(\.text).filter { !isKnown($0) }.prefix(Self.mostNames).map {
      ($0, side(of: $0))
    }
  }

  private func side(of name: String) -> String? {
    switch Script(of: name) {
    case .han: "cn"
    case .cyrillic: "ru"
    case .latin, .mixed: nil
    }
  }
}
