import ArgumentParser
import Formats

/// How rows come out.
struct RowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("table, csv, json, jsonl, markdown or html.", valueName: "format"))
  var format: RowFormat = .table
  @Flag(help: "CSV for spreadsheets: with a byte-order mark.")
  var excel = false

  func validate() throws {
    if excel, format != .csv { throw ValidationError("--excel goes with --format csv.") }
  }

  /// Cut to the terminal only where one looks on: a pipe gets whole cells.
  func print(_ table: Table) throws {
    try Output.write(table.render(as: format, width: Terminal.isOutput ? Terminal.width : nil, excel: excel))
  }
}
