internal import Formats
internal import TimeSeries
internal import Trends

extension Explanation {
  /// For a terminal.
  func text(width: Int) -> String {
    var out = heading("Method")
    out +=
      trends.withheld == nil
      ? Self.method.map { Wrap.lines($0, width: width, first: "- ", indent: "  ") }.joined()
      : Wrap.lines(TrendWords.noVerdict, width: width)
    out += "\n" + heading("Settings")
    for setting in settings {
      out += Wrap.lines(
        setting.value, width: width, first: TerminalText.padded(setting.name, to: 9), indent: "         ")
    }
    if trends.withheld == nil {
      for (series, sentences) in rows {
        out += "\n" + heading("\(series.title), row by row")
        out += sentences.map { Wrap.lines($0, width: width, indent: "  ") }.joined()
      }
    }
    out += "\n" + heading("Caveats of the table")
    let caveats = trends.caveats.map(\.sentence)
    out += (caveats.isEmpty ? ["None."] : caveats).map { Wrap.lines($0, width: width, indent: "  ") }.joined()
    out += "\n" + heading("SQL")
    return out + trends.figures.map { "-- \($0.name)\n\($0.sql)\n" }.joined(separator: "\n")
  }

  private func heading(_ text: String) -> String { "\(text)\n\(String(repeating: "─", count: text.count))\n" }

  /// For Markdown, under headings of `level`.
  func markdown(level: Int) -> String {
    let mark = String(repeating: "#", count: level)
    var out = "\n\(mark) Method\n\n"
    let method = trends.withheld == nil ? Self.method : [TrendWords.noVerdict]
    out += method.map { "- \(Markdown.escape($0))\n" }.joined()
    out += "\n\(mark) Settings\n\n" + settings.map { "- \($0.name): \(Markdown.escape($0.value))\n" }.joined()
    if trends.withheld == nil {
      for (series, sentences) in rows {
        out += "\n\(mark) \(series.title), row by row\n\n"
        out += sentences.map { "- \(Markdown.escape($0))\n" }.joined()
      }
    }
    out += "\n\(mark) SQL\n"
    return out
      + trends.figures.map { "\n\(Markdown.escape($0.name)):\n\n```sql\n\($0.sql)\n```\n" }.joined()
  }
}
