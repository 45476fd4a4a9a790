import ArgumentParser
import Documents
import Observations
import Records
import SQLite

struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Print a source as a footnote.",
    usage: "entente cite [--style <style>] [options] <id> ...",
    discussion: """
      Outlet, title, date, address and archive. A title in other letters is followed
      by its translation, given once with --translation, else in Latin letters. Of
      an observation every source is printed, the one given with it first.

      EXAMPLE
        entente cite o12
        entente cite d3 --style bibtex
        entente cite d3 --translation "On the results of the meeting"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "o12, d3, e5 or a uid.") var ids: [String]
  @Option(help: "plain, markdown, bibtex or csl-json.") var style: Citation.Style = .plain
  @Option(help: ArgumentHelp("Keep this as the English title of the document.", valueName: "title"))
  var translation: String?
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if translation != nil, !view.lens.isClear {
      throw ValidationError("--as-of and --max-tlp look only: they do not go with --translation.")
    }
    if translation != nil, ids.count > 1 { throw ValidationError("--translation goes with one document.") }
  }

  func run() throws {
    let session = try translation == nil ? Session(options, through: view) : Session(options, .write)
    let db = session.file.connection
    if let translation {
      guard let document = try DocumentTable.resolve(ids[0], in: db) else {
        throw LookupError.noDocument(ids[0])
      }
      try session.change("title in English") { try Citation.translate(document, translation, $0) }
    }
    var citations: [Citation] = []
    for id in ids { citations += try Citation.all(of: id, in: db) }
    let texts = citations.map { $0.text(style) }
    let page =
      style == .cslJSON ? "[" + texts.joined(separator: ",\n ") + "]\n" : texts.map { $0 + "\n" }.joined()
    try Output.write(Terminal.isOutput ? Page.escaped(page) : page)
    let shown = try ids.compactMap { try Record(named: $0, in: db).shortID?.description }
    session.mark(try Markings.highest(of: shown, in: db))
    if citations.isEmpty { Talk.say("entente: no source is given.") }
  }
}
