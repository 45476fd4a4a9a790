import ArgumentParser
import Calendar
import Records
import Reports
import SQLite

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the trend report: what was counted, on what evidence, as of when.",
    usage: "entente report [--format <format>] [--out <path>] [options]",
    discussion: """
      HTML is one file without scripts or requests. The same file, settings and
      $ENTENTE_NOW give the same bytes.

      EXAMPLE
        entente report --format html --out report.html
        entente report --period quarter --from 2019 --to 2020
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var span: SpanOptions
  @Option(help: ArgumentHelp("The newest observations to list.", valueName: "n")) var newest = 10
  @Option(help: ArgumentHelp("text, html, markdown or json.", valueName: "format")) var format: ReportFormat =
    .text
  @Option(
    name: .shortAndLong, help: ArgumentHelp("File to write; else standard output.", valueName: "path"),
    completion: .file())
  var out: String?
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let settings = try ReportSettings(
      per: span.period, from: span.from, to: span.to, asOf: session.day, newest: newest, views: span.views)
    let report = try Report.read(settings, from: session.file.connection, at: session.desk)
    try Output.write(
      report.render(format, width: Terminal.width), toFile: out ?? "-", besides: options.resolvedPath)
    if let out { Talk.say("entente: wrote \(out), marked \(report.label.marking).") }
  }
}
