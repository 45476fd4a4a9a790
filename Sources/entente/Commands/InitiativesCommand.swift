import ArgumentParser
import Calendar
import Formats
import Observations
import Records

struct InitiativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initiatives",
    abstract: "Undertakings from pledge to act: what is due, what ended, what it costs.",
    discussion: """
      An initiative is one undertaking over time; its observations are its stages. A
      promise (an observation with --due) is kept by a later act at a further stage.

      EXAMPLE
        entente initiatives
        entente initiatives show lunar-station
        entente initiatives due --before 2027
      """,
    subcommands: [
      ListInitiatives.self, ShowInitiative.self, DueInitiatives.self, InitiativeSums.self, AddInitiative.self,
    ], defaultSubcommand: ListInitiatives.self)
}

struct ListInitiatives: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List initiatives: how far each came, and how it stands.",
    usage: "entente initiatives list [options]",
    discussion: """
      State: an end by its name (completed, suspended, cancelled, refused, lapsed),
      overdue or due where a promise is open, else open. `committed` is the sum of
      the furthest stage that has one. Acts after today (or after --as-of) do not
      count.

      EXAMPLE
        entente initiatives list --state overdue
        entente initiatives list --stage running --format csv
        entente initiatives list --due-before 2027
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("The furthest stage, or the exit; may be repeated.", valueName: "code"))
  var stage: [String] = []
  @Option(help: ArgumentHelp("overdue, due, ended or open; may be repeated.", valueName: "state"))
  var state: [InitiativeRows.State] = []
  @Option(
    help: ArgumentHelp("With a promise open whose last day is before.", valueName: "date"),
    transform: EDTF.init(argument:)) var dueBefore: EDTF?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    var asked = InitiativeRows(day: session.day)
    (asked.stages, asked.states, asked.dueBefore) = (stage, state, dueBefore)
    let table = try asked.table(in: session.file.connection)
    try rows.print(table, narrow: ["code", "stage", "state", "due", "latest", "committed", "title"])
    if rows.format == .table { Talk.say("\(table.rows.count) initiatives") }
    session.mark(
      try Markings.highest(ofInitiatives: table.rows.map { $0[0].shown }, in: session.file.connection))
  }
}

struct ShowInitiative: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one initiative: its way from pledge to act, promises, sums.",
    usage: "entente initiatives show <code> [options]",
    discussion: """
      With a format other than table, its way alone.

      EXAMPLE
        entente initiatives show lunar-station
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Its code.") var code: String
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    guard let page = try InitiativePage(code, day: session.day, in: session.file.connection) else {
      throw LookupError.unknown(code)
    }
    if rows.format == .table {
      try Output.write(Page.of(page, code: code, session.file.connection))
    } else {
      try rows.print(page.path())
    }
    session.mark(
      try max(
        Markings.highest(ofInitiatives: [code], in: session.file.connection),
        Markings.highest(ofRemarksOn: Record(.initiative, page.number), in: session.file.connection)))
  }
}

struct DueInitiatives: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List the promises that are still open, the first due first.",
    usage: "entente initiatives due [options]",
    discussion: """
      Also those of observations that belong to no initiative: whether they were kept
      cannot be seen.

      EXAMPLE
        entente initiatives due --before 2027
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("Due before.", valueName: "date"), transform: EDTF.init(argument:)) var before:
    EDTF?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let table = try InitiativeRows.due(before: before, day: session.day, in: session.file.connection)
    try rows.print(table)
    if rows.format == .table { Talk.say("\(table.rows.count) promises open") }
    let codes = Set(table.rows.map { $0[5].shown }).subtracting([""]).sorted()
    session.mark(
      max(
        try session.label(ofObservationsIn: table),
        try Markings.highest(ofInitiatives: codes, in: session.file.connection)))
  }
}

struct InitiativeSums: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sums",
    abstract: "Add up money, each undertaking once.",
    usage: "entente initiatives sums [options]",
    discussion: """
      Of each initiative the sum of its furthest stage that has one; an observation
      that belongs to none by itself. Committed money, targets, valuations, sums a
      year and portfolios stand apart, and currencies are never added. `ended` is the
      part in initiatives that ended.

      EXAMPLE
        entente initiatives sums --format csv
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    try rows.print(InitiativeRows.sums(on: session.day, in: session.file.connection))
    let db = session.file.connection
    session.mark(
      max(
        try Markings.highest(behind: "observations", in: db),
        try Markings.highest(behind: "initiatives", in: db)))
  }
}

struct AddInitiative: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter an initiative, or describe one that was only named.",
    usage: "entente initiatives add <code> --title <text> [options]",
    discussion: """
      `entente log --initiative CODE` puts an observation into it. `entente edit
      CODE` corrects it.

      EXAMPLE
        entente initiatives add lunar-station --title "Lunar research station"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Its code: a word.") var code: String
  @Option(help: ArgumentHelp("What it is.", valueName: "text")) var title: String
  @Option(help: ArgumentHelp("A stage, or unknown.", valueName: "code")) var status: String?
  @Option(help: ArgumentHelp(valueName: "text")) var note: String?
  @Option(help: ArgumentHelp(valueName: "label")) var tlp: LabelArgument?
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why: String?

  func run() throws {
    let session = try Session(options, .write)
    let typed: [(String, String?)] = [
      ("code", code), ("title", title), ("status", status), ("note", note), ("tlp", tlp?.label.rawValue),
    ]
    let cells = Dictionary(uniqueKeysWithValues: typed.compactMap { name, text in text.map { (name, $0) } })
    let isNew = try InitiativeEntry.add(cells, why: why ?? "initiative \(code)", session.file, session.desk)
    Talk.say("entente: \(code) \(isNew ? "is in the file" : "is there already; nothing was written").")
  }
}
