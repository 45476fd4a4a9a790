import ArgumentParser
import Formats
import Observations
import Records

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Load texts and tables: files, folders, or - for standard input.",
    usage: "entente ingest [options] <path> ...",
    discussion: """
      A text becomes a document with passages, mentions and candidates: plain text
      and Markdown, pages (.html, .mhtml), mails (.eml, .mbox), .docx, .pdf (with
      pdftotext), JSON with a text field, exports of Telegram channels. One file may
      hold many. What a file is, its first bytes say; its ending, where they do not.
      A table (.csv, .jsonl) is known by its columns: observations (event_date,
      title, mechanism ...), evidence, initiatives, outlets, actors, indicators,
      coverage, vocabularies. What is known already is skipped. What cannot be taken
      is refused with its place and reason, everything else is loaded, and the exit
      code is 2.

      A sheet with columns of its own (.csv, .xlsx) comes in with a map, which
      --map-draft proposes and docs/sheets.md explains; columns that the map does
      not name are kept as they are. What `export --all` wrote is taken in whole.

      EXAMPLE
        entente ingest article.txt page.html reports/ observations.csv
        entente ingest sheet.xlsx --map-draft > map.toml
        entente ingest sheet.xlsx --map map.toml --dry-run
        entente export observations --format jsonl | entente ingest - --db copy.db
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Files or folders.", completion: .file())
  var paths: [String]
  @Flag(help: "Do everything and undo it: shows what would be refused.")
  var dryRun = false
  @Flag(help: "Take rows that are known with other content as corrections.")
  var update = false
  @Flag(help: "These are old records: no delays are learned from them.")
  var backfill = false
  @Option(
    help: ArgumentHelp(
      "Name of the data set the ids of a table belong to; else the file's name.", valueName: "name"))
  var dataset: String?
  @Option(help: ArgumentHelp("Label of what carries none.", valueName: "label"))
  var tlp: LabelArgument?
  @Flag(help: "Write U+FFFD for what is not of a text's encoding, instead of refusing the text.")
  var replaceInvalid = false
  @Option(help: ArgumentHelp("Address the one text was saved from.", valueName: "address"))
  var url: String?
  @Option(
    help: ArgumentHelp("How the columns of a sheet become ours: .toml or .csv.", valueName: "path"),
    completion: .file(extensions: ["toml", "csv"]))
  var map: String?
  @Flag(help: "Propose a map for the sheet, and load nothing.")
  var mapDraft = false
  @Option(help: ArgumentHelp("Sheet of a workbook; else the first.", valueName: "name"))
  var sheet: String?
  @Option(help: ArgumentHelp("How to report: text or json.", valueName: "format"))
  var format: SummaryFormat = .text

  enum SummaryFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name at least one file or folder, or - for standard input.") }
    if let url {
      guard paths.count == 1 else { throw ValidationError("--url goes with one text.") }
      guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
        throw ValidationError("--url \(url): an address begins with http:// or https://.")
      }
    }
    if mapDraft, paths.count != 1 || map != nil {
      throw ValidationError("--map-draft goes with one sheet, and without --map.")
    }
    if let address = paths.first(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }) {
      throw ValidationError(
        "Entente works offline. Save the page, then: entente ingest page.html --url \(address)")
    }
  }

  func run() throws {
    if mapDraft { return try draft() }
    let isTryOut = dryRun && FilePath.size(options.resolvedPath) == nil
    let session = try isTryOut ? Session(tryingOut: options) : Session(options, .create)
    let bar = ProgressBar()
    var settings = Ingest.Options()
    settings.dryRun = dryRun
    settings.update = update
    settings.dataset = dataset
    settings.label = tlp?.label
    settings.url = url
    settings.replaceInvalid = replaceInvalid
    settings.kind = backfill ? .backfill : .live
    settings.map = try map.map { try SheetMap(path: $0) }
    if let sheet {
      settings.map = settings.map ?? SheetMap()
      settings.map?.layout.sheet = sheet
    }
    settings.progress = { bar.show(file: $0, done: $1, of: $2) }
    var ingest = Ingest(session.file, session.desk, settings)
    defer { bar.clear() }
    do {
      try ingest.run(paths)
    } catch {
      // What was kept before a full disk or the like is worth knowing.
      bar.clear()
      try? report(ingest.summary)
      throw error
    }
    bar.clear()
    try report(ingest.summary)
    if !ingest.summary.refused.isEmpty { throw ExitCode(2) }
  }

  /// Nothing is made or changed: where there is no file, the names of a new one are compared with.
  private func draft() throws {
    let isThere = FilePath.size(options.resolvedPath) != nil
    let session = try isThere ? Session(options, .read) : Session(tryingOut: options)
    try Output.write(MapDraft(path: paths[0], sheet: sheet, session.file).text(for: paths[0]))
  }

  private static let shownRefusals = 100

  private func report(_ summary: IngestSummary) throws {
    switch format {
    case .json: try Output.write(String(decoding: JSONWriter.compact(summary.json), as: UTF8.self) + "\n")
    case .text:
      for note in summary.notes.prefix(Self.shownRefusals) { Talk.say(note) }
      for refusal in summary.refused.prefix(Self.shownRefusals) { Talk.say(refusal.description) }
      if summary.refused.count > Self.shownRefusals {
        Talk.say("... and \(summary.refused.count - Self.shownRefusals) more; --format json has them all.")
      }
      if dryRun, !summary.sheets.isEmpty { try Output.write(summary.preview + "\n") }
      try Output.write((dryRun ? "Dry run, nothing kept: " : "") + summary.sentence + "\n")
    }
  }
}
