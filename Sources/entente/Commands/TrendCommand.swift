import ArgumentParser
import Calendar
import Formats
import Records
import Reports
import SQLite
import TimeSeries
import Trends

/// The period and the views that trend and report share.
struct SpanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("month, quarter or year.", valueName: "period")) var period: PeriodKind = .year
  @Option(
    help: ArgumentHelp("First day, month or year to count; else where the data begins.", valueName: "date"),
    transform: EDTF.init(argument:)) var from: EDTF?
  @Option(
    help: ArgumentHelp("Last day, month or year to count; else where the data ends.", valueName: "date"),
    transform: EDTF.init(argument:)) var to: EDTF?
  @Option(
    help: ArgumentHelp(
      "occurred: the act; published: the first text of it; recorded: when its desk knew.",
      valueName: "clock"))
  var clock: Clock = .occurred
  @Option(
    help: ArgumentHelp(
      "all; B3: one source at least graded B3 or better; confirmed.", valueName: "grade"))
  var grade: GradeView = .all
  @Option(
    help: ArgumentHelp(
      "all; same: only those watched throughout, by the coverage ledger.", valueName: "sources"))
  var sources: SourceView = .all

  var views: Views { Views(clock: clock, grade: grade, sources: sources) }
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
      `strata` in `entente schema`. Where sources are on record as watched, the
      column "a year" says what a rate is multiplied by in a year, if anything. With
      --as-of, acts after that day do not count.

      Methods, with --explain and in JSON all of the first line: poisson,
      negative-binomial, count, recent, seasonal-mann-kendall, sen-slope,
      change-point, bursts, share. On request only, as they cry wolf or say
      nothing of how sure they are: ears, cusum, outbreak, pettitt, bocpd,
      optimal-partitioning, hamed-rao, mack.

      EXAMPLE
        entente trend --by sector --period year
        entente trend --by pair --period quarter --from 2018 --to 2021 --format csv
        entente trend --by sector --rows space 2019
        entente trend --around p1 --indicator papers-us --control papers-cn
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("mechanism, sector, actor, pair, flow or initiative.", valueName: "dimension"))
  var by: Dimension = .mechanism
  @OptionGroup var span: SpanOptions
  @Option(help: ArgumentHelp("Show at most so many rows a block; 0 for all.", valueName: "n")) var top: Int?
  @Option(
    help: ArgumentHelp("A measured series to show beside; may be repeated.", valueName: "name"))
  var indicator: [String] = []
  @Option(
    help: ArgumentHelp(
      "Compare before and after a declared date: see `entente declare`.", valueName: "id"))
  var around: String?
  @Option(
    help: ArgumentHelp(
      "With --around: the indicator, or the code of a row, to hold the others against.", valueName: "name"))
  var control: String?
  @Option(
    help: ArgumentHelp(
      "Say what another method finds in each row that was tested; may be repeated.", valueName: "method"))
  var method: [TrendMethod] = []
  @Flag(help: "Go on with method, settings, every row with every caveat, and the SQL.") var explain = false
  @Flag(help: "List the observations behind the cells instead.") var rows = false
  @Argument(
    help: ArgumentHelp(
      "With --rows: a code, a period (or n.p.), a series, or several of them.", valueName: "cell"))
  var cell: [String] = []
  @Option(help: ArgumentHelp("table, csv, json or markdown.", valueName: "format")) var format: TrendFormat =
    .table
  @Flag(help: "Sparklines in ASCII.") var ascii = false
  @Flag(help: "CSV for spreadsheets: with a byte-order mark.") var excel = false
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if excel, format != .csv { throw ValidationError("--excel goes with --format csv.") }
    if !method.isEmpty, rows || around != nil || format == .csv {
      throw ValidationError("--method goes with the table, JSON and Markdown of counts.")
    }
    if control != nil, around == nil { throw ValidationError("--control goes with --around.") }
    if !rows, let first = cell.first {
      throw ValidationError("\(first) names a cell: cells go with --rows, other settings with a flag.")
    }
  }

  func run() throws {
    let session = try Session(options, through: view)
    let question = try Question(
      by: by, per: span.period, from: span.from, to: span.to, asOf: session.day,
      limit: top.map { $0 == 0 ? nil : $0 } ?? (format == .table ? Question.usualLimit : nil),
      views: span.views)
    let connection = session.file.connection
    if rows { return try list(question, session) }
    if let around { return try compare(around, question, session) }
    let trends = try TrendSet.read(question, indicators: indicator, from: connection)
    if format == .csv { session.mark(trends.label) }
    try Output.write(
      TrendOutput.render(
        trends, format: format, width: Terminal.width, ascii: ascii, excel: excel,
        explains: explain, methods: method))
  }

  private func compare(_ name: String, _ question: Question, _ session: Session) throws {
    let connection = session.file.connection
    let set =
      indicator.isEmpty
      ? try ImpactSet.read(around: name, control: control, question, from: connection)
      : try ImpactSet.read(
        around: name, indicators: indicator, control: control, question, from: connection)
    if format == .csv { session.mark(set.label) }
    try Output.write(
      ImpactOutput.render(set, format: format, width: Terminal.width, explains: explain))
  }

  private func list(_ question: Question, _ session: Session) throws {
    let connection = session.file.connection
    let found = try question.rows(behind: CellChoice(words: cell, in: question), from: connection).rows
    var table = Table(columns: ["series", "code", "period", "id", "occurred", "title"].map { .init($0) })
    for row in found {
      table.append([
        .text(row.series), .text(row.code), .text(row.period ?? "not placed"),
        .text(ShortID(.observation, row.observation).description), .text(row.occurred), .text(row.title),
      ])
    }
    let output = RowFormat(rawValue: format.rawValue) ?? .table
    try Output.write(
      table.render(as: output, width: Terminal.isOutput ? Terminal.width : nil, excel: excel))
    let count = Set(found.map(\.observation)).count
    Talk.say("\(found.count) rows, \(count) observations")
    session.mark(try SeriesTable.read(question, from: connection).label)
  }
}
