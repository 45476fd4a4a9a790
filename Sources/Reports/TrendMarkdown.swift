internal import Calendar
internal import Formats
internal import TimeSeries
internal import Trends

/// Trends as tables of GitHub Markdown, with every period.
struct TrendMarkdown {
  let trends: TrendSet

  var page: String {
    var out = "# \(TrendWords.title(trends.table))\n\n"
    out += "\(Markdown.escape(TrendWords.settings(trends)))\n\n"
    out += "\(Markdown.escape(trends.coverage.line))\n"
    out += blocks(level: 2)
    out += "\n" + TrendWords.remarks(trends).map { "- \(Markdown.escape($0))\n" }.joined()
    return out
  }

  /// The four blocks, each under a heading of `level`.
  func blocks(level: Int) -> String {
    trends.table.blocks.map { block in
      let heading = "\n\(String(repeating: "#", count: level)) \(block.series.title)\n\n"
      guard block.total.total > 0 else { return heading + "None.\n" }
      let rest = TrendWords.rest(block).map { "\n\(Markdown.escape($0))\n" } ?? ""
      return heading + table(block).markdown + rest
    }.joined()
  }

  private func table(_ block: SeriesBlock) -> Table {
    var table = Table(
      columns: [.init(trends.table.question.dimension.rawValue)]
        + (trends.table.periods.map(\.label) + ["n.p.", "total"]).map { .init($0, alignment: .right) })
    for row in block.rows { table.append(cells(TrendWords.indented(row), row.counts)) }
    table.append(cells("Total", block.total))
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
