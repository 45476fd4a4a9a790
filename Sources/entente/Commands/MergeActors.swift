import ArgumentParser
import Names
import Observations
import Records
import SQLite

struct MergeActors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Count an actor under another from now on.",
    usage: "entente actors merge --why <text> [options] <actor> <other>",
    discussion: """
      Nothing is rewritten: `unmerge` takes it back, and what was changed in between
      stays. Reports as of an earlier day count them apart.

      EXAMPLE
        entente actors merge "Huawei Tech" Huawei --why "the same company"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The one that is counted under the other.") var actor: String
  @Argument(help: "The one whose name counts.") var other: String
  @Option(help: ArgumentHelp("Why they are one.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let db = session.file.connection
    let (one, two) = try (ActorBook.known(actor, in: db), ActorBook.known(other, in: db))
    let names = try (ActorBook.name(of: one, in: db), ActorBook.name(of: two, in: db))
    try session.change("merge \(names.0) into \(names.1): \(why)") {
      try ActorMerge.merge(one, into: two, why: why, $0)
    }
    let canonical = try ActorBook.name(of: ActorBook.canonical(of: one, in: db), in: db)
    let count = try db.value(
      "SELECT observations FROM actors WHERE name = \(canonical)", as: Int.self)
    Talk.say("entente: \(names.0) is counted under \(canonical), \(count ?? 0) observations in all.")
  }
}

struct UnmergeActor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge",
    abstract: "Count an actor by itself again.",
    usage: "entente actors unmerge --why <text> [options] <actor>",
    discussion: """
      EXAMPLE
        entente actors unmerge "Huawei Tech" --why "another company of that name"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The one that was counted under another.") var actor: String
  @Option(help: ArgumentHelp("Why they are two.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let db = session.file.connection
    let one = try ActorBook.known(actor, in: db)
    let name = try ActorBook.name(of: one, in: db)
    let other = try session.change("unmerge \(name): \(why)") { try ActorMerge.unmerge(one, $0) }
    Talk.say("entente: \(name) is no longer counted under \(try ActorBook.name(of: other, in: db)).")
  }
}
