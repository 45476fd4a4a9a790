/// What a table puts in one cell.
public enum Cell: Equatable, Sendable {
  /// Text: guarded against formulas in CSV.
  case text(String)
  /// A number, already written with a point and no grouping: never guarded.
  case number(String)
  /// Nothing known; differs from an empty text only where the format can say so.
  case empty

  /// A whole number.
  public static func integer(_ value: some BinaryInteger) -> Cell { .number(String(value)) }
  /// A number in its shortest exact form; one that is not finite is empty.
  public static func double(_ value: Double) -> Cell {
    value.isFinite ? .number(JSONWriter.text(value)) : .empty
  }
}

/// Writes RFC 4180 rows into a closure.
public struct CSVWriter {
  private let sink: (borrowing [UInt8]) throws -> Void
  private let delimiter: UInt8
  private let excel: Bool
  private let guarded: Bool
  private var started = false
  private var row: [UInt8] = []

  /// A writer that gives `sink` the bytes of one row at a time.
  ///
  /// - Parameters:
  ///   - excel: begins with a byte-order mark and ends rows with CR LF; otherwise LF.
  ///   - guarded: text cells go through ``SpreadsheetGuard``; false writes them exactly.
  ///   - delimiter: one ASCII byte between fields.
  ///   - sink: takes the bytes; what it throws comes out of ``write(_:)-([Cell])``.
  public init(
    excel: Bool = false, guarded: Bool = true, delimiter: UInt8 = UInt8(ascii: ","),
    sink: @escaping (borrowing [UInt8]) throws -> Void
  ) {
    self.sink = sink
    self.delimiter = delimiter
    self.excel = excel
    self.guarded = guarded
  }

  /// Writes one row.
  public mutating func write(_ cells: [Cell]) throws {
    row.removeAll(keepingCapacity: true)
    if excel && !started { row += [0xEF, 0xBB, 0xBF] }
    started = true
    for (i, cell) in cells.enumerated() {
      if i > 0 { row.append(delimiter) }
      switch cell {
      case .text(let text):
        // A lone empty field would read back as a blank line.
        append(guarded ? SpreadsheetGuard.protect(text) : text, quoted: cells.count == 1 && text.isEmpty)
      case .number(let text): append(text, quoted: false)
      case .empty: if cells.count == 1 { row += [0x22, 0x22] }
      }
    }
    if excel { row.append(0x0D) }
    row.append(0x0A)
    try sink(row)
  }

  /// Writes one row of texts, such as a header.
  public mutating func write(_ texts: [String]) throws {
    try write(texts.map(Cell.text))
  }

  private mutating func append(_ text: String, quoted: Bool) {
    let utf8 = text.utf8
    // A first byte of the mark would be taken for one at the start of a file.
    let quoted =
      quoted || utf8.first == 0x20 || utf8.last == 0x20 || utf8.first == 0xEF
      || utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard quoted else {
      row += utf8
      return
    }
    row.append(0x22)
    for byte in utf8 {
      if byte == 0x22 { row.append(0x22) }
      row.append(byte)
    }
    row.append(0x22)
  }
}
