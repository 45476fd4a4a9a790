import ArgumentParser
import Records

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Describe every view and table, in Markdown.",
    usage: "entente schema [options]",
    discussion: """
      EXAMPLE
        entente schema > schema.md
      """)

  @OptionGroup var options: FileOptions

  func run() throws { try Output.write(SchemaPage.markdown(Session(options, .read).file.connection)) }
}
