import ArgumentParser
import Calendar
import Formats
import Observations
import Records
import SQLite

struct CandidatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "Look through what the texts propose, and decide.",
    discussion: """
      EXAMPLE
        entente candidates list
        entente show c3
        entente candidates accept c3 --set stage=signed
        entente candidates reject c4 --why "a domestic project"
        entente candidates merge c5 --into o12
        entente candidates undo c5 --why "another fund"
      """,
    subcommands: [
      ListCandidates.self, AcceptCandidate.self, RejectCandidate.self, MergeCandidate.self,
      UndoCandidate.self,
    ],
    defaultSubcommand: ListCandidates.self)
}

struct ListCandidates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List proposals with the sentence each rests on.",
    usage: "entente candidates list [options]",
    discussion: """
      With --as-of: what the rules of now propose from the texts that stood then,
      and what had been decided by then. Proposals themselves have no history.

      EXAMPLE
        entente candidates list --document d1
        entente candidates list --verdict rejected --from 2019 --to 2021-06
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("Only of this document (d1).", valueName: "id")) var document: String?
  @Option(help: ArgumentHelp("open, accepted, rejected, merged or all.", valueName: "verdict")) var verdict =
    "open"
  @Option(help: ArgumentHelp("Dated in or after.", valueName: "date"), transform: EDTF.init(argument:))
  var from: EDTF?
  @Option(help: ArgumentHelp("Dated in or before.", valueName: "date"), transform: EDTF.init(argument:))
  var to: EDTF?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let names = ["id", "document", "date", "mechanism", "modality", "actors", "evidence"]
    let table = try Page.table(
      """
      SELECT id, document, date, mechanism, modality, actors, evidence FROM candidates
      WHERE (\(verdict) = 'all' OR verdict = \(verdict)) AND (\(document) IS NULL OR document = \(document))
        AND number IN (SELECT k.id FROM candidate AS k
          WHERE (\(from?.earliest?.number) IS NULL OR k.latest >= \(from?.earliest?.number))
            AND (\(to?.latest?.number) IS NULL OR k.earliest <= \(to?.latest?.number)))
      ORDER BY number
      """, names, session.file.connection)
    try rows.print(table)
    if rows.format == .table { Talk.say("\(table.rows.count) candidates") }
    session.mark(try Markings.highest(of: table.rows.map { $0[1].shown }, in: session.file.connection))
  }
}
