import ArgumentParser
import Calendar
import Records

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Describe every view and table, in Markdown.",
    usage: "entente schema",
    discussion: """
      What this program makes in every file; views and tables of your own stand
      beside it.

      EXAMPLE
        entente schema > schema.md
      """)

  func run() throws { try Output.write(SchemaPage.markdown(EntenteFile(inMemoryAt: .clock()).connection)) }
}
