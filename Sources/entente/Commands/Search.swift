import ArgumentParser
import Calendar
import Documents
import Formats
import Observations
import Records

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find words in observations and texts, in three languages.",
    usage: "entente search [options] <word> ...",
    discussion: """
      Inflected forms are found (соглашение, соглашений); Chinese words of any
      length are (中俄, 华为). Words in double quotes are a phrase; техн* is a
      beginning. All words must be there. With --as-of or --max-tlp an index is made
      of what is seen, which takes as long as the texts are many.

      EXAMPLE
        entente search "lunar station"
        entente search 华为 --limit 5 --from 2019 --to 2021-06
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Words; several are all wanted.")
  var words: [String]
  @Option(
    help: ArgumentHelp("Occurred, or published, in or after.", valueName: "date"),
    transform: EDTF.init(argument:)) var from: EDTF?
  @Option(
    help: ArgumentHelp("Occurred, or published, in or before.", valueName: "date"),
    transform: EDTF.init(argument:)) var to: EDTF?
  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit = 20
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    try session.prepareSearch()
    let answer = try Finding.find(
      words.joined(separator: " "), from: from, to: to, limit: limit, in: session.file.connection)
    for term in answer.unusable {
      Talk.say("entente: \"\(TerminalText.escaped(term))\" could not be used for searching.")
    }
    for word in answer.missing {
      Talk.say("entente: nothing here has \"\(TerminalText.escaped(word))\", in any form.")
    }
    var table = Table(columns: ["id", "date", "title", "found"].map { Table.Column($0) })
    for hit in answer.hits {
      table.append([.text(hit.id), .text(hit.date), .text(hit.title), .text(hit.snippet)])
    }
    try rows.print(table)
    if rows.format == .table {
      Talk.say(answer.hits.isEmpty ? "nothing found" : "\(answer.hits.count) found")
    }
    session.mark(try Markings.highest(of: answer.hits.map(\.id), in: session.file.connection))
  }
}
