import ArgumentParser
import Records

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new database with vocabularies, names and rules.",
    usage: "entente init [options]",
    discussion: """
      A writing command makes a missing file too; this one makes it and does nothing
      else. An existing file is left as it is.

      EXAMPLE
        entente init --db china-russia.db
        entente init --tlp GREEN
      """)

  @OptionGroup var options: FileOptions
  @Option(
    help: ArgumentHelp(
      "Label that unmarked input takes: CLEAR, GREEN, AMBER, AMBER+STRICT or RED (AMBER if not set).",
      valueName: "label"))
  var tlp: LabelArgument?

  func run() throws {
    let session = try Session(options, .create)
    if let tlp {
      try session.file.write(session.desk, why: "init --tlp \(tlp.label.rawValue)") { change in
        try session.file.connection.setSetting("default_tlp", to: tlp.label.rawValue, change)
      }
    }
    if !session.file.isNew {
      Talk.say(
        "entente: \(options.resolvedPath) is there already; nothing was changed but what you asked for.")
    }
  }
}
