import ArgumentParser
import Formats
import Names
import Observations
import Records

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Print what happened in order, with what was promised for when.",
    usage: "entente timeline [filters] [options] [<actor>]",
    discussion: """
      Takes the filters of list. The days by which something was promised stand
      among the acts; so do the ties of an actor that is named.

      EXAMPLE
        entente timeline Huawei --sector 5g
        entente timeline --initiative widebody --format markdown
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "An actor, by any of its names.") var name: String?
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let db = session.file.connection
    let actor = try name.map { try ActorBook.known($0, in: db) }
    var filter = filters.filter
    if let actor { filter.actors.append(try ActorBook.name(of: actor, in: db)) }
    try filter.check(in: db)
    let table = try Timeline.table(filter, tiesOf: actor, in: db)
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(isNarrow ? table.only(["date", "what", "id", "stage", "title"]) : table)
    session.mark(
      max(try filter.label(in: db), try actor.map { try Markings.highest(ofDossier: $0, in: db) } ?? .clear))
  }
}
