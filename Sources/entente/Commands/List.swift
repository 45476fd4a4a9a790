import ArgumentParser
import Calendar
import Formats
import Observations
import Records

/// Which observations.
struct FilterOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("occurred-since")],
    help: ArgumentHelp("Occurred in or after.", valueName: "date"), transform: EDTF.init(argument:))
  var from: EDTF?
  @Option(help: ArgumentHelp("Occurred in or before.", valueName: "date"), transform: EDTF.init(argument:))
  var to: EDTF?
  @Option(
    help: ArgumentHelp("Known to its first desk since.", valueName: "date"), transform: EDTF.init(argument:))
  var recordedSince: EDTF?
  @Option(help: ArgumentHelp("In this file since.", valueName: "date"), transform: EDTF.init(argument:))
  var enteredSince: EDTF?
  @Option(help: ArgumentHelp("May be repeated, as all of these.", valueName: "code")) var mechanism:
    [String] = []
  @Option(help: ArgumentHelp("With the sectors below it.", valueName: "code")) var sector: [String] = []
  @Option(help: ArgumentHelp("A name or an alias, whole.", valueName: "name")) var actor: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var instrument: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var effect: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var stage: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var flow: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var military: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var initiative: [String] = []
  @Option(
    help: ArgumentHelp(
      "How it counts: counted, pledge, set-back, pressure, statement, multilateral, umbrella, uncoded.",
      valueName: "name")) var series: [String] = []
  @Option(help: ArgumentHelp(valueName: "label")) var tag: [String] = []
  @Option(help: ArgumentHelp(valueName: "name")) var outlet: [String] = []
  @Option(help: ArgumentHelp(valueName: "city")) var place: String?
  @Option(help: ArgumentHelp(valueName: "code")) var country: [String] = []
  @Option(help: ArgumentHelp(valueName: "code")) var amountKind: [String] = []
  @Option(help: ArgumentHelp("link, cn or ru.", valueName: "code")) var pressureOn: [String] = []
  @Option(help: ArgumentHelp(valueName: "name")) var dataset: [String] = []
  @Option(help: ArgumentHelp(valueName: "label")) var tlp: [LabelArgument] = []
  @Option(help: ArgumentHelp("Words in title or summary, as they stand.", valueName: "text")) var text:
    String?
  @Option(help: ArgumentHelp("At least so many sources that are no copies of each other.", valueName: "n"))
  var independent: Int?
  @Option(
    help: ArgumentHelp(
      "cn-only, ru-only, both, third-only or unknown: whose outlets have it.", valueName: "side"))
  var reportedBy: [String] = []
  @Flag(inversion: .prefixedNo, help: "Sums of parts.") var umbrella: Bool?
  @Flag(inversion: .prefixedNo, help: "With others taking part.") var multilateral: Bool?

  var filter: ObservationFilter {
    var filter = ObservationFilter()
    (filter.from, filter.to) = (from, to)
    (filter.recordedSince, filter.enteredSince) = (recordedSince, enteredSince)
    let fields: [(ObservationFilter.Field, [String])] = [
      (.mechanism, mechanism), (.instrument, instrument), (.effect, effect), (.stage, stage), (.flow, flow),
      (.military, military), (.series, series), (.country, country), (.amountKind, amountKind),
      (.pressureOn, pressureOn), (.dataset, dataset), (.tlp, tlp.map(\.label.rawValue)),
    ]
    for (field, values) in fields where !values.isEmpty { filter.fields[field] = values }
    (filter.sectors, filter.actors, filter.initiatives) = (sector, actor, initiative)
    (filter.tags, filter.outlets, filter.text, filter.place) = (tag, outlet, text, place)
    (filter.independent, filter.reportedBy) = (independent, reportedBy)
    (filter.umbrella, filter.multilateral) = (umbrella, multilateral)
    return filter
  }
}

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List observations by any of their fields.",
    usage: "entente list [filters] [options]",
    discussion: """
      Dates are EDTF: 2019, 2019-06, 2019-06-05. An observation whose date is known
      in part is listed if it may have occurred in the days asked for.

      EXAMPLE
        entente list --sector space --from 2019 --to 2021-06
        entente list --recorded-since 2026-11 --to 2016
        entente list --actor Huawei --effect sets-back --format markdown
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @Flag(help: "Latest act first.") var newest = false
  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit: Int?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    var filter = filters.filter
    filter.newestFirst = newest
    filter.limit = limit
    try filter.check(in: connection)
    let table = try filter.table(in: connection)
    // A terminal has no room for nine columns.
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(isNarrow ? table.only(["id", "occurred", "mechanism", "stage", "title"]) : table)
    if rows.format == .table { Talk.say("\(table.rows.count) observations") }
    session.mark(try filter.label(in: connection))
  }
}

extension Table {
  /// The table with some of its columns.
  func only(_ names: [String]) -> Table {
    let kept = columns.indices.filter { names.contains(columns[$0].name) }
    return Table(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
