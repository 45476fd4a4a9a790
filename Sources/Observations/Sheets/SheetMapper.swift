internal import Formats
internal import Records
internal import SQLite

/// Reads a sheet by its map: rows of ours, and refusals with the numbers of the sheet's rows.
final class SheetMapper {
  private var sheet: any SheetReader
  private let map: SheetMap
  private let header: SheetHeader
  private let plan: SheetPlan
  private var cells: SheetCells
  private let keepsRows: Bool
  private(set) var report = SheetReport()

  /// Reads up to the header. Where `keepsRows`, rows are kept for the report.
  /// - Throws: ``SheetMapError`` where map and header do not fit.
  init(
    _ sheet: any SheetReader, _ map: SheetMap, _ kind: TableKind, _ connection: Connection, path: String,
    keepsRows: Bool
  ) throws {
    self.sheet = sheet
    self.map = map
    self.keepsRows = keepsRows
    guard let header = try SheetHeader.read(&self.sheet, number: map.layout.header) else {
      throw CSVError(
        path: path, line: map.layout.header ?? 1, column: 1, reason: "the sheet has no header there",
        hint: "Say header = 1 under [sheet], or the number of the row that names the columns.")
    }
    self.header = header
    plan = try SheetPlan(map, header, kind)
    if let missing = plan.missing(kind).first {
      throw SheetMapError(
        path: map.path.isEmpty ? path : map.path, line: 1,
        reason: "nothing becomes \(missing), which \(kind.name) need",
        hint: "Add [columns.\(missing)] with from = \"a column of the sheet\". "
          + "Row \(header.number) names: \(header.names.joined(separator: ", ")).")
    }
    self.sheet.expect(cells: header.names.count)
    cells = try SheetCells(connection, kind)
    try refuseMarkings(kind, path: path)
    report.extras = plan.extras.map(\.name)
    report.dropped = plan.dropped
  }

  /// Of a table that keeps no columns of the sheet's own, a marking would be lost with the rest.
  private func refuseMarkings(_ kind: TableKind, path: String) throws(SheetMapError) {
    guard !plan.steps.contains(where: { $0.map.target == "tlp" }), kind.columns.contains("tlp"),
      let name = plan.dropped.first(where: MarkingColumns.isOne)
    else { return }
    throw SheetMapError(
      path: map.path.isEmpty ? path : map.path, line: 1,
      reason: "nothing takes the marking that the column \"\(name)\" says", hint: MarkingColumns.hint(name))
  }

  /// The columns of ours that it makes.
  var columns: [String] { plan.steps.map(\.map.target) }
  /// How many bytes of the sheet have been read.
  var bytesRead: Int { sheet.bytesRead }

  /// The next row of ours or refusal; nil at the end.
  func next() throws -> TableReader.Item? {
    while let record = try sheet.next() {
      switch record {
      case .refused(let refusal):
        return .refused(RefusedRow(refusal))
      case .row(let row):
        if row.isBlank { continue }
        if isPassedOver(row) {
          report.passedOver += 1
          continue
        }
        return try item(row)
      }
    }
    return nil
  }

  /// A total or a remark, or the header once more.
  private func isPassedOver(_ row: SheetRow) -> Bool {
    guard let first = row.cells.first(where: { !$0.text.trimmed.isEmpty })?.text.folded else { return true }
    if map.layout.skip.contains(where: { first.hasPrefix($0) }) { return true }
    guard first == header.names.first?.folded, row.cells.count >= header.names.count else { return false }
    return zip(row.cells, header.names).allSatisfy { $0.text.folded == $1.folded }
  }

  private func item(_ row: SheetRow) throws -> TableReader.Item {
    if let beyond = row.cells.dropFirst(header.names.count).first(where: { !$0.text.trimmed.isEmpty }) {
      return .refused(
        RefusedRow(
          line: row.number, column: beyond.column, value: beyond.text,
          reason: "the row has more cells than the header has names",
          hint: "A cell with the mark between cells in it stands in quotes; or a column has no name."))
    }
    var made = try cells.made(of: row, plan.steps)
    for (place, name) in plan.extras where place < row.cells.count {
      if !row.cells[place].text.isEmpty { made.cells[name] = row.cells[place].text }
    }
    for refusal in made.refusals { report.count(refusal) }
    for actor in made.newActors { report.count(newActor: actor.name, side: actor.side) }
    if keepsRows { report.add(row.number, made.cells) }
    if let refusal = made.refusals.first {
      let column = refusal.column.flatMap { made.columns[$0] }
      return .refused(
        RefusedRow(
          line: row.number, column: column, value: refusal.value,
          reason: refusal.column.map { "\($0): \(refusal.reason)" } ?? refusal.reason, hint: refusal.hint))
    }
    return .row(TableRow(line: row.number, cells: made.cells, columns: made.columns))
  }
}
