import ArgumentParser
import Calendar
import Documents
import Formats
import Observations
import Records

struct OutletCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlet",
    abstract: "List who publishes, grade an outlet, and see what rests on it.",
    discussion: """
      The letter A to F is for the outlet, the number 1 to 6 for the item. F means
      that an outlet cannot be judged; ungraded, that nobody has tried.

      EXAMPLE
        entente outlet list --letter ungraded
        entente outlet grade TASS B --why "right where it could be checked"
        entente outlet impact TASS
      """,
    subcommands: [ListOutlets.self, GradeOutlet.self, OutletLetters.self, OutletImpact.self],
    defaultSubcommand: ListOutlets.self)
}

struct ListOutlets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the outlets with their letters.",
    usage: "entente outlet list [options]",
    discussion: """
      EXAMPLE
        entente outlet list --letter A --letter B
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("A to F or ungraded; may be repeated.", valueName: "letter")) var letter:
    [String] = []
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let letters = try letter.map(OutletGrades.checkedOrNone)
    let table = try Outlets.table(letters: letters, in: session.file.connection)
    try rows.print(table, narrow: ["name", "affiliation", "side", "letter", "since", "observations"])
    if rows.format == .table { Talk.say("\(table.rows.count) outlets") }
    // What they published is counted.
    session.mark(
      try max(
        Markings.highest(behind: "documents", in: session.file.connection),
        Markings.highest(behind: "evidence", in: session.file.connection)))
  }
}

struct GradeOutlet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Give an outlet a letter, with a reason, or take it back.",
    usage: "entente outlet grade <name> <letter> --why <text> [options]",
    discussion: """
      It holds from today, or from --since. Earlier letters stay for the days before,
      and what was printed before stays as it was: --as-of shows it again.
      `ungraded` takes back every letter, or with --since those that hold from that
      day or later; `entente outlet letters` still lists them, with the reason.

      EXAMPLE
        entente outlet grade TASS B --why "right where it could be checked"
        entente outlet grade RT C --since 2024-03-01 --why "two stories taken back"
        entente outlet grade RT ungraded --why "graded by a mix-up with RTV"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The outlet.") var name: String
  @Argument(help: "A to F, or ungraded; F: cannot be judged.") var letter: String
  @Option(help: ArgumentHelp("Why.", valueName: "text")) var why: String
  @Option(
    help: ArgumentHelp("The first day it holds; else today.", valueName: "day"),
    transform: Day.init(argument:))
  var since: Day?

  func run() throws {
    let session = try Session(options, .write)
    let db = session.file.connection
    let outlet = try Outlets.known(name, in: db)
    let own = try Outlets.name(of: outlet, in: db)
    let before = try OutletGrades.standing(outlet, in: db)
    let capital = try OutletGrades.checkedOrNone(letter)
    if capital == OutletGrades.ungraded { return try takeBack(outlet, own, session) }
    try session.change("\(own) graded \(capital): \(why)") {
      try OutletGrades.set(letter, of: outlet, since: since ?? session.desk.today, why: why, $0)
    }
    let after = try OutletGrades.standing(outlet, in: db)
    let was = before.map { "; it was \($0.letter) since \($0.since)" } ?? "; it was ungraded"
    Talk.say("entente: \(own) is graded \(after?.letter ?? "") since \(after?.since ?? "")\(was).")
    if after?.letter != capital {
      Talk.say("entente: The later letter stands; \(capital) holds for the days before.")
    }
    try tellWhatRests(on: outlet, session)
  }

  private func takeBack(_ outlet: Int, _ name: String, _ session: Session) throws {
    let db = session.file.connection
    let taken: Int
    do {
      taken = try session.change("\(name) ungraded: \(why)") { context in
        let count = try OutletGrades.takeBack(of: outlet, since: since, why: why, context)
        if count == 0 { throw NothingStands() }
        return count
      }
    } catch is NothingStands {
      let of = since.map { " from \($0) on" } ?? ""
      return Talk.say("entente: \(name) has no letter\(of); nothing was written.")
    }
    let left = try OutletGrades.standing(outlet, in: db)
    let stands = left.map { "graded \($0.letter) since \($0.since)" } ?? OutletGrades.ungraded
    Talk.say(
      "entente: \(name) is \(stands); \(taken == 1 ? "1 letter was" : "\(taken) letters were") taken back.")
    try tellWhatRests(on: outlet, session)
  }

  private struct NothingStands: Error {}

  private func tellWhatRests(on outlet: Int, _ session: Session) throws {
    let rests = try Outlets.impact(of: outlet, letter: nil, in: session.file.connection).rows.count
    guard rests > 0 else { return }
    let pieces = rests == 1 ? "1 piece of evidence rests" : "\(rests) pieces of evidence rest"
    Talk.say("entente: \(pieces) on it: `entente outlet impact`.")
  }
}

struct OutletLetters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letters",
    abstract: "List every letter an outlet has had, with its days and reason.",
    usage: "entente outlet letters <name> [options]",
    discussion: """
      Letters that were taken back come last, with when, by whom and because of what.

      EXAMPLE
        entente outlet letters TASS
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The outlet.") var name: String
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let db = session.file.connection
    try rows.print(Outlets.letters(of: Outlets.known(name, in: db), in: db))
    session.mark(try Markings.highest(behind: "outlets", in: db))
  }
}

struct OutletImpact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "List what rests on an outlet, and on it alone.",
    usage: "entente outlet impact <name> [options]",
    discussion: """
      One row a piece of evidence. With --letter also what its grade would become,
      and where the best letter behind an observation would change: those first.

      EXAMPLE
        entente outlet impact TASS
        entente outlet impact TASS --letter D --format csv
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The outlet.") var name: String
  @Option(help: ArgumentHelp("The letter that it might get, or ungraded.", valueName: "letter")) var letter:
    String?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let db = session.file.connection
    let outlet = try Outlets.known(name, in: db)
    let table = try Outlets.impact(of: outlet, letter: letter.map(OutletGrades.checkedOrNone), in: db)
    try rows.print(
      table, narrow: ["observation", "evidence", "stance", "grade", "rests", "becomes", "best", "title"])
    if rows.format == .table { say(of: table, name: try Outlets.name(of: outlet, in: db)) }
    session.mark(try session.label(ofObservationsIn: table))
  }

  private func say(of table: Table, name: String) {
    let cells = { (column: String) in
      table.columns.firstIndex { $0.name == column }.map { place in table.rows.map { $0[place].shown } } ?? []
    }
    let observations = cells("observation")
    let alone = zip(observations, cells("rests")).filter { $0.1 == "on it alone" }.map(\.0)
    var line = "\(Set(observations).count) observations rest on \(name), \(Set(alone).count) on it alone"
    if letter != nil {
      let changed = zip(observations, cells("best")).filter { !$0.1.isEmpty }.map(\.0)
      line += "; the best letter of \(Set(changed).count) would change"
    }
    Talk.say(line)
  }
}

extension Day {
  /// A day on the command line.
  init(argument: String) throws {
    let date = try EDTF(argument: argument)
    guard let day = date.earliest, day == date.latest else {
      throw ValidationError("\(argument): name one day: 2026-11-24.")
    }
    self = day
  }
}
