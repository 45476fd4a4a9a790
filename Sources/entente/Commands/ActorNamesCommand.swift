import ArgumentParser
import Names
import Observations
import Records
import SQLite

struct ActorNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "List the names of an actor; add or withdraw one.",
    usage: "entente actors names [--add <name>] [options] <actor>",
    discussion: """
      Each name has a language and a script, and stands in Latin letters beside it.
      New names are looked for in texts by `entente propose --again`.

      EXAMPLE
        entente actors names Rosatom
        entente actors names Rosatom --add 俄原 --language zh --ambiguous
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The actor.") var actor: String
  @Option(help: ArgumentHelp("A name to add.", valueName: "name")) var add: [String] = []
  @Option(help: ArgumentHelp("A name to take back.", valueName: "name")) var withdraw: [String] = []
  @Option(help: ArgumentHelp("Of the added name; else by its script: en, ru or zh.", valueName: "code"))
  var language: String?
  @Flag(help: "The added name is a word too, or the name of others: it counts in context only.")
  var ambiguous = false
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "names"
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if let language, language.utf8.count < 2 {
      throw ValidationError("--language \(language): two letters, as ru.")
    }
    if !add.isEmpty || !withdraw.isEmpty, !view.lens.isClear {
      throw ValidationError("--as-of and --max-tlp look only: they do not go with --add and --withdraw.")
    }
    if add.isEmpty, language != nil || ambiguous {
      throw ValidationError("--language and --ambiguous go with --add.")
    }
  }

  func run() throws {
    let isChange = !add.isEmpty || !withdraw.isEmpty
    let session = try isChange ? Session(options, .write) : Session(options, through: view)
    let db = session.file.connection
    let id = try ActorBook.known(actor, in: db)
    if isChange {
      try session.change(why) { context in
        for name in withdraw { try ActorNames.withdraw(name, of: id, context) }
        for name in add {
          try ActorNames.add(name, language: language, isAmbiguous: ambiguous, to: id, context)
        }
        for finding in try LookAlike.findings(since: context.change.id, in: db) {
          Talk.say("entente: \(finding.name): \(finding.sentence).")
        }
        try RulesVersion.refresh(in: db)
      }
    }
    try rows.print(ActorNamesTable.of(ActorBook.canonical(of: id, in: db), in: db))
    session.mark(try Markings.highest(ofNames: [id], in: db))
  }
}

struct ActorParent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parent",
    abstract: "Set the body that an actor is part of.",
    usage: "entente actors parent (--of <parent> | --none) [options] <actor>",
    discussion: """
      EXAMPLE
        entente actors parent Atomenergomash --of Rosatom
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The part.") var actor: String
  @Option(help: ArgumentHelp("The whole.", valueName: "parent")) var of: String?
  @Flag(help: "It is part of none.") var none = false
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "parent"

  func validate() throws {
    guard (of == nil) == none else { throw ValidationError("Give either --of PARENT or --none.") }
  }

  func run() throws {
    let session = try Session(options, .write)
    let db = session.file.connection
    let id = try ActorBook.known(actor, in: db)
    let parent = try of.map { try ActorBook.known($0, in: db) }
    try session.change(why) { try ActorNames.setParent(parent, of: id, $0) }
    let name = try ActorBook.name(of: id, in: db)
    let whole = try parent.map { try ActorBook.name(of: $0, in: db) }
    Talk.say("entente: \(name) is part of \(whole ?? "no other body").")
  }
}
