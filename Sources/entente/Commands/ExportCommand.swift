import ArgumentParser
import Candidates
import Documents
import Formats
import Observations
import Records
import SQLite

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a table out, every row and column of it.",
    usage: "entente export [options] (<table> | --all)",
    discussion: """
      JSONL and CSV carry every field in the columns that `entente ingest` reads,
      uid included: loaded into an empty file they give the same table. In CSV a
      text that a spreadsheet would run as a formula gets an apostrophe in front;
      ingest takes it off.

      --all writes everything that was entered, documents with their texts, grades,
      decisions, notes and what was taken back, as lines of JSON: `entente ingest`
      takes them in on another desk, and passes over what is there already. History
      stays behind; `entente backup` copies it too.

      EXAMPLE
        entente export observations --format csv > observations.csv
        entente export candidates --format jsonl --out candidates.jsonl
        entente export --all --out all.jsonl
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv, json }

  @OptionGroup var options: FileOptions
  @Argument(
    help: ArgumentHelp(
      "documents, candidates, \(Export.all.map(\.name).joined(separator: ", ")).", valueName: "table"),
    completion: .list(["documents", "candidates"] + Export.all.map(\.name)))
  var table: String?
  @Flag(help: "Everything, for another desk.")
  var all = false
  @Option(help: ArgumentHelp("jsonl, csv or json.", valueName: "format"))
  var format: Format = .jsonl
  @Flag(help: "CSV for spreadsheets: with a byte-order mark.")
  var excel = false
  @Flag(help: "Documents known by their address only, too.")
  var references = false
  @Option(
    name: .shortAndLong, help: ArgumentHelp("File to write; else standard output.", valueName: "path"),
    completion: .file())
  var out: String?
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    guard let table else {
      guard all else { throw ValidationError("Name a table, or --all.") }
      guard format == .jsonl else { throw ValidationError("--all is written as jsonl.") }
      return
    }
    if all { throw ValidationError("--all goes without the name of a table.") }
    let known = ["documents", "candidates"] + Export.all.map(\.name)
    guard known.contains(table) else {
      throw ValidationError("There is no table \(table) to export. One of: \(known.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    let text: String
    switch table ?? "" {
    case "": text = try everything(connection)
    case "documents":
      text = Objects.text(
        try DocumentTable.export(references: references, in: connection), format, excel: excel)
    case "candidates": text = Objects.text(try CandidateTable.export(in: connection), format, excel: excel)
    case let name: text = try export(Export.named(name)!, connection)
    }
    try Output.write(text, toFile: out ?? "-", besides: options.resolvedPath)
    let label = try table.map { try Markings.highest(behind: $0, in: connection) }
    session.mark(try label ?? WholeExport(connection).label())
  }

  private func everything(_ connection: Connection) throws -> String {
    var bytes: [UInt8] = []
    try WholeExport(connection).forEach { line in
      bytes += JSONWriter.compact(line)
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func export(_ export: Export, _ connection: Connection) throws -> String {
    let names = try export.columns(in: connection)
    if format == .csv {
      var table = Table(columns: names.map { Table.Column($0) })
      try export.forEach(in: connection) { table.append($0.map(Cell.init)) }
      return table.csv(excel: excel)
    }
    var objects: [JSONValue] = []
    try export.forEach(in: connection) { values in
      objects.append(
        .object(
          zip(names, values).compactMap { name, value in
            // Of columns that only some rows have, a row names its own.
            if value == .null, export.isExtra(name) { return nil }
            return JSONMember(name, Objects.json(value, isList: export.lists.contains(name)))
          }))
    }
    return Objects.text(objects, format, excel: excel)
  }
}

/// Objects as lines, as one array, or as a table.
enum Objects {
  static func json(_ value: Value, isList: Bool) -> JSONValue {
    switch value {
    case .null: isList ? .array([]) : .null
    case .integer(let number): .integer(number)
    case .real(let number): .number(number)
    case .text(let text):
      isList ? .array(text.split(separator: ";").map { .string(String($0)) }) : .string(text)
    case .blob(let bytes): .string("\(bytes.count) bytes")
    }
  }

  static func text(_ objects: [JSONValue], _ format: ExportCommand.Format, excel: Bool) -> String {
    switch format {
    case .jsonl:
      return objects.map { String(decoding: JSONWriter.compact($0), as: UTF8.self) + "\n" }.joined()
    case .json: return String(decoding: JSONWriter.indented(.array(objects)), as: UTF8.self) + "\n"
    case .csv:
      let names = objects.first?.object?.map(\.key) ?? []
      var table = Table(columns: names.map { Table.Column($0) })
      for object in objects { table.append(names.map { cell(object[$0] ?? .null) }) }
      return table.csv(excel: excel)
    }
  }

  private static func cell(_ value: JSONValue) -> Cell {
    switch value {
    case .null: .empty
    case .bool(let bool): .number(bool ? "1" : "0")
    case .integer(let number): .number(String(number))
    case .number(let number): .number(JSONWriter.text(number))
    case .string(let text): .text(text)
    case .array(let values) where values.allSatisfy({ $0.string != nil }):
      .text(values.compactMap(\.string).joined(separator: ";"))
    case .array, .object: .text(String(decoding: JSONWriter.compact(value), as: UTF8.self))
    }
  }
}
