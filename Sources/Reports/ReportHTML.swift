internal import Calendar
internal import Formats
internal import Records
internal import TimeSeries
internal import Trends

/// A report as one HTML file: no script, nothing fetched.
struct ReportHTML {
  let report: Report

  var page: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>\(HTMLText.escape(Report.title))</title>
    <style>
    \(ReportStyle.sheet)</style>
    </head>
    <body>
    \(marking)<main>
    \(head)\(overview)\(section("mechanism", "By mechanism", report.mechanisms))\
    \(section("sector", "By sector", report.sectors))\(newest)\(definitions)\(figures)</main>
    \(marking)</body>
    </html>

    """
  }

  private var marking: String {
    // AMBER+STRICT is printed in the colour of AMBER.
    let colour = report.label.rawValue.prefix { $0 != "+" }.lowercased()
    return "<p class=\"marking \(colour)\"><span>\(report.label.marking)</span></p>\n"
  }

  private var head: String {
    let facts = report.facts.map { fact in
      "<div><dt>\(fact.name)</dt><dd>\(HTMLText.escape(fact.value))</dd></div>\n"
    }
    return """
      <header>
      <h1>\(HTMLText.escape(Report.title))</h1>
      <dl class="facts">
      \(facts.joined())</dl>
      <p class="coverage">\(HTMLText.escape(report.mechanisms.coverage.line))</p>
      </header>

      """
  }

  // MARK: Counts

  private var overview: String {
    let table = report.mechanisms.table
    let counts = HTMLParts.counts(
      id: "overview-table", caption: "Observations by \(table.question.kind.rawValue), each series apart",
      head: "series", periods: table.periods, rows: table.blocks.map { ($0.series.title, 0, $0.total) },
      total: nil)
    return """
      <section aria-labelledby="overview">
      <h2 id="overview">Overview</h2>
      <div class="\(table.periods.count > 20 ? "stack" : "pair")">
      \(table.blocks.map(overTime).joined())</div>
      \(counts)\(HTMLParts.remarks(overviewRemarks))</section>

      """
  }

  private func overTime(_ block: SeriesBlock) -> String {
    let table = report.mechanisms.table
    let sentence = ChartSentence.overTime(block, table)
    let chart = BarChart(
      id: "time-\(block.series.rawValue)", title: "\(block.series.title) by \(table.question.kind.rawValue)",
      description: sentence, bars: bars(block.total))
    let picture = block.total.total > 0 ? "<div class=\"scroll\">\(chart.vertical)</div>\n" : ""
    return """
      <figure>
      <h3>\(block.series.title)</h3>
      <figcaption>\(HTMLText.escape(sentence))</figcaption>
      \(picture)</figure>

      """
  }

  private var overviewRemarks: [String] {
    let hatched = "A hatched bar stands for a period that is not complete, or of which not all is known yet."
    let isHatched = report.mechanisms.table.periods.contains(where: isOpen)
    return (isHatched ? [hatched] : []) + TrendWords.remarks(report.mechanisms)
  }

  /// The period that is not complete, if there is one.
  private var incomplete: Period? {
    for case .lastPeriodIncomplete(let period, _) in report.mechanisms.caveats { return period }
    return nil
  }

  /// True where the period is not complete, or not mature by what is known of delays.
  private func isOpen(_ period: Period) -> Bool {
    let share = report.mechanisms.delays.share(of: period)
    return period == incomplete || share.map { $0 < EntryDelays.mature } ?? false
  }

  private func bars(_ counts: Counts) -> [BarChart.Bar] {
    zip(report.mechanisms.table.periods, counts.placed).map { period, count in
      BarChart.Bar(name: period.label, value: count, isIncomplete: isOpen(period))
    }
  }

  private func section(_ id: String, _ title: String, _ trends: TrendSet) -> String {
    let blocks = trends.blocks.map { block(id, $0, trends) }.joined()
    let hasParts = trends.table.blocks.contains { $0.rows.contains { $0.depth > 0 } }
    let remarks =
      [TrendWords.shared(trends.table)].compactMap { $0 }
      + (hasParts ? ["A lighter bar is part of the darker one above it."] : [])
    return "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n\(blocks)"
      + (remarks.isEmpty ? "" : HTMLParts.remarks(remarks)) + "</section>\n"
  }

  private func block(_ id: String, _ judged: TrendBlock, _ trends: TrendSet) -> String {
    let (block, table) = (judged.block, trends.table)
    let sentence = ChartSentence.byCode(block)
    let head = "<h3>\(block.series.title)</h3>\n<p class=\"finding\">\(HTMLText.escape(sentence))</p>\n"
    guard block.total.total > 0 else { return head }
    let chart = BarChart(
      id: "\(id)-\(block.series.rawValue)", title: "\(block.series.title) by \(id)", description: sentence,
      bars: block.rows.map {
        .init(name: TrendWords.indented($0), value: $0.counts.total, isPart: $0.depth > 0)
      })
    let counts = HTMLParts.counts(
      id: "\(id)-\(block.series.rawValue)-table",
      caption: "\(block.series.title) by \(id) and \(table.question.kind.rawValue)", head: id,
      periods: table.periods, rows: block.rows.map { ($0.label, $0.depth, $0.counts) }, total: block.total,
      verdicts: trends.withheld == nil ? (judged.trends + [judged.total]).map(VerdictWords.short) : nil)
    let rest = TrendWords.rest(block).map { "<p class=\"rest\">\(HTMLText.escape($0))</p>\n" } ?? ""
    let findings = VerdictWords.findings(judged, trends)
    return "\(head)<figure class=\"codes\">\(chart.horizontal)</figure>\n\(counts)\(rest)"
      + (findings.isEmpty ? "" : HTMLParts.remarks(findings))
  }

  // MARK: Rows and methods

  private var newest: String {
    let entries = report.newest.map(entry).joined()
    return "<section aria-labelledby=\"newest\">\n<h2 id=\"newest\">Newest observations</h2>\n"
      + (entries.isEmpty ? "<p>None.</p>\n" : "<ol class=\"newest\">\n\(entries)</ol>\n") + "</section>\n"
  }

  private func entry(_ observation: ReportedObservation) -> String {
    let actors = observation.actors.map(HTMLParts.name).joined(separator: "; ")
    return """
      <li>
      <p class="when">\(HTMLText.escape(observation.heading)) · \(observation.id)</p>
      <h3>\(HTMLParts.name(observation.title))</h3>
      \(actors.isEmpty ? "" : "<p>\(actors)</p>\n")<ul class="sources">
      \(observation.sources.map(source).joined())</ul>
      </li>

      """
  }

  private func source(_ source: ReportedObservation.Source) -> String {
    let name = HTMLParts.name(source.name)
    let linked =
      source.link.map { "<a href=\"\(HTMLText.escape($0))\" rel=\"noreferrer\">\(name)</a>" } ?? name
    return "<li>\(linked) <span class=\"details\">\(HTMLParts.name(source.details))</span></li>\n"
  }

  private var definitions: String {
    let list = Report.definitions.map { "<dt>\($0.name)</dt><dd>\($0.text)</dd>\n" }.joined()
    return """
      <section aria-labelledby="definitions">
      <h2 id="definitions">What was counted</h2>
      <p>\(Report.rule)</p>
      <dl class="definitions">
      \(list)</dl>
      \(report.methodLines.isEmpty ? "" : "<h3>How verdicts are found</h3>\n" + HTMLParts.remarks(report.methodLines))</section>

      """
  }

  private var figures: String {
    let list = report.figures.map {
      "<h3>\(HTMLText.escape($0.name))</h3>\n<pre><code>\(HTMLText.escape($0.sql))</code></pre>\n"
    }
    return """
      <section class="figures" aria-labelledby="figures">
      <h2 id="figures">How the figures were made</h2>
      <p>Each statement gives its figure in any SQLite client that opens the file.</p>
      \(list.joined())</section>

      """
  }
}
