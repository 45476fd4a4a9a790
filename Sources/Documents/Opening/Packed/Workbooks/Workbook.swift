public import Formats

/// A workbook of Excel (.xlsx): its sheets as rows of cells, dates as dates, formulas by the values kept with them.
public struct Workbook {
  /// The names of its sheets, in order.
  public let sheets: [String]
  private let zip: ZipFile
  private let outline: WorkbookOutline
  private let styles: WorkbookStyles
  private let texts: [String]

  /// Reads everything but the sheets themselves.
  /// - Throws: ``OpenRefusal`` with what to do where it is no workbook, or damaged.
  public init(_ bytes: [UInt8]) throws(OpenRefusal) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw OpenRefusal("it is an old or protected Excel file", hint: Self.saveAs)
    }
    zip = try ZipFile(bytes)
    guard let workbook = try zip.file("xl/workbook.xml") else { throw Self.stranger(zip) }
    outline = try XMLText.read(workbook, WorkbookOutline())
    if let links = try zip.file("xl/_rels/workbook.xml.rels") {
      outline.targets = try XMLText.read(links, WorkbookLinks()).targets
    }
    styles =
      try zip.file("xl/styles.xml").map { bytes throws(OpenRefusal) in
        try XMLText.read(bytes, WorkbookStyles())
      } ?? WorkbookStyles()
    texts =
      try zip.file("xl/sharedStrings.xml").map { bytes throws(OpenRefusal) in
        try XMLText.read(bytes, WorkbookTexts()).texts
      } ?? []
    sheets = outline.sheets.map(\.name)
  }

  private static let saveAs = "Save the sheet as .xlsx, or as CSV in UTF-8, without a password."

  private static func stranger(_ zip: ZipFile) -> OpenRefusal {
    if zip.has("content.xml") { return OpenRefusal("it is an OpenDocument sheet", hint: saveAs) }
    if zip.has("xl/workbook.bin") { return OpenRefusal("it is a binary workbook (.xlsb)", hint: saveAs) }
    return OpenRefusal("it is a zip archive and no workbook", hint: saveAs)
  }

  /// True if a file begins like a zip archive, as .xlsx and .ods do, or like an old Office file.
  public static func mayBe(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// The rows of a sheet. What was merged over several rows stands in each of them, in its first column.
  /// - Parameter name: of the sheet; nil: the first that is not hidden.
  /// - Returns: rows in order, those without a cell among them.
  /// - Throws: ``OpenRefusal``, also where there is no such sheet.
  public func rows(of name: String?) throws(OpenRefusal) -> [SheetRow] {
    let path = outline.path(of: try place(of: name))
    guard let bytes = try zip.file(path) else {
      throw OpenRefusal("the sheet's part \(path) is missing", hint: "Open it and save it again.")
    }
    let listener = WorkbookCells(texts: texts, styles: styles, is1904: outline.is1904)
    return try XMLText.read(bytes, listener).spread()
  }

  private func place(of name: String?) throws(OpenRefusal) -> WorkbookOutline.Sheet {
    if let name {
      guard let sheet = outline.sheets.first(where: { $0.name == name }) else {
        throw OpenRefusal(
          "it has no sheet \"\(name)\"", hint: "Its sheets: \(sheets.joined(separator: ", ")).")
      }
      return sheet
    }
    guard let first = outline.sheets.first(where: { !$0.isHidden }) ?? outline.sheets.first else {
      throw OpenRefusal("it has no sheet", hint: "Open it and save it again.")
    }
    return first
  }
}

/// A sheet of a workbook, row by row.
public struct WorkbookSheet: SheetReader {
  private var rows: ArraySlice<SheetRow>

  /// Reads a sheet; see ``Workbook/rows(of:)``.
  /// - Throws: ``OpenRefusal``.
  public init(_ bytes: [UInt8], sheet: String?) throws(OpenRefusal) {
    rows = try Workbook(bytes).rows(of: sheet)[...]
  }

  /// Not known: a workbook is read whole.
  public var bytesRead: Int { 0 }
  /// The next row; nil at the end.
  public mutating func next() -> SheetRecord? { rows.popFirst().map { .row($0) } }
  /// Of no use here.
  public mutating func expect(cells: Int) {}
}
