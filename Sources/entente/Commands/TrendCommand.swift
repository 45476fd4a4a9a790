import ArgumentParser
import Calendar
import Records
import Reports
import SQLite
import TimeSeries
import Trends

/// The period and the clock that trend and report share.
struct SpanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("month, quarter or year.", valueName: "period")) var period: PeriodKind = .year
  @Option(
    help: ArgumentHelp("First day, month or year to count; else where the data begins.", valueName: "date"),
    transform: EDTF.init(argument:)) var from: EDTF?
  @Option(
    help: ArgumentHelp("Last day, month or year to count; else where the data ends.", valueName: "date"),
    transform: EDTF.init(argument:)) var to: EDTF?
}

struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Count acts by period, with zeros, and say what the counts rest on.",
    usage: "entente trend [--by <dimension>] [--period <period>] [options]",
    discussion: """
      Counted: acts that advance the link, from stage signed on, bilateral, that are
      no sum of others. Pledges, set-backs and pressure stand apart. n.p. (not
      placed): the date is wider than the period. Views give the same numbers: see
      `strata` in `entente schema`. With --as-of, acts after that day do not count.

      EXAMPLE
        entente trend --by sector --period year
        entente trend --by pair --period quarter --from 2018 --to 2021 --format csv
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("mechanism, sector, actor, pair, flow or initiative.", valueName: "dimension"))
  var by: Dimension = .mechanism
  @OptionGroup var span: SpanOptions
  @Option(help: ArgumentHelp("Show at most so many rows a block; 0 for all.", valueName: "n")) var top: Int?
  @Option(help: ArgumentHelp("table, csv, json or markdown.", valueName: "format")) var format: TrendFormat =
    .table
  @Flag(help: "Sparklines in ASCII.") var ascii = false
  @Flag(help: "CSV for spreadsheets: with a byte-order mark.") var excel = false
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let question = try Question(
      by: by, per: span.period, from: span.from, to: span.to, asOf: session.day,
      limit: top.map { $0 == 0 ? nil : $0 } ?? (format == .table ? Question.usualLimit : nil))
    let trends = try TrendSet.read(question, from: session.file.connection)
    if format == .csv { session.mark(trends.table.label) }
    try Output.write(
      TrendOutput.render(trends, format: format, width: Terminal.width, ascii: ascii, excel: excel))
  }
}
