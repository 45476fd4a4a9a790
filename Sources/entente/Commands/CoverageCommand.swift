import ArgumentParser
import Calendar
import Formats
import Observations
import Records
import SQLite
import TimeSeries

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Keep the ledger of which source was watched, how, from when to when.",
    discussion: """
      Without a watch on record counts describe the file, and no verdict is given.
      `entente trend --sources same` counts the sources alone that were watched
      throughout.

      EXAMPLE
        entente coverage add TASS --from 2024-01-01 --how "its technology feed, daily"
        entente coverage list
      """,
    subcommands: [AddCoverage.self, ListCoverage.self], defaultSubcommand: ListCoverage.self)
}

struct AddCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a watch: a source, its first and last day, and how it was read.",
    usage: "entente coverage add <source> --from <date> [--to <date>] [options]",
    discussion: """
      A watch means that the source was read regularly and whole, so that nothing in
      it can have been missed. What was found by searching is a convenience
      collection: --kind convenience. To end a watch, enter it again with its --to
      and --update.

      EXAMPLE
        entente coverage add TASS --from 2024-01-01 --how "its technology feed, daily"
        entente coverage add TASS --from 2024-01-01 --to 2025-06-30 --update
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable { case watch, convenience }

  @OptionGroup var options: FileOptions
  @Argument(help: "The source, as its outlet is named.") var source: String
  @Option(help: ArgumentHelp("First day of the watch.", valueName: "date")) var from: String
  @Option(help: ArgumentHelp("Last day; without one it goes on.", valueName: "date")) var to: String?
  @Option(help: ArgumentHelp("In what way it is read.", valueName: "text")) var how: String?
  @Option(help: ArgumentHelp("watch or convenience.", valueName: "kind")) var kind: Kind = .watch
  @Option(help: ArgumentHelp("The outlet, where the source has another name.", valueName: "name"))
  var outlet: String?
  @Option(help: ArgumentHelp("Marking of the entry.", valueName: "label")) var tlp: LabelArgument?
  @Flag(help: "Correct the entry that is there.") var update = false

  func run() throws {
    let session = try Session(options, .create)
    let how = how ?? (kind == .watch ? "read regularly and whole" : "what was found")
    var cells = ["source": source, "from": from, "how": how, "kind": kind.rawValue]
    // The outlet is what its texts are known by; one that is new is made.
    cells["outlet"] = outlet ?? (kind == .watch ? source : nil)
    cells["to"] = to
    cells["tlp"] = tlp?.label.rawValue
    let row = TableRow(line: 1, cells: cells)
    let outcome = try session.change("coverage: \(source) from \(from)", update: update) {
      try CoverageLoader().load(row, $0)
    }
    switch outcome {
    case .loaded: Talk.say("entente: entered.")
    case .updated: Talk.say("entente: corrected.")
    default: Talk.say("entente: it stands there already.")
    }
    Talk.say(try Coverage.line(session.file.connection))
  }
}

struct ListCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the ledger, watches first.",
    usage: "entente coverage list [options]",
    discussion: """
      EXAMPLE
        entente coverage list --format csv
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    let table = try Page.table(
      """
      SELECT source, kind, starts, ends, how FROM coverage_list ORDER BY kind = 'watch' DESC, starts, source
      """, ["source", "kind", "from", "to", "how"], connection)
    try rows.print(table)
    if rows.format == .table { Talk.say(try Coverage.line(connection)) }
    session.mark(try Markings.highest(behind: "coverage", in: connection))
  }
}
