import ArgumentParser
import Documents
import Formats
import Observations
import Records
import SQLite

struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: "Look through the texts that are one under several titles, and mend it.",
    discussion: """
      The same story in several places is one origin: the earliest published, else
      the earliest received. Copies are found when texts are ingested; each is kept
      whole.

      EXAMPLE
        entente copies
        entente copies join d5 d3 --why "a translation of the same report"
        entente copies part d5 --why "another year's meeting"
      """,
    subcommands: [ListCopies.self, JoinCopies.self, PartCopy.self, FindCopies.self],
    defaultSubcommand: ListCopies.self)
}

/// A document as people name it: d12, a path as typed, or a uid.
private func document(_ name: String, in session: Session) throws -> Int {
  guard let id = try DocumentTable.resolve(name, in: session.file.connection) else {
    throw LookupError.unknown(name)
  }
  return id
}

struct ListCopies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the groups, the original of each first.",
    usage: "entente copies list [options]",
    discussion: """
      EXAMPLE
        entente copies list --format csv
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let names = ["origin", "document", "published", "outlet", "title", "score", "why"]
    let table = try Page.table(
      """
      SELECT origin, document, published, outlet, title, score, why FROM (
        SELECT origin, document, published, outlet, title, score, why, origin_number, number FROM copies
        UNION ALL
        SELECT 'd' || d.id, 'd' || d.id, d.published, out.name, d.title, NULL, NULL, d.id, -1
        FROM document AS d LEFT JOIN outlet AS out ON out.id = d.outlet
        WHERE d.id IN (SELECT origin_number FROM copies))
      ORDER BY origin_number, number
      """, names, session.file.connection)
    try rows.print(table)
    if rows.format == .table {
      let groups = Set(table.rows.map { $0[0].shown }).count
      Talk.say("\(groups) \(groups == 1 ? "group" : "groups"), \(table.rows.count - groups) copies")
    }
    session.mark(try Markings.highest(of: table.rows.map { $0[1].shown }, in: session.file.connection))
  }
}

struct JoinCopies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Say that a document is a copy of another.",
    usage: "entente copies join --why <text> [options] <copy> <original>",
    discussion: """
      Also of documents that are known by their address only. Which of the two is
      shown as the original follows from their days.

      EXAMPLE
        entente copies join d5 d3 --why "a translation of the same report"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The copy: d5.") var copy: String
  @Argument(help: "What it is a copy of: d3.") var original: String
  @Option(help: ArgumentHelp("Why they are one.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let (copy, original) = try (document(copy, in: session), document(original, in: session))
    try session.change("join d\(copy) with d\(original): \(why)") {
      try Copies.join(copy, to: original, why: why, $0)
    }
    Talk.say("entente: d\(copy) and d\(original) are of one origin.")
  }
}

struct PartCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "part",
    abstract: "Take a document out of its group for good.",
    usage: "entente copies part --why <text> [options] <id>",
    discussion: """
      It is not joined with any of them again, unless by hand.

      EXAMPLE
        entente copies part d5 --why "another year's meeting"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The document: d5.") var id: String
  @Option(help: ArgumentHelp("Why it is no copy.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let number = try document(id, in: session)
    let others = try session.change("part d\(number): \(why)") { try Copies.part(number, why: why, $0) }
    let names = others.map { ShortID(.document, $0).description }.joined(separator: ", ")
    Talk.say("entente: d\(number) is no copy of \(names).")
  }
}

struct FindCopies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Look for copies among all texts held, as after a load by an older version.",
    usage: "entente copies find [options]",
    discussion: """
      EXAMPLE
        entente copies find
      """)

  @OptionGroup var options: FileOptions

  func run() throws {
    let session = try Session(options, .write)
    let count = try session.change("find copies") { try Copies.findAll($0) }
    Talk.say("entente: \(count) texts were joined.")
  }
}
