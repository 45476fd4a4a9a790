import ArgumentParser
import Calendar
import Observations
import Records
import SQLite
import Trends

struct DeclareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare",
    abstract: "Declare dates of outside events before looking for their effect.",
    discussion: """
      A date that is picked from the chart proves nothing. One that is declared
      beforehand can be asked about: `entente trend --around p1`. What was in the
      file when it was declared is told with every answer.

      EXAMPLE
        entente declare 2022-02-24 --title "Full-scale war, and the sanctions on it"
        entente declare list
        entente declare withdraw p1 --why "entered twice"
      """,
    subcommands: [AddDeclared.self, ListDeclared.self, WithdrawDeclared.self],
    defaultSubcommand: AddDeclared.self)
}

struct AddDeclared: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Declare a date.",
    usage: "entente declare <date> --title <text> [options]",
    discussion: """
      The instant of declaring is kept; neither it nor the date can be changed.

      EXAMPLE
        entente declare 2022-02-24 --title "Full-scale war, and the sanctions on it"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "A day, a month or a year.", transform: EDTF.init(argument:)) var date: EDTF
  @Option(help: ArgumentHelp("What took place.", valueName: "text")) var title: String
  @Option(help: ArgumentHelp("What is expected of it, and why.", valueName: "text")) var note: String?
  @Option(help: ArgumentHelp("Marking of the entry.", valueName: "label")) var tlp: LabelArgument?

  func run() throws {
    let session = try Session(options, .create)
    let entry = try session.change("declare \(date)") {
      try DeclaredTable.declare(date, title: title, note: note, label: tlp?.label, $0)
    }
    if entry.seen > 0 {
      Talk.say(
        "entente: the file holds \(entry.seen) observations and values after this date: every answer will say that it was declared after they were seen."
      )
    }
    try Output.write("p\(entry.number)\n")
  }
}

struct ListDeclared: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List declared dates, withdrawn ones with the reason.",
    usage: "entente declare list [options]",
    discussion: """
      EXAMPLE
        entente declare list --format json
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    try rows.print(
      Page.table(
        "SELECT id, day, title, note, declared, why FROM declared_list ORDER BY number",
        ["id", "date", "title", "note", "declared", "withdrawn"], connection))
    session.mark(try DeclaredTable.all(in: connection).map(\.label).max() ?? .clear)
  }
}

struct WithdrawDeclared: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a declared date back, with the reason.",
    usage: "entente declare withdraw <id> --why <text> [options]",
    discussion: """
      EXAMPLE
        entente declare withdraw p1 --why "entered twice"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The date: p1.") var id: String
  @Option(help: ArgumentHelp("Why it is taken back.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    try session.change("withdraw \(id): \(why)") { try DeclaredTable.withdraw(id, why: why, $0) }
    Talk.say("entente: \(id) is withdrawn.")
  }
}
