internal import Calendar
internal import Formats
internal import TimeSeries
internal import Trends

/// Trends as tables of GitHub Markdown, with every period.
struct TrendMarkdown {
  let trends: TrendSet
  var explains = false
  /// Methods whose findings follow, row by row.
  var methods: [TrendMethod] = []

  var page: String {
    var out = "# \(TrendWords.title(trends.table))\n\n"
    out += "\(Markdown.escape(TrendWords.settings(trends)))\n\n"
    out += "\(Markdown.escape(trends.coverage.line))\n"
    out += blocks(level: 2)
    out += "\n" + TrendWords.remarks(trends).map { "- \(Markdown.escape($0))\n" }.joined()
    out += BesideVerdicts(trends: trends, methods: methods).markdown(level: 2)
    return explains ? out + Explanation(trends: trends).markdown(level: 2) : out
  }

  /// The four blocks, each under a heading of `level`.
  func blocks(level: Int) -> String {
    trends.blocks.map { judged in
      let block = judged.block
      let heading = "\n\(String(repeating: "#", count: level)) \(block.series.title)\n\n"
      guard block.total.total > 0 else { return heading + "None.\n" }
      let rest = TrendWords.rest(block).map { "\n\(Markdown.escape($0))\n" } ?? ""
      let findings = VerdictWords.findings(judged, trends).map { "- \(Markdown.escape($0))\n" }.joined()
      return heading + table(judged).markdown + rest + (findings.isEmpty ? "" : "\n" + findings)
    }.joined()
  }

  private func table(_ judged: TrendBlock) -> Table {
    let block = judged.block
    let isJudged = trends.withheld == nil
    var table = Table(
      columns: [.init(trends.table.question.dimension.rawValue)]
        + (trends.table.periods.map(\.label) + ["n.p.", "total"]).map { .init($0, alignment: .right) }
        + (isJudged ? [.init("a year")] : []))
    let verdict = { (trend: Trend) -> [Cell] in isJudged ? [.text(VerdictWords.short(trend, trends))] : [] }
    for (row, trend) in zip(block.rows, judged.trends) {
      table.append(cells(TrendWords.indented(row), row.counts) + verdict(trend))
    }
    table.append(cells("Total", block.total) + verdict(judged.total))
    return table
  }

  private func cells(_ label: String, _ counts: Counts) -> [Cell] {
    [.text(label)] + counts.placed.map(Cell.integer) + [.integer(counts.notPlaced), .integer(counts.total)]
  }
}

/// Text inside Markdown.
enum Markdown {
  /// Nothing in the text acts as Markdown or HTML.
  static func escape(_ text: String) -> String {
    var out = ""
    for character in TerminalText.escaped(text) {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#": out += "\\" + String(character)
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.append(character)
      }
    }
    return out
  }
}
