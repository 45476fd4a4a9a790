internal import Formats
internal import Records
internal import SQLite

/// Makes the cells of a row of ours from those of a row of the sheet.
struct SheetCells {
  /// A row of ours, and what stands against it.
  struct Made {
    var cells: [String: String] = [:]
    /// Where in the sheet each column comes from.
    var columns: [String: Int] = [:]
    var refusals: [RowRefusal] = []
    var newActors: [(name: String, side: String)] = []
    /// What the cell of the amount names.
    var currency: String?
  }

  private var actors: SheetActors
  private let codes: SheetCodes

  init(_ connection: Connection, _ kind: TableKind) throws {
    actors = SheetActors(connection)
    codes = try SheetCodes(connection, kind)
  }

  mutating func made(of row: SheetRow, _ steps: [SheetPlan.Step]) throws -> Made {
    var made = Made()
    for step in steps { try make(step, of: row, into: &made) }
    settleMoney(&made, steps)
    return made
  }

  private mutating func make(_ step: SheetPlan.Step, of row: SheetRow, into made: inout Made) throws {
    let map = step.map
    let given = step.places.compactMap { $0 < row.cells.count ? row.cells[$0] : nil }
    let filled = given.filter { !$0.text.trimmed.isEmpty }
    made.columns[map.target] = (filled.first ?? given.first)?.column
    if let constant = map.constant, filled.isEmpty || map.from.isEmpty {
      put(constant, map.target, &made)
    } else if let cell = Self.joined(filled, map), !cell.text.trimmed.isEmpty {
      do {
        try read(cell, map, into: &made)
      } catch let refusal as RowRefusal {
        made.refusals.append(refusal)
      }
    } else if let fallback = map.fallback {
      put(fallback, map.target, &made)
    }
  }

  /// One cell, of several or of a part of one.
  private static func joined(_ cells: [SheetCell], _ map: ColumnMap) -> SheetCell? {
    guard let first = cells.first else { return nil }
    var cell = first
    if cells.count > 1 {
      cell = SheetCell(cells.map(\.text.trimmed).joined(separator: map.join), column: first.column)
    }
    if let part = map.part {
      let pieces = SheetActors.pieces(cell.text, map.split)
      cell = SheetCell(part <= pieces.count ? pieces[part - 1] : "", column: cell.column)
    }
    return cell
  }

  private func put(_ text: String, _ target: String, _ made: inout Made) {
    guard !text.isEmpty else { return }
    if let held = made.cells[target], ObservationColumns.lists.contains(target) {
      made.cells[target] = "\(held);\(text)"
    } else {
      made.cells[target] = text
    }
  }

  // MARK: Reading

  private mutating func read(_ cell: SheetCell, _ map: ColumnMap, into made: inout Made) throws {
    if map.target == SheetActors.column { return try readActors(cell, map, into: &made) }
    let isList = SheetCodes.lists.contains(map.target)
    let items =
      isList && map.part == nil
      ? SheetActors.pieces(cell.text, map.split.isEmpty ? [";"] : map.split) : [cell.text.trimmed]
    var read: [String] = []
    for item in items {
      let text = try one(SheetCell(item, cell.kind, column: cell.column), map, into: &made)
      if !text.isEmpty, !read.contains(text) { read.append(text) }
    }
    put(read.joined(separator: ";"), map.target, &made)
  }

  private func one(_ cell: SheetCell, _ map: ColumnMap, into made: inout Made) throws(RowRefusal) -> String {
    let target = map.target
    if let value = map.values[cell.text.folded] { return value }
    if let other = map.other { return other }
    do throws(SheetDate.Problem) {
      if SheetCodes.dates.contains(target) { return try SheetDate.read(cell, map.style) }
      if SheetCodes.numbers.contains(target) {
        let sum = try SheetNumber.read(cell, map)
        if target == "amount" { made.currency = sum.currency }
        return sum.text
      }
    } catch {
      throw RowRefusal(column: target, value: cell.text.trimmed, reason: error.reason, hint: error.hint)
    }
    if SheetCodes.flags.contains(target) { return SheetCodes.flag(cell.text) ?? cell.text }
    try codes.check(cell.text, of: target)
    return cell.text
  }

  private mutating func readActors(_ cell: SheetCell, _ map: ColumnMap, into made: inout Made) throws {
    for part in try actors.parts(of: cell.text, map) {
      guard let side = part.side else {
        made.refusals.append(
          RowRefusal(
            column: map.target, value: part.name, reason: "nothing tells its side",
            hint: "Add it under [columns.actors.sides], or side = \"other\" for all such."))
        continue
      }
      if !part.isKnown { made.newActors.append((part.name, side)) }
      let target = "actors_\(side == "intl" ? "other" : side)"
      put(part.name, target, &made)
      made.columns[target] = cell.column
    }
  }

  /// A currency that the map gives to every row goes with an amount only; one that the amount's cell names counts
  /// where the map names none.
  private func settleMoney(_ made: inout Made, _ steps: [SheetPlan.Step]) {
    if made.cells["amount"] != nil {
      if made.cells["currency"] == nil { made.cells["currency"] = made.currency }
      return
    }
    let general = steps.filter { ["currency", "amount_kind"].contains($0.map.target) }
      .filter { $0.map.constant != nil || $0.map.fallback != nil }
    for step in general { made.cells[step.map.target] = nil }
  }
}
