import ArgumentParser
import Formats
import Names
import Observations
import Records
import SQLite

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the library, the settings, the file and what it rests on.",
    usage: "entente doctor [options]",
    discussion: """
      Prints a line a check; exit code 1 if one fails.

      EXAMPLE
        entente doctor
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    let session = try Session(options, .read)
    let connection = session.file.connection
    var table = Table(columns: ["check", "state", "detail"].map { Table.Column($0) })
    let line = { (check: String, good: Bool?, detail: String) in
      table.append([.text(check), .text(good.map { $0 ? "good" : "BAD" } ?? ""), .text(detail)])
    }
    line("library", true, "SQLite \(Capabilities.version)")
    for setting in try connection.settings() { line("setting \(setting.name)", nil, setting.value) }
    let problems = try connection.integrityProblems()
    line("integrity", problems.isEmpty, problems.first ?? "every page and every reference checked")
    let misplaced = try Standing.misplacedDates(connection)
    line(
      "dates", misplaced.isEmpty,
      misplaced.isEmpty
        ? "the days of every observation follow from its date"
        : "edited by other means without earliest and latest, set them too: \(misplaced.prefix(10).joined(separator: ", "))"
    )
    let odd = try LookAlike.findings(in: connection)
    line(
      "names that mix letters or look alike", nil,
      odd.isEmpty ? "none" : odd.prefix(10).map { "\($0.name): \($0.sentence)" }.joined(separator: "; "))
    let applied = try connection.value("SELECT max(name) FROM migration", as: String?.self) ?? nil
    line("schema", true, applied ?? "none")
    let strangers = try SchemaCheck.foreignObjects(in: connection)
    line("your own objects", nil, strangers.isEmpty ? "none" : strangers.joined(separator: ", "))
    for fact in try Standing.facts(connection) { line(fact.name, nil, fact.value) }
    try rows.print(table)
    if !problems.isEmpty || !misplaced.isEmpty { throw ExitCode(1) }
  }
}
