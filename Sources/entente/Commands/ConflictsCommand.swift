import ArgumentParser
import Formats
import Observations
import Records

struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List the observations about which sources disagree, and who says what.",
    usage: "entente conflicts [<id>] [options]",
    discussion: """
      Kinds: date (no day in common), amount (one currency, more than one in a
      hundred apart), stage, stance (a source contradicts or disputes), confirmation
      (a credibility of 1 without two independent sources), side (of an actor). The
      first row of each is what the observation itself says.

      EXAMPLE
        entente conflicts
        entente conflicts o9
        entente conflicts --kind date --kind amount --format csv
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Only about this observation.") var id: String?
  @Option(help: ArgumentHelp("May be repeated.", valueName: "kind")) var kind: [String] = []
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let table = try Conflicts.table(
      of: id.map(session.observation), kinds: kind, in: session.file.connection)
    try rows.print(table, narrow: ["observation", "kind", "claim", "who", "attribution", "evidence"])
    if rows.format == .table {
      Talk.say("\(Set(table.rows.map { $0[0].shown }).count) observations with sources that disagree")
    }
    session.mark(try session.label(ofObservationsIn: table))
  }
}

extension Session {
  /// The highest label behind rows that have a column `observation`.
  func label(ofObservationsIn table: Table) throws -> Label {
    guard let column = table.columns.firstIndex(where: { $0.name == "observation" }) else { return .clear }
    return try Markings.highest(of: table.rows.map { $0[column].shown }, in: file.connection)
  }
}

extension RowOptions {
  /// As `print`, but a terminal gets some of the columns: it has no room for all.
  func print(_ table: Table, narrow: [String]) throws {
    try print(format == .table && Terminal.isOutput ? table.only(narrow) : table)
  }
}
