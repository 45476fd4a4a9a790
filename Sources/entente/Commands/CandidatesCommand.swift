import ArgumentParser
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
      """,
    subcommands: [ListCandidates.self, AcceptCandidate.self, RejectCandidate.self],
    defaultSubcommand: ListCandidates.self)
}

/// A candidate's number as people type it.
struct CandidateID: ExpressibleByArgument {
  let number: Int
  init?(argument: String) {
    guard let id = ShortID(argument), id.kind == .candidate else { return nil }
    number = id.number
  }
}

struct ListCandidates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List proposals with the sentence each rests on.",
    usage: "entente candidates list [options]",
    discussion: """
      EXAMPLE
        entente candidates list --document d1
        entente candidates list --verdict rejected
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("Only of this document (d1).", valueName: "id")) var document: String?
  @Option(help: ArgumentHelp("open, accepted, rejected, merged or all.", valueName: "verdict")) var verdict =
    "open"
  @OptionGroup var rows: RowOptions

  func run() throws {
    let session = try Session(options, .read)
    let names = ["id", "document", "date", "mechanism", "modality", "actors", "evidence"]
    let table = try Page.table(
      """
      SELECT id, document, date, mechanism, modality, actors, evidence FROM candidates
      WHERE (\(verdict) = 'all' OR verdict = \(verdict)) AND (\(document) IS NULL OR document = \(document))
      ORDER BY number
      """, names, session.file.connection)
    try rows.print(table)
    if rows.format == .table { Talk.say("\(table.rows.count) candidates") }
  }
}

struct AcceptCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Make an observation of a proposal; its sentence becomes the evidence.",
    usage: "entente candidates accept [--set <field=value>] [options] <id>",
    discussion: """
      A plan is entered on the day of its text, with the planned date as due. --set replaces
      a field by name: event_date, title, mechanism, stage, effect, sectors, actors_cn ...

      EXAMPLE
        entente candidates accept c3 --set title="Fund set up" --set stage=signed
      """)

  @OptionGroup var options: FileOptions
  @Argument var id: CandidateID
  @Option(help: ArgumentHelp("Replace a proposed field; may be repeated.", valueName: "field=value")) var set:
    [String] = []
  @Option(help: ArgumentHelp(valueName: "text")) var why: String?

  /// What `show` calls the fields of a candidate.
  private static let shownNames = ["date": "event_date"]

  func validate() throws {
    for entry in set {
      guard let name = entry.split(separator: "=").first.map(String.init), entry.contains("=") else {
        throw ValidationError("--set \(entry): write FIELD=VALUE.")
      }
      guard ObservationColumns.all.contains(Self.shownNames[name] ?? name) else {
        throw ValidationError(
          "--set \(name): there is no such field. One of: \(ObservationColumns.all.joined(separator: ", ")).")
      }
    }
  }

  func run() throws {
    let session = try Session(options, .write)
    var corrections: [String: String] = [:]
    for entry in set {
      let cut = entry.firstIndex(of: "=")!
      let name = String(entry[..<cut])
      corrections[Self.shownNames[name] ?? name] = String(entry[entry.index(after: cut)...])
    }
    let number = try Review(session.file, session.desk).accept(id.number, corrections: corrections, why: why)
    try Output.write("\(ShortID(.observation, number))\n")
  }
}

struct RejectCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Put a proposal aside, with the reason.",
    usage: "entente candidates reject --why <text> [options] <id>",
    discussion: """
      EXAMPLE
        entente candidates reject c4 --why "a domestic project"
      """)

  @OptionGroup var options: FileOptions
  @Argument var id: CandidateID
  @Option(help: ArgumentHelp("Why it is no observation.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    try Review(session.file, session.desk).reject(id.number, why: why)
    Talk.say("entente: c\(id.number) is put aside.")
  }
}
