extension Table {
  /// Aligned text with a rule under the names. Control characters are shown escaped.
  ///
  /// - Parameter width: terminal cells a line may take. The widest columns of text are cut until it fits, to no
  ///   less than four cells each; numbers are never cut. Nil cuts nothing.
  /// - Returns: the lines, each with its line end.
  public func text(width: Int? = nil) -> String {
    guard !columns.isEmpty else { return "" }
    let cells = rows.map { $0.map { TerminalText.escaped($0.shown) } }
    let names = columns.map { TerminalText.escaped($0.name) }
    let widths = fitted(names, cells, to: width)
    var out = line(names, widths)
    out += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    for row in cells { out += line(row, widths) }
    return out
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var out = ""
    for (i, cell) in cells.enumerated() {
      if i > 0 { out += "  " }
      let cut = TerminalText.truncated(cell, to: widths[i])
      // No blanks at the end of a line: beside one very long cell they would be most of the table.
      let isLast = i == cells.count - 1 && columns[i].alignment == .left
      out += isLast ? cut : TerminalText.padded(cut, to: widths[i], alignment: columns[i].alignment)
    }
    while out.utf8.last == 0x20 { out.unicodeScalars.removeLast() }
    return out + "\n"
  }

  private func fitted(_ names: [String], _ cells: [[String]], to width: Int?) -> [Int] {
    var widths = names.map { max(1, TerminalText.width($0)) }
    var numbers = [Int](repeating: 0, count: widths.count)
    for (row, texts) in zip(rows, cells) {
      for (i, text) in texts.enumerated() {
        let cell = TerminalText.width(text)
        widths[i] = max(widths[i], cell)
        if case .number = row[i] { numbers[i] = max(numbers[i], cell) }
      }
    }
    guard let width else { return widths }
    // No column needs more than the line, and none less than four cells or its numbers.
    let least = zip(widths, numbers).map { max(min($0, 4), $1) }
    widths = zip(widths, least).map { max(min($0, width), $1) }
    var excess = widths.reduce(2 * (widths.count - 1), +) - width
    while excess > 0 {
      let open = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// A table of GitHub Markdown. Everything in a text that Markdown or HTML would act on is escaped.
  public var markdown: String {
    guard !columns.isEmpty else { return "" }
    var out = "| " + columns.map { Self.markdown($0.name) }.joined(separator: " | ") + " |\n"
    out += "|" + columns.map { $0.alignment == .left ? " --- |" : " ---: |" }.joined() + "\n"
    for row in rows { out += "| " + row.map { Self.markdown($0.shown) }.joined(separator: " | ") + " |\n" }
    return out
  }

  private static func markdown(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r": out.append(contentsOf: "<br>".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": out.append(contentsOf: ["\\", scalar])
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      default: out.append(contentsOf: TerminalText.escaped(String(scalar)).unicodeScalars)
      }
      wasReturn = scalar == "\r"
    }
    return String(out)
  }
}

extension Cell {
  /// The text of the cell; empty when there is none.
  public var shown: String {
    switch self {
    case .text(let text), .number(let text): text
    case .empty: ""
    }
  }
}
