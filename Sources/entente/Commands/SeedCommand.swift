import ArgumentParser
import Observations
import Records

struct SeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed",
    abstract: "Add or update vocabularies, names, outlets and rules.",
    usage: "entente seed [--from <folder>] [--update] [options]",
    discussion: """
      Without --from, those compiled into the program; with it, those of a folder
      laid out as seeds/ (mechanisms.csv, actors.csv, rules/...). Observations are
      not touched: load them with `entente ingest`.

      EXAMPLE
        entente seed
        entente seed --from my-seeds --update
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("Folder to read.", valueName: "folder"), completion: .directory)
  var from: String?
  @Flag(help: "Take entries that are known with other content as corrections.")
  var update = false

  func run() throws {
    let session = try Session(options, .create)
    let counts = try Seeding.run(session.file, session.desk, folder: from, update: update)
    for refusal in counts.refused { Talk.say(refusal.description) }
    try Output.write("Seeded: \(counts.sentence).\n")
    if !counts.refused.isEmpty { throw ExitCode(2) }
  }
}
