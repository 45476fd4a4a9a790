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

  /// The scripts of the sheet's own language: in it a name's script tells nothing about its side.
  private let scripts: Set<Script>

  init(_ connection: Connection, header: SheetHeader) throws {
    scripts = Set(header.names.joined().unicodeScalars.compactMap(Script.init(letter:)))
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
    if column == "tlp" { return Label.allCases.map(\.rawValue) }
    return Codes.Vocabulary(rawValue: vocabulary(column)).map { codes.all($0) }
  }

  /// The code that a value names: by code, by label, by the cues of the rules; nil where they do not agree.
  func code(of value: String, _ column: String) -> String? {
    if column == "tlp" { return Label(value.trimmed)?.rawValue }
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
    var marks = [";", "；", "\n", " / ", "、", "，"].filter { mark in texts.contains { $0.contains(mark) } }
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

  /// The share of names in a column that are actors of the file.
  func actors(_ column: DraftColumn) -> Double {
    let texts = column.values.prefix(50).map(\.text).filter { $0.utf8.count < 400 }
    let names = texts.flatMap { SheetActors.pieces($0, [";", "；", ",", "/", "\n", "、"]) }
    return names.isEmpty ? 0 : Double(names.filter(isKnown).count) / Double(names.count)
  }

  typealias Marks = (between: [String], marks: [(text: String, side: String)])

  /// The marks of sides that stand in a column, and what parts the groups that they begin.
  func marks(_ column: DraftColumn) -> Marks {
    let texts = column.values.map(\.text)
    let marks = DraftWords.marks.filter { mark in texts.contains { $0.range(of: mark.text) != nil } }
    let leading = marks.filter { !$0.text.hasPrefix("(") && !$0.text.hasPrefix("（") }
    let between = ["/", "\n", ";", "|"].filter { sign in
      texts.contains { text in
        let groups = SheetActors.pieces(text, [sign])
        return groups.count > 1
          && groups.dropFirst().allSatisfy { group in leading.contains { group.hasPrefix($0.text) } }
      }
    }
    return (between, marks)
  }

  /// The column with its groups as values of their own, and without the marks.
  func withoutMarks(_ column: DraftColumn, _ sides: Marks) -> DraftColumn {
    let groups = column.values.flatMap { value in
      SheetActors.pieces(value.text, sides.between).flatMap { group in
        let bare = sides.marks.reduce(group) { $0.cut(at: $1.text).joined(separator: " ").trimmed }
        return [SheetCell](repeating: SheetCell(bare, column: 1), count: value.count)
      }
    }
    return DraftColumn(column.name, groups)
  }

  private static let mostNames = 100

  /// Names the file does not know, with the side that a place in them or their script tells.
  func unknownActors(_ column: DraftColumn, _ marks: [String]) -> [(name: String, side: String?)] {
    Self.items(column, marks).map(\.text).filter { !isKnown($0) }.prefix(Self.mostNames).map {
      ($0, side(of: $0))
    }
  }

  private func side(of name: String) -> String? {
    let places = Set(
      finder.matches(in: Array(name.utf8), language: nil).filter { $0.kind == .place }.map(\.code))
    if places == ["CN"] { return "cn" }
    if places == ["RU"] { return "ru" }
    switch Script(of: name) {
    case .han where !scripts.contains(.han): return "cn"
    case .cyrillic where !scripts.contains(.cyrillic): return "ru"
    case .han, .cyrillic, .latin, .mixed: return nil
    }
  }
}
