/// Rows to be shown or handed on, in any of the formats of ``RowFormat``.
public struct Table: Equatable, Sendable {
  /// A column: its name, and on which side its cells stand in texts.
  public struct Column: Equatable, Sendable {
    /// The name, used as title and as key.
    public var name: String
    /// Right for numbers.
    public var alignment: TerminalText.Alignment

    /// A column named `name`.
    public init(_ name: String, alignment: TerminalText.Alignment = .left) {
      self.name = name
      self.alignment = alignment
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The rows; each has one cell for each column.
  public private(set) var rows: [[Cell]] = []

  /// A table; every row must have one cell for each column.
  public init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    for row in rows { append(row) }
  }

  /// Adds a row, which must have one cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(row.count) cells for \(columns.count) columns")
    rows.append(row)
  }
}

/// The formats in which rows come out.
public enum RowFormat: String, CaseIterable, Sendable {
  /// Aligned text for a terminal; may be cut to its width.
  case table
  /// RFC 4180, text guarded against formulas.
  case csv
  /// One array of objects.
  case json
  /// One object on each line, exact.
  case jsonl
  /// A table of GitHub Markdown.
  case markdown
  /// A `<table>` element.
  case html
}

extension Table {
  /// The rows in `format`.
  ///
  /// - Parameters:
  ///   - format: what to write.
  ///   - width: terminal cells a line of `.table` may take; nil cuts nothing.
  ///   - excel: `.csv` gets a byte-order mark and CR LF.
  /// - Returns: the whole text, with a line end at its end.
  public func render(as format: RowFormat, width: Int? = nil, excel: Bool = false) -> String {
    switch format {
    case .table: text(width: width)
    case .csv: csv(excel: excel)
    case .json: json
    case .jsonl: jsonl
    case .markdown: markdown
    case .html: html
    }
  }

  /// RFC 4180 with the names first; text is guarded by ``SpreadsheetGuard``.
  public func csv(excel: Bool = false) -> String {
    var bytes: [UInt8] = []
    var writer = CSVWriter(excel: excel) { bytes += $0 }
    do {
      try writer.write(columns.map(\.name))
      for row in rows { try writer.write(row) }
    } catch {
      preconditionFailure("appending to memory does not throw")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An array of objects, one on each line.
  public var json: String {
    rows.isEmpty ? "[]\n" : "[\n" + rows.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  /// One object on each line.
  public var jsonl: String { rows.map { object($0) + "\n" }.joined() }

  private func object(_ row: [Cell]) -> String {
    var out: [UInt8] = []
    for (column, cell) in zip(columns, row) {
      out.append(out.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
      JSONWriter.append(column.name, to: &out)
      out.append(UInt8(ascii: ":"))
      switch cell {
      case .empty: out += "null".utf8
      case .text(let text): JSONWriter.append(text, to: &out)
      case .number(let number):
        // As it is written, so that no digit is lost; what is no number for JSON is text.
        if JSONParser.isNumber(number) { out += number.utf8 } else { JSONWriter.append(number, to: &out) }
      }
    }
    if out.isEmpty { out.append(UInt8(ascii: "{")) }
    out.append(UInt8(ascii: "}"))
    return String(decoding: out, as: UTF8.self)
  }

  /// A `<table>` element with everything escaped and each text kept to its own direction.
  public var html: String {
    var out = "<table>\n<thead>\n<tr>"
    for column in columns { out += "<th scope=\"col\"><bdi>\(HTMLText.escape(column.name))</bdi></th>" }
    out += "</tr>\n</thead>\n<tbody>\n"
    for row in rows {
      out += "<tr>"
      for cell in row {
        switch cell {
        case .empty: out += "<td></td>"
        case .text(let text): out += "<td><bdi>\(HTMLText.escape(text))</bdi></td>"
        case .number(let text): out += "<td class=\"number\">\(HTMLText.escape(text))</td>"
        }
      }
      out += "</tr>\n"
    }
    return out + "</tbody>\n</table>\n"
  }
}
