internal import Formats

/// Listens to a sheet: its cells, and which of them are merged.
final class WorkbookCells: XMLListener {
  private let texts: [String]
  private let styles: WorkbookStyles
  private let is1904: Bool
  private var rows: [SheetRow] = []
  private var merged: [(rows: ClosedRange<Int>, column: Int)] = []
  private var row = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var isPhonetic = false

  init(texts: [String], styles: WorkbookStyles, is1904: Bool) {
    self.texts = texts
    self.styles = styles
    self.is1904 = is1904
  }

  func begin(_ name: String, _ attributes: Attributes) {
    switch name.local {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      column = 0
      rows.append(SheetRow(number: row, cells: []))
    case "c":
      column = attributes["r"].flatMap { Self.place($0)?.column } ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = []
    case "v", "t": isValue = true
    case "rPh": isPhonetic = true
    case "mergeCell": if let area = attributes["ref"].flatMap(Self.area) { merged.append(area) }
    default: break
    }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue, !isPhonetic { value.append(contentsOf: bytes) }
  }

  func end(_ name: String) {
    switch name.local {
    case "v", "t": isValue = false
    case "rPh": isPhonetic = false
    case "c": finish()
    default: break
    }
  }

  /// The most columns Excel has.
  private static let mostColumns = 16_384

  private func finish() {
    guard !rows.isEmpty, !value.isEmpty, 1...Self.mostColumns ~= column else { return }
    put(cell(String(decoding: value, as: UTF8.self)), at: column, in: rows.count - 1)
  }

  private func put(_ cell: SheetCell, at column: Int, in row: Int) {
    while rows[row].cells.count < column {
      rows[row].cells.append(SheetCell("", column: rows[row].cells.count + 1))
    }
    rows[row].cells[column - 1] = cell
  }

  private func cell(_ text: String) -> SheetCell {
    switch type {
    case "s":
      return SheetCell(
        Int(text).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? "", column: column)
    case "inlineStr", "str": return SheetCell(WorkbookEscapes.undone(text), column: column)
    case "b": return SheetCell(text == "1" ? "1" : "0", column: column)
    case "d": return SheetCell(String(text.prefix(10)), .date, column: column)
    case "e": return SheetCell(text, column: column)
    default: return number(text)
    }
  }

  private func number(_ text: String) -> SheetCell {
    guard let number = Double(text), number.isFinite else { return SheetCell(text, column: column) }
    if let parts = styles.dateParts(ofStyle: style),
      let date = SerialDay.text(number, parts, is1904: is1904)
    {
      return SheetCell(date, .date, column: column)
    }
    return SheetCell(JSONWriter.text(number), .number, column: column)
  }

  // MARK: Places

  /// `B5`
  private static func place(_ text: String) -> (row: Int, column: Int)? {
    let letters = text.utf8.prefix { 0x41...0x5A ~= $0 }
    let column = letters.prefix(4).reduce(0) { $0 * 26 + Int($1) - 0x40 }
    guard column > 0, let row = Int(text.dropFirst(letters.count)) else { return nil }
    return (row, column)
  }

  private static func area(_ text: String) -> (rows: ClosedRange<Int>, column: Int)? {
    let ends = text.split(separator: ":").compactMap { place(String($0)) }
    guard ends.count == 2, ends[0].row < ends[1].row else { return nil }
    return (ends[0].row...ends[1].row, ends[0].column)
  }

  /// The rows, with what was merged over several of them in each.
  func spread() -> [SheetRow] {
    var places: [Int: Int] = [:]
    for (at, row) in rows.enumerated() { places[row.number] = at }
    for (area, column) in merged where area.count < 100_000 {
      guard let top = places[area.lowerBound], rows[top].cells.count >= column else { continue }
      let cell = rows[top].cells[column - 1]
      for number in area.dropFirst() {
        if let at = places[number] { put(cell, at: column, in: at) }
      }
    }
    return rows
  }
}
