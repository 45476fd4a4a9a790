import ArgumentParser
import Observations
import Records

struct Rebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remake views, search index, mentions and open candidates.",
    usage: "entente rebuild [options]",
    discussion: """
      Also brings a file written by an older version up to date. Everything remade
      follows from documents, records, names and rules; with the same names and
      rules no answer changes by it.

      EXAMPLE
        entente rebuild
      """)

  @OptionGroup var options: FileOptions

  func run() throws {
    let session = try Session(options, .repair)
    let counts = try Rebuilding.run(session.file)
    try Output.write(
      "Rebuilt: \(counts.observations) observations and \(counts.documents) documents indexed, \(counts.candidates) candidates.\n"
    )
  }
}
