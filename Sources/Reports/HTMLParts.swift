internal import Calendar
internal import Formats
internal import TimeSeries
internal import Trends

/// Pieces of the HTML report.
enum HTMLParts {
  /// A name from the data: escaped, and kept to its own direction of writing.
  static func name(_ text: String) -> String { "<bdi>\(HTMLText.escape(text))</bdi>" }

  /// A row of a table of counts.
  typealias Row = (label: String, depth: Int, counts: Counts)

  /// A table of counts in a box of its own that scrolls where the page is narrow.
  static func counts(
    id: String, caption: String, head: String, periods: [Period], rows: [Row], total: Counts?,
    verdicts: [String]? = nil
  ) -> String {
    let columns = periods.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.enumerated().map { place, entry in
      row(
        "<th scope=\"row\"\(entry.depth > 0 ? " class=\"below\"" : "")>\(name(entry.label))</th>",
        entry.counts,
        verdicts?[place])
    }
    let foot =
      total.map { "<tfoot>\n\(row("<th scope=\"row\">Total</th>", $0, verdicts?.last))</tfoot>\n" } ?? ""
    let judged = verdicts == nil ? "" : "<th scope=\"col\">a year</th>"
    return """
      <div class="scroll" role="region" tabindex="0" aria-labelledby="\(id)">
      <table>
      <caption id="\(id)">\(HTMLText.escape(caption))</caption>
      <thead><tr><th scope="col">\(head)</th>\(columns)\
      <th scope="col"><abbr title="not placed">n.p.</abbr></th><th scope="col">total</th>\(judged)</tr></thead>
      <tbody>
      \(body.joined())</tbody>
      \(foot)</table>
      </div>

      """
  }

  private static func row(_ head: String, _ counts: Counts, _ verdict: String?) -> String {
    let cells = (counts.placed + [counts.notPlaced]).map(cell).joined()
    let judged = verdict.map { "<td class=\"verdict\">\(HTMLText.escape($0))</td>" } ?? ""
    return "<tr>\(head)\(cells)<td class=\"sum\">\(counts.total)</td>\(judged)</tr>\n"
  }

  private static func cell(_ count: Int) -> String {
    count == 0 ? "<td class=\"nil\">0</td>" : "<td>\(count)</td>"
  }

  /// Paragraphs of remarks.
  static func remarks(_ lines: [String]) -> String {
    "<ul class=\"remarks\">\n" + lines.map { "<li>\(HTMLText.escape($0))</li>\n" }.joined() + "</ul>\n"
  }
}
