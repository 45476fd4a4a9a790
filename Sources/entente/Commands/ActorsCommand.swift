import ArgumentParser
import Formats
import Names
import Observations
import Records
import SQLite

struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Who is who: names in every script, merges, parents and ties.",
    discussion: """
      Two entries that are one body are merged: one is counted under the other, in
      every count, filter and dossier, and nothing is rewritten. `entente show NAME`
      prints all there is on an actor.

      EXAMPLE
        entente actors match "ООО «Хуавэй»"
        entente actors merge "Huawei Tech" Huawei --why "the same company"
        entente actors tie Huawei --kind list --to "US Entity List" --from 2019-05-16
      """,
    subcommands: [
      ListActors.self, MatchActor.self, MergeActors.self, UnmergeActor.self, TieActor.self, UntieActor.self,
      ActorNamesCommand.self, ActorParent.self,
    ],
    defaultSubcommand: ListActors.self)
}

struct ListActors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the actors, with their names and how often they took part.",
    usage: "entente actors list [options]",
    discussion: """
      EXAMPLE
        entente actors list --side cn --kind fund
        entente actors list --merged --format csv
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("company, university, ministry ...", valueName: "kind")) var kind: String?
  @Option(help: ArgumentHelp("cn, ru, joint, intl or other.", valueName: "side")) var side: String?
  @Flag(help: "Only those that are counted under another.") var merged = false
  @Flag(help: "Only those named in passing and not yet described.") var provisional = false
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let names = [
      "id", "name", "kind", "side", "parent", "aliases", "observations", "counted_under", "provisional",
    ]
    let table = try Page.table(
      """
      SELECT id, name, kind, side, parent, aliases, observations, counted_under, provisional FROM actors
      WHERE (\(kind) IS NULL OR kind = \(kind)) AND (\(side) IS NULL OR side = \(side))
        AND (\(merged) = 0 OR counted_under IS NOT NULL) AND (\(provisional) = 0 OR provisional = 1)
      ORDER BY name
      """, names, session.file.connection)
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(isNarrow ? table.only(["name", "kind", "side", "observations", "counted_under"]) : table)
    if rows.format == .table { Talk.say("\(table.rows.count) actors") }
    // How often they took part is counted from observations.
    session.mark(try Markings.highest(behind: "observations", in: session.file.connection))
  }
}

struct MatchActor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Find the known actors that a name may mean, in any script.",
    usage: "entente actors match [options] <name>",
    discussion: """
      Names are compared by meaning (银行, банк, bank), by sound, by initials and by
      spelling; words that many bodies have count little. From 0.72 on two names are
      taken as one body's: look at the reasons before you merge.

      EXAMPLE
        entente actors match 中国农业银行
        entente actors match "Roskosmos" --format csv
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The name, in Latin, Cyrillic or Chinese letters.") var name: String
  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit = 5
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let matches = try NameMatcher(session.file.connection).nearest(to: name, limit: max(1, limit), least: 0.4)
    var table = Table(columns: ["score", "actor", "matched", "reasons"].map { Table.Column($0) })
    for match in matches {
      table.append([
        .text(Self.hundredths(match.score)), .text(match.name), .text(match.matched),
        .text(match.reasons.joined(separator: "; ")),
      ])
    }
    try rows.print(table)
    if let remark = LookAlike.remark(on: name) { Talk.say("entente: \(remark).") }
    if rows.format == .table {
      let sure = matches.filter { $0.score >= NameComparison.sameBody }.count
      Talk.say("\(matches.count) near, \(sure) of them from 0.72 on")
    }
    session.mark(try Markings.highest(ofNames: matches.map(\.actor), in: session.file.connection))
  }

  private static func hundredths(_ score: Double) -> String {
    let number = Int((score * 100).rounded())
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}
