internal import Names
internal import Records
internal import SQLite

/// Reads the actors of one cell, and tells on which side each is.
struct SheetActors {
  /// The name under which a map speaks of the actors of all sides.
  static let column = "actors"

  /// A name with its side; nil: nothing tells it.
  struct Part: Equatable {
    var name: String
    var side: String?
    var isKnown = false
  }

  private let connection: Connection
  private var sides: [String: String?] = [:]

  init(_ connection: Connection) { self.connection = connection }

  /// Those of a cell, each once, in the order of the cell.
  mutating func parts(of text: String, _ map: ColumnMap) throws -> [Part] {
    var parts: [Part] = []
    for (place, group) in Self.pieces(text, map.sides.between).enumerated() {
      var group = group
      let leading = map.sides.marks.first { group.lowercased().hasPrefix($0.text.lowercased()) }
      if let leading { group = String(group.dropFirst(leading.text.count)).trimmed }
      let order = map.sides.order
      let side = leading?.side ?? (place < order.count ? order[place] : nil)
      for item in Self.pieces(group, map.split.isEmpty ? [";", "\n"] : map.split) {
        let part = try part(item, group: side, map)
        if !part.name.isEmpty, !parts.contains(where: { $0.name.folded == part.name.folded }) {
          parts.append(part)
        }
      }
    }
    return parts
  }

  private mutating func part(_ item: String, group: String?, _ map: ColumnMap) throws -> Part {
    var name = item
    var side: String?
    for mark in map.sides.marks {
      guard let cut = name.range(of: mark.text) else { continue }
      name = (String(name[..<cut.lowerBound]) + String(name[cut.upperBound...])).trimmed
      side = mark.side
      break
    }
    name = map.values[name.folded] ?? map.other ?? name
    let known = try knownSide(of: name)
    let told = map.sides.named[name.folded] ?? map.sides.named[item.folded]
    return Part(name: name, side: side ?? told ?? group ?? known ?? map.sides.fallback, isKnown: known != nil)
  }

  /// The side of an actor of the file; nil if it is not known there.
  private mutating func knownSide(of name: String) throws -> String? {
    if let side = sides[name] { return side }
    let id = name.isEmpty ? nil : try ActorBook.find(name, in: connection)
    let side = try id.flatMap {
      try connection.value("SELECT side FROM actor WHERE id = \($0)", as: String.self)
    }
    sides[name] = .some(side)
    return side
  }

  /// A text cut at any of the marks; without marks it is one piece.
  static func pieces(_ text: String, _ marks: [String]) -> [String] {
    var pieces = [text]
    for mark in marks { pieces = pieces.flatMap { $0.cut(at: mark) } }
    return pieces.map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension String {
  /// The parts between occurrences of a mark.
  func cut(at mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.range(of: mark) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}

extension StringProtocol {
  /// The first place of a text, in whatever case.
  func range(of mark: String) -> Range<Index>? {
    let wanted = Array(mark.lowercased())
    guard let first = wanted.first else { return nil }
    var at = startIndex
    while at < endIndex {
      if self[at].lowercased() == String(first), let end = end(of: wanted, from: at) { return at..<end }
      at = index(after: at)
    }
    return nil
  }

  private func end(of wanted: [Character], from start: Index) -> Index? {
    var at = start
    for sign in wanted {
      guard at < endIndex, self[at].lowercased() == String(sign) else { return nil }
      at = index(after: at)
    }
    return at
  }
}
