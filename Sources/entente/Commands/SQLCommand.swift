import ArgumentParser
import Formats
import Observations
import Records
import SQLFunctions
import SQLite

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the file in SQL: one statement that reads.",
    usage: "entente sql [options] <statement>",
    discussion: """
      Views with plain names: observations, strata, documents, candidates, mentions,
      evidence_list, actors, outlets, initiatives, indicators, coverage_list,
      changes. `entente schema` describes them. Any other SQLite program can open
      the file too. The marking is the highest of all rows in the tables read.

      EXAMPLE
        entente sql "SELECT year, count(*) FROM observations WHERE series = 'counted' GROUP BY 1"
        entente sql "SELECT * FROM observations WHERE sectors LIKE '%navigation%'" --format csv
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The statement; - reads it from standard input.")
  var statement: String
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let text =
      statement == "-"
      ? String(decoding: try ByteSource(path: "-").readAll(limit: 1 << 20), as: UTF8.self) : statement
    let session = try Session(options, .ask, through: view)
    let connection = session.file.connection
    // No view of ours reads the search index; a statement that does has its name.
    if text.lowercased().contains("search") { try session.prepareSearch() }
    let read = try TablesRead(connection, throughLens: !view.lens.isClear)
    connection.authorize(read.authorizer)
    let prepared = try prepare(text, connection)
    var table = Table(columns: prepared.columnNames.map { Table.Column($0) })
    try connection.run(prepared) { table.append($0.values.map(Cell.init)) }
    try rows.print(table)
    connection.authorize(nil)
    session.mark(try read.label(in: connection))
  }

  private func prepare(_ text: String, _ connection: Connection) throws -> Statement {
    do {
      let prepared = try connection.prepareOne(text)
      guard prepared.isReadOnly, prepared.columnCount > 0 else { throw QuestionError.changes }
      return prepared
    } catch let error as SQLiteError where error.code == .authorization {
      throw error.message.hasPrefix("access to ") ? QuestionError.past : QuestionError.changes
    }
  }
}

/// Why a statement is not run.
enum QuestionError: Explained {
  case changes
  case past

  var sentence: String {
    switch self {
    case .changes: "This statement would change something; only reading is allowed here."
    case .past: "This statement reads past --as-of or --max-tlp."
    }
  }
  var hint: String? {
    switch self {
    case .changes:
      "Begin with SELECT, WITH or EXPLAIN. Changes go through entente's own commands, so that their history is kept."
    case .past:
      "Name tables and views without \"main.\"; views and tables of your own cannot be read with these flags."
    }
  }
}

extension Cell {
  /// A value as a cell: numbers stay numbers.
  init(_ value: Value) {
    switch value {
    case .null: self = .empty
    case .integer(let number): self = .number(String(number))
    case .real: self = .number(CellText.of(value))
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .text("<\(bytes.count) bytes>")
    }
  }
}
