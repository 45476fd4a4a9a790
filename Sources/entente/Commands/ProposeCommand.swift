import ArgumentParser
import Candidates
import Names
import Records
import SQLite

struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Read the texts again after rules or names changed.",
    usage: "entente propose --again [--document <id>] [options]",
    discussion: """
      Undecided proposals are remade; what was accepted or rejected does not come
      back.

      EXAMPLE
        entente ingest seeds/rules/stages.csv
        entente propose --again
        entente propose --again --document d1
      """)

  @OptionGroup var options: FileOptions
  @Flag(help: "Remake the undecided proposals.") var again = false
  @Option(help: ArgumentHelp("Only of this document (d1).", valueName: "id")) var document: String?

  private var number: Int? {
    document.flatMap(ShortID.init).flatMap { $0.kind == .document ? $0.number : nil }
  }

  func validate() throws {
    guard again else {
      throw ValidationError("Texts are read when they are ingested; --again reads them anew.")
    }
    guard document == nil || number != nil else {
      throw ValidationError("--document \(document ?? ""): write the id of a document, as d1.")
    }
  }

  func run() throws {
    let session = try Session(options, .write)
    let connection = session.file.connection
    if let number,
      try connection.value("SELECT count(*) FROM document WHERE id = \(number)", as: Int.self) == 0
    {
      throw ValidationError(
        "There is no document d\(number): \"entente list documents\" shows those there are.")
    }
    let changes = try connection.transaction {
      try RulesVersion.refresh(in: connection)
      return try Propose.again(document: number, in: connection)
    }
    try Output.write("\(changes.new) new, \(changes.gone) gone, \(changes.same) same\n")
  }
}
