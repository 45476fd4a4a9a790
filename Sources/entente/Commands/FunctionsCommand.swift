import ArgumentParser
import Formats
import SQLFunctions

struct FunctionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: "List the SQL functions, each with an example that gives 1.",
    usage: "entente functions [<part of a name>] [options]",
    discussion: """
      `entente sql` knows them. `make extension` writes entente.so, from which
      sqlite3, Python and Datasette take the same functions.

      EXAMPLE
        entente functions
        entente functions trend --format json
      """)

  @Argument(help: "List only functions whose name contains this.") var part: String?
  @Flag(help: "The page of the documentation, in Markdown.") var page = false
  @OptionGroup var rows: RowOptions

  func run() throws {
    if page { return try Output.write(FunctionsPage.markdown) }
    let found = ententeFunctions.filter { part == nil || $0.name.contains(part!.lowercased()) }
    try rows.format == .table ? Output.write(found.map(Self.entry).joined()) : rows.print(Self.table(found))
    if found.isEmpty {
      Talk.say("entente: no function has \"\(TerminalText.escaped(part ?? ""))\" in its name.")
    }
  }

  private static func entry(_ function: EntenteFunction) -> String {
    let head = "\(function.call)  \(function.kind.rawValue), \(function.result)"
    let lines =
      Page.wrapped(function.summary, to: Terminal.width - 2)
      + function.example.split(separator: "\n").map(String.init)
    return "\(head)\n\(lines.map { "  \($0)\n" }.joined())\n"
  }

  private static func table(_ functions: [EntenteFunction]) -> Table {
    var table = Table(
      columns: ["name", "kind", "call", "result", "summary", "example"].map { Table.Column($0) })
    for function in functions {
      table.append(
        [
          function.name, function.kind.rawValue, function.call, function.result, function.summary,
          function.example,
        ].map { .text($0) })
    }
    return table
  }
}
