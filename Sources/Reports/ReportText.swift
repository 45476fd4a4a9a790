internal import Formats
internal import Records
internal import TimeSeries
internal import Trends

/// A report for a terminal or a mail.
struct ReportText {
  let report: Report
  let width: Int

  var page: String {
    report.label.marking + "\n\n" + head + "\n" + heading("What was counted") + definitions + method
      + section("By mechanism", report.mechanisms) + section("By sector", report.sectors)
      + "\n" + heading("Newest observations") + newest + "\n" + heading("How the figures were made") + figures
      + "\n" + report.label.marking + "\n"
  }

  private var head: String {
    var out = "\(Report.title)\n\(String(repeating: "═", count: Report.title.count))\n"
    for fact in report.facts {
      out += Wrap.lines(
        fact.value, width: width, first: TerminalText.padded(fact.name, to: 11), indent: blanks(11))
    }
    return out + "\n" + Wrap.lines(report.mechanisms.coverage.line, width: width)
  }

  private func heading(_ text: String) -> String { "\(text)\n\(String(repeating: "─", count: text.count))\n" }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private var definitions: String {
    let lines = Report.definitions.map {
      Wrap.lines($0.text, width: width, first: TerminalText.padded($0.name, to: 22), indent: blanks(22))
    }
    return Wrap.lines(Report.rule, width: width) + lines.joined()
  }

  private var method: String {
    guard !report.methodLines.isEmpty else { return "" }
    return "\n" + heading("How verdicts are found")
      + report.methodLines.map { Wrap.lines($0, width: width, first: "- ", indent: "  ") }.joined()
  }

  private func section(_ title: String, _ trends: TrendSet) -> String {
    let text = TrendText(trends: trends, width: width, ascii: false)
    let beside = BesideVerdicts(trends: trends, methods: TrendMethod.usual, isBrief: true)
    return "\n" + heading(title) + text.blocks + beside.text(width: width) + "\n" + text.footnotes
  }

  private var newest: String {
    guard !report.newest.isEmpty else { return "None.\n" }
    return report.newest.map(entry).joined(separator: "\n")
  }

  private func entry(_ observation: ReportedObservation) -> String {
    var out = Wrap.lines("\(observation.id)  \(observation.heading)", width: width, indent: "  ")
    out += Wrap.lines(observation.title, width: width, first: "  ", indent: "  ")
    if !observation.actors.isEmpty {
      out += Wrap.lines(observation.actors.joined(separator: "; "), width: width, first: "  ", indent: "  ")
    }
    for source in observation.sources {
      out += Wrap.lines("\(source.name) (\(source.details))", width: width, first: "  - ", indent: "    ")
      if source.title != nil, let url = source.url { out += "    \(TerminalText.escaped(url))\n" }
    }
    return out
  }

  private var figures: String {
    report.figures.map { "-- \($0.name)\n\($0.sql)\n" }.joined(separator: "\n")
  }
}
