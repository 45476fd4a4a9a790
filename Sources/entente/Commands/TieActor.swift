import ArgumentParser
import Calendar
import Documents
import Names
import Observations
import Records
import SQLite

struct TieActor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie",
    abstract: "Say what an actor stands in: an owner, a list, a military body.",
    usage: "entente actors tie --kind <kind> --to <whom> [options] <actor>",
    discussion: """
      Kinds: owner, list, military, member, successor. For list, --to is the name of
      the list; else it is a known actor. Dates are EDTF; prints the tie's number.

      EXAMPLE
        entente actors tie Huawei --kind list --to "US Entity List" --from 2019-05-16
        entente actors tie MegaFon --kind owner --to USM --from 2012 --to-date 2022
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Whose tie it is.") var actor: String
  @Option(help: "Which kind of tie.") var kind: ActorTie.Kind
  @Option(help: ArgumentHelp("The other actor, or the list.", valueName: "whom")) var to: String
  @Option(help: ArgumentHelp("When it began.", valueName: "date"), transform: EDTF.init(argument:)) var from:
    EDTF?
  @Option(help: ArgumentHelp("When it ended.", valueName: "date"), transform: EDTF.init(argument:))
  var toDate: EDTF?
  @Option(help: ArgumentHelp("The document that says so: d12.", valueName: "id")) var source: String?
  @Option(help: ArgumentHelp(valueName: "text")) var note: String?
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "tie"

  func validate() throws {
    if to.isEmpty { throw ValidationError("--to is empty: name the other actor, or the list.") }
  }

  func run() throws {
    let session = try Session(options, .write)
    let db = session.file.connection
    let one = try ActorBook.known(actor, in: db)
    let target = try kind == .list ? nil : ActorBook.known(to, in: db)
    let document = try source.map { name in
      guard let id = try DocumentTable.resolve(name, in: db) else { throw LookupError.unknown(name) }
      return id
    }
    let tie = ActorTie(
      kind, target: target, list: kind == .list ? to : nil, starts: from, ends: toDate, document: document,
      note: note)
    let number = try session.change(why) { try tie.add(to: one, $0) }
    try Output.write("\(number)\n")
  }
}

struct UntieActor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untie",
    abstract: "Take a tie back.",
    usage: "entente actors untie --why <text> [options] <number>",
    discussion: """
      `entente show NAME` lists the ties of an actor with their numbers. A tie that
      has ended is not taken back: give it an end with another one.

      EXAMPLE
        entente actors untie 5 --why "another company"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The tie's number.") var number: Int
  @Option(help: ArgumentHelp("Why it is none.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    try session.change("untie \(number): \(why)") { try ActorTie.withdraw(number, $0) }
    Talk.say("entente: tie \(number) is withdrawn.")
  }
}
