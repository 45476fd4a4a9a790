import ArgumentParser
import Calendar
import Formats
import Records
import TimeSeries
import Trends

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Say how many acts the next periods may bring, and keep what was said.",
    usage: "entente forecast [--by <dimension>] [--period <period>] [options]",
    discussion: """
      Ranges that hold 50, 80 and 95 of 100, from the last two years that were
      watched and are mature. Every forecast is stored as it was made; then
      `entente scorecard` says what became of it. Where a naive forecast did better,
      none is shown. It wants a watch on record. Nothing is stored with --as-of.

      EXAMPLE
        entente forecast
        entente forecast --by sector --period quarter --ahead 1 --format csv
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("mechanism, sector or flow.", valueName: "dimension")) var by: Dimension =
    .mechanism
  @Option(help: ArgumentHelp("month, quarter or year.", valueName: "period")) var period: PeriodKind = .month
  @Option(help: ArgumentHelp("The next 1 to 3 periods.", valueName: "n")) var ahead: Int = 3
  @Flag(help: "Store nothing.") var dryRun = false
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    guard (1...3).contains(ahead) else { throw ValidationError("--ahead \(ahead): write 1, 2 or 3.") }
    guard ForecastSet.dimensions.contains(by) else {
      throw ValidationError("--by \(by.rawValue): write mechanism, sector or flow.")
    }
  }

  func run() throws {
    let stores = !dryRun && view.lens.isClear
    let session = try Session(options, stores ? .write : .read, through: view)
    let connection = session.file.connection
    let set = try ForecastSet.make(by: by, per: period, ahead: ahead, asOf: session.day, in: connection)
    let card = try Scorecard.read(asOf: session.day, from: connection)
    let stored = stores ? try ForecastTable.store(set.forecasts, in: session.file, at: session.desk) : 0
    let table = ForecastList.table(set.forecasts, card)
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(isNarrow ? table.only(["name", "period", "median", "50%", "80%", "95%", "note"]) : table)
    if let withheld = set.withheld {
      Talk.say(withheld)
    } else if rows.format == .table {
      Talk.say("\(stored) stored; entente scorecard says how earlier ones did")
    }
    session.mark(set.forecasts.map(\.label).max() ?? .clear)
  }
}

/// Forecasts as rows.
enum ForecastList {
  private static let columns = [
    "dimension", "code", "name", "period", "ahead", "median", "50%", "80%", "95%", "naive 80%", "note",
    "learned_from", "learned_to", "method",
  ]

  static func table(_ forecasts: [Forecast], _ card: Scorecard) -> Table {
    var table = Table(columns: columns.map { Table.Column($0) })
    for forecast in forecasts {
      let line = card[forecast.series]
      let own = line?.isWorse == true ? nil : forecast.law.ranges
      table.append(
        [
          .text(forecast.series.dimension), .text(forecast.code), .text(forecast.name),
          .text(forecast.period.label), .integer(forecast.ahead), own.map { .integer($0.median) } ?? .empty,
          cell(own?.half), cell(own?.most), cell(own?.nearly), cell(forecast.naive.ranges?.most),
          .text(note(line)), .text(forecast.learned.first), .text(forecast.learned.last),
          .text(forecast.method),
        ])
    }
    return table
  }

  private static func cell(_ range: ClosedRange<Int>?) -> Cell {
    range.map { .text("\($0.lowerBound) to \($0.upperBound)") } ?? .empty
  }

  private static func note(_ line: Scorecard.Line?) -> String {
    guard let line, let scores = line.scores, line.scored >= Scorecard.Line.least else {
      return "not scored yet"
    }
    let words =
      "CRPS \(TrendNumber.ratio(scores.crps)) against \(TrendNumber.ratio(scores.naiveCRPS)) in \(line.scored)"
    return line.isWorse ? "not shown: worse than the naive forecast, \(words)" : "better than naive: \(words)"
  }
}

struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Say what became of the forecasts: scores against a naive one, and coverage.",
    usage: "entente scorecard [options]",
    discussion: """
      A forecast is scored when its period is mature. CRPS, WIS and interval score
      count in acts, less is better; skill is 1 - CRPS / naive CRPS; in 80% says how
      often what came lay in the range that should hold 80 of 100.

      EXAMPLE
        entente scorecard --format csv
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, .read, through: view)
    let card = try Scorecard.read(asOf: session.day, from: session.file.connection)
    let table = Self.table(card)
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(
      isNarrow
        ? table.only(["dimension", "code", "scored", "crps", "naive_crps", "in_80", "verdict"]) : table)
    session.mark(card.lines.map(\.label).max() ?? .clear)
  }

  private static let columns = [
    "dimension", "code", "period", "made", "scored", "crps", "naive_crps", "skill", "wis", "naive_wis",
    "interval_score_80", "naive_interval_score_80", "in_50", "in_80", "in_95", "verdict",
  ]

  private static func table(_ card: Scorecard) -> Table {
    var table = Table(columns: columns.map { Table.Column($0) })
    for line in card.lines {
      let scores = line.scores
      let numbers =
        [
          scores?.crps, scores?.naiveCRPS, scores?.skill ?? nil, scores?.wis, scores?.naiveWIS,
          scores?.interval, scores?.naiveInterval,
        ] + (0..<3).map { scores?.inside[$0] }
      table.append(
        [
          .text(line.series.dimension), .text(line.series.code), .text(line.series.kind.rawValue),
          .integer(line.made), .integer(line.scored),
        ] + numbers.map(cell) + [.text(verdict(line))])
    }
    return table
  }

  private static func cell(_ number: Double?) -> Cell {
    number.flatMap { $0.isFinite ? .number(TrendNumber.fixed($0, 3)) : nil } ?? .empty
  }

  private static func verdict(_ line: Scorecard.Line) -> String {
    guard line.scored >= Scorecard.Line.least else { return "too few" }
    return line.isWorse ? "worse than naive: not shown" : "better than naive"
  }
}
