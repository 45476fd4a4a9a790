internal import Records
internal import TimeSeries
internal import Trends

/// A report as GitHub Markdown.
struct ReportMarkdown {
  let report: Report

  var page: String {
    var out = "**\(report.label.marking)**\n\n# \(Markdown.escape(Report.title))\n\n"
    out += report.facts.map { "- \($0.name): \(Markdown.escape($0.value))\n" }.joined()
    out += "\n> \(Markdown.escape(report.mechanisms.coverage.line))\n"
    out += "\n## What was counted\n\n\(Report.rule)\n\n"
    out += Report.definitions.map { "- **\($0.name)**: \($0.text)\n" }.joined()
    if !methodLines.isEmpty {
      out += "\n### How verdicts are found\n\n" + methodLines.map { "- \(Markdown.escape($0))\n" }.joined()
    }
    out += section("By mechanism", report.mechanisms) + section("By sector", report.sectors)
    out += "\n## Newest observations\n\n"
    out += report.newest.isEmpty ? "None.\n" : report.newest.map(entry).joined()
    out += "\n## How the figures were made\n"
    out += report.figures.map { "\n\(Markdown.escape($0.name)):\n\n```sql\n\($0.sql)\n```\n" }.joined()
    return out + "\n**\(report.label.marking)**\n"
  }

  private var methodLines: [String] { report.methodLines }

  private func section(_ title: String, _ trends: TrendSet) -> String {
    "\n## \(title)\n" + TrendMarkdown(trends: trends).blocks(level: 3)
      + BesideVerdicts(trends: trends, methods: TrendMethod.usual, isBrief: true).markdown(level: 3) + "\n"
      + TrendWords.remarks(trends).map { "- \(Markdown.escape($0))\n" }.joined()
  }

  private func entry(_ observation: ReportedObservation) -> String {
    var out = "- \(observation.id), \(Markdown.escape(observation.heading)): "
    out += "**\(Markdown.escape(observation.title))**"
    if !observation.actors.isEmpty {
      out += "\\\n  " + Markdown.escape(observation.actors.joined(separator: "; "))
    }
    return out + "\n" + observation.sources.map(source).joined()
  }

  private func source(_ source: ReportedObservation.Source) -> String {
    let name = Markdown.escape(source.name)
    let linked = source.link.map { "[\(name)](<\(Self.target($0))>)" } ?? name
    return "  - \(linked) (\(Markdown.escape(source.details)))\n"
  }

  /// An address between `<` and `>`: what would end it there, or begin something, is percent-encoded.
  private static func target(_ url: String) -> String {
    var out = ""
    for byte in url.utf8 {
      switch byte {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x60, 0x7F...0xFF:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count == 1 ? "0" : "") + hex
      default: out.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return out
  }
}
