import ArgumentParser
import Records
import Reports
import TimeSeries
import Trends

struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Say which ties between actors are new, kept or lost, by period.",
    usage: "entente network [--period <period>] [options]",
    discussion: """
      A tie is one Chinese and one Russian actor in one counted act, however often;
      merged actors are one. New ties are split: ties that came again, first ties
      between actors known from earlier periods, and ties of newcomers. Counts
      describe the file; there is no verdict.

      EXAMPLE
        entente network --period year
        entente network --period year --ties --format csv
        entente network --from 2018 --format graphml > network.graphml
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var span: SpanOptions
  @Flag(help: "List the ties of each period instead.") var ties = false
  @Flag(help: "Partners and betweenness of each actor, with bootstrap intervals.") var centrality = false
  @Option(help: ArgumentHelp("Show at most so many actors; 0 for all.", valueName: "n")) var top = 20
  @Option(help: ArgumentHelp("table, csv, json or graphml.", valueName: "format")) var format: NetworkFormat =
    .table
  @Flag(help: "CSV for spreadsheets: with a byte-order mark.") var excel = false
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if excel, format != .csv { throw ValidationError("--excel goes with --format csv.") }
    if ties, centrality, format == .csv {
      throw ValidationError("--ties or --centrality: a CSV holds one table.")
    }
  }

  func run() throws {
    let session = try Session(options, through: view)
    let question = try Question(
      by: .pair, per: span.period, from: span.from, to: span.to, asOf: session.day, limit: nil,
      views: span.views)
    let table = try TieTable.read(question, from: session.file.connection)
    let places = centrality ? try ActorPlaces(table) : nil
    let output = NetworkOutput(
      table, places: places, width: Terminal.isOutput ? Terminal.width : nil, excel: excel)
    if format == .csv { session.mark(table.meetings.label) }
    try Output.write(output.text(format, lists: ties, top: top == 0 ? nil : top))
  }
}
