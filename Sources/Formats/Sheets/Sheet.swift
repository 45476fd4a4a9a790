/// One cell of a sheet as a person left it.
public struct SheetCell: Equatable, Sendable {
  /// What the file says the cell is. Of CSV every cell is text.
  public enum Kind: Sendable {
    /// Words, or whatever has to be read as they stand.
    case text
    /// A number, written with a point.
    case number
    /// A date as ISO 8601 writes it, as precise as the sheet shows it.
    case date
  }

  /// Its text.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// Where it stands: of CSV the byte of the line, of a workbook the column; the first is 1.
  public var column: Int

  /// A cell at a place.
  public init(_ text: String, _ kind: Kind = .text, column: Int) {
    self.text = text
    self.kind = kind
    self.column = column
  }
}

/// One row of a sheet.
public struct SheetRow: Equatable, Sendable {
  /// Of CSV the line it begins on, of a workbook the number that the program shows beside it; the first is 1.
  public var number: Int
  /// The cells, from the first column on; there may be fewer than the header has names.
  public var cells: [SheetCell]

  /// A row at a place.
  public init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }

  /// True if no cell holds anything but blanks.
  public var isBlank: Bool { cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}

/// What is found in a sheet: a row, or the refusal of one.
public enum SheetRecord: Equatable, Sendable {
  /// A row that was read.
  case row(SheetRow)
  /// A row that was not.
  case refused(CSVRefusal)
}

/// A sheet that is read row by row, header and all.
public protocol SheetReader {
  /// The next row or refusal; nil at the end.
  mutating func next() throws -> SheetRecord?
  /// From here on rows are expected to have about so many cells.
  mutating func expect(cells: Int)
  /// How many bytes have been read; 0 where that is not known.
  var bytesRead: Int { get }
}
