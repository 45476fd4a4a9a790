import Formats
import Observations
import SQLite

/// Pages about one thing: fields under each other, wrapped to the terminal.
enum Page {
  /// `number` only repeats the id.
  static func fields(_ fields: [(name: String, value: String)], heading: String) -> String {
    let width = fields.map(\.name.count).max() ?? 0
    var page = Terminal.bold(TerminalText.escaped(heading)) + "\n"
    for field in fields where field.name != "title" && field.name != "number" {
      let name = TerminalText.padded(field.name, to: width)
      let lines = wrapped(escaped(field.value), to: max(30, Terminal.width - width - 2))
      page += "\(name)  \(lines.joined(separator: "\n" + String(repeating: " ", count: width + 2)))\n"
    }
    return page
  }

  /// The rows of a table under each other, each field on its line: addresses stay whole.
  static func records(_ table: Table) -> String {
    table.rows.map { row in
      zip(table.columns, row).filter { !$0.1.shown.isEmpty }
        .map { "  \(TerminalText.padded($0.0.name, to: 9))  \(escaped($0.1.shown))\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Control characters shown, line ends kept.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.escaped(String($0)) }
      .joined(separator: "\n")
  }

  /// Broken at blanks.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, TerminalText.width(line) + 1 + TerminalText.width(String(word)) > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      return lines + [line]
    }
  }

  /// The first row of a query, as names and texts; empty cells left out.
  static func row(_ query: SQL, _ connection: Connection) throws -> [(name: String, value: String)] {
    var values: [Value]?
    try connection.forEach(query) { row in if values == nil { values = row.values } }
    guard let values else { return [] }
    let names = try connection.columnNames(of: query)
    return zip(names, values).map { ($0, CellText.of($1)) }.filter { !$0.1.isEmpty }
  }

  static func table(_ query: SQL, _ names: [String], _ connection: Connection) throws -> Table {
    var table = Table(columns: names.map { Table.Column($0) })
    try connection.forEach(query) { table.append($0.values.map(Cell.init)) }
    return table
  }
}

extension Page {
  /// One initiative with its way from pledge to act.
  static func of(_ initiative: InitiativePage, code: String, _ connection: Connection) throws -> String {
    let fields = try initiative.fields()
    var page = Page.fields(fields, heading: fields.first { $0.name == "title" }?.value ?? code)
    for section in try initiative.sections() {
      page += "\n" + Terminal.bold(section.heading) + "\n"
      page += section.table.text(width: Terminal.isOutput ? Terminal.width : nil)
    }
    return try page + remarks(on: Record(.initiative, initiative.number), connection)
  }

  /// The judgements and notes on a record; nothing where there are none.
  static func remarks(on subject: Record, _ connection: Connection) throws -> String {
    var page = ""
    for (heading, table) in try [
      ("Judgements", Judgement.table(of: subject, in: connection)),
      ("Notes", Notes.table(of: subject, in: connection)),
    ] where !table.rows.isEmpty {
      page += "\n" + Terminal.bold(heading) + "\n" + Page.records(table)
    }
    return page
  }
}
