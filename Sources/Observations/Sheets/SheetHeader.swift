internal import Formats
internal import Records

/// The header of a sheet: the names of its columns, each once.
struct SheetHeader {
  /// Names by place; blanks in them are single, one that stands twice has its number behind it, one that is missing is
  /// called by its place.
  let names: [String]
  /// Number of its row.
  let number: Int

  init(_ row: SheetRow) {
    number = row.number
    var seen: [String: Int] = [:]
    let cells = row.cells.map(\.text)
    let last = cells.lastIndex { !$0.trimmed.isEmpty } ?? -1
    names = cells.prefix(last + 1).enumerated().map { place, text in
      let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if name.isEmpty { return "column \(place + 1)" }
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))"
    }
  }

  /// The place of a column as a person names it; nil if there is none.
  func place(of name: String) -> Int? {
    names.firstIndex { NFC.normalized($0) == NFC.normalized(name) }
      ?? names.firstIndex { $0.folded == name.folded }
  }

  /// Reads up to the header in the row of that number; nil: in the first that is not blank.
  static func read(_ sheet: inout any SheetReader, number: Int?) throws -> SheetHeader? {
    while let record = try sheet.next() {
      guard case .row(let row) = record else { continue }
      if let number {
        if row.number == number { return SheetHeader(row) }
        if row.number > number { return nil }
      } else if !row.isBlank {
        return SheetHeader(row)
      }
    }
    return nil
  }
}

/// What stands in the place of each column of ours.
struct SheetPlan {
  struct Step {
    var map: ColumnMap
    var places: [Int]
  }

  var steps: [Step] = []
  /// Columns that are kept as they are: place and name.
  var extras: [(place: Int, name: String)] = []
  /// Columns that the table has no place for.
  var dropped: [String] = []

  init(_ map: SheetMap, _ header: SheetHeader, _ kind: TableKind) throws(SheetMapError) {
    var used: Set<Int> = []
    for column in map.columns {
      var places: [Int] = []
      for name in column.from { places.append(try Self.place(of: name, header, map)) }
      if !column.keeps { used.formUnion(places) }
      steps.append(Step(map: column, places: places))
    }
    for name in map.ignore { used.insert(try Self.place(of: name, header, map)) }
    let made = Set(map.columns.map(\.target))
    for (place, name) in header.names.enumerated() where !used.contains(place) {
      let isOurs = kind.columns.contains(name.lowercased())
      if isOurs, !made.contains(name.lowercased()) {
        steps.append(Step(map: ColumnMap(target: name.lowercased(), style: map.style), places: [place]))
      } else if kind.keepsExtras {
        extras.append((place, isOurs ? "\(name) (sheet)" : name))
      } else {
        dropped.append(name)
      }
    }
  }

  private static func place(of column: SheetColumnName, _ header: SheetHeader, _ map: SheetMap)
    throws(SheetMapError) -> Int
  {
    if let place = header.place(of: column.name) { return place }
    let near = Nearest.to(column.name, among: header.names).map { "Did you mean \($0)? " } ?? ""
    throw SheetMapError(
      path: map.path, line: column.line, column: column.column,
      reason: "the sheet has no column \"\(column.name)\"",
      hint: "\(near)Row \(header.number) names: \(header.names.joined(separator: ", ")). "
        + "If the names stand on another row, say header = 3 under [sheet].")
  }

  /// Which of the columns by which a table is known nothing makes.
  func missing(_ kind: TableKind) -> [String] {
    let made = Set(steps.map(\.map.target))
    return kind.required.filter { !made.contains($0) }
  }
}
