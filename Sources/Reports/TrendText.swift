internal import Calendar
internal import Formats
internal import TimeSeries
internal import Trends

/// Trends for a terminal: a line of bars over all periods, and the latest periods that fit.
struct TrendText {
  let trends: TrendSet
  let width: Int
  let ascii: Bool
  var explains = false
  /// Methods whose findings follow, row by row.
  var methods: [TrendMethod] = []
  private let layout: Layout

  /// What all blocks share, so that their columns stand under each other.
  private struct Layout {
    var label: Int
    var bars: Int
    var perBar: Int
    var periods: Int
  }

  init(trends: TrendSet, width: Int, ascii: Bool, explains: Bool = false, methods: [TrendMethod] = []) {
    self.methods = methods
    self.explains = explains
    self.trends = trends
    self.width = width
    self.ascii = ascii
    layout = Self.fit(trends, width)
  }

  private static func fit(_ trends: TrendSet, _ width: Int) -> Layout {
    let table = trends.table
    let labels = table.blocks.flatMap(\.rows).map { TerminalText.width(Self.label(of: $0)) }
    let zeros = [Int](repeating: 0, count: table.periods.count)
    let (bars, perBar) = Sparkline.binned(zeros, to: max(6, width / 5))
    // Two blanks before each column; n.p. and the total are wide enough for their names.
    let verdict = trends.withheld == nil ? 2 + VerdictWords.shortWidth : 0
    let fixed = (2 + max(bars.count, 4)) + (2 + 4) + (2 + 5) + verdict
    let cap = max(16, width * (table.question.dimension.isOpen ? 9 : 6) / 20)
    let label = max(9, min(labels.max() ?? 0, cap, width - fixed))
    let rest = width - label - fixed
    let column = 2 + max(table.periods.last?.label.count ?? 4, 4)
    let periods = max(0, min(table.periods.count, rest / column))
    return Layout(label: label, bars: bars.count, perBar: perBar, periods: periods)
  }

  var page: String {
    var out = Wrap.lines(TrendWords.title(trends.table) + ".", width: width)
    out += Wrap.lines(TrendWords.settings(trends), width: width)
    out += Wrap.lines(trends.coverage.line, width: width)
    out += blocks + indicators + "\n" + footnotes
    let beside = BesideVerdicts(trends: trends, methods: methods).text(width: width)
    return out + beside + (explains ? "\n" + Explanation(trends: trends).text(width: width) : "")
  }

  /// The four blocks, each after an empty line.
  var blocks: String { trends.blocks.map(text).joined() }

  /// What follows the blocks.
  var footnotes: String { remarks.map { Wrap.lines($0, width: width, indent: "  ") }.joined() }

  private var remarks: [String] {
    var out: [String] = []
    let hidden = trends.table.periods.count - layout.periods
    if hidden > 0 {
      let shown = "the latest \(layout.periods) of \(trends.table.periods.count) periods"
      out.append("The columns show \(shown); bars and totals cover all.")
    }
    let kind = trends.table.question.kind.rawValue
    if layout.perBar > 1 { out.append("One bar is \(layout.perBar) \(kind)s.") }
    return out + TrendWords.remarks(trends)
  }

  /// One block: heading, table, what is missing from it. An empty one is told of in one line.
  private func text(_ judged: TrendBlock) -> String {
    let block = judged.block
    guard block.total.total > 0 else { return "\n\(block.series.title): none.\n" }
    var table = Table(columns: columns)
    for (row, trend) in zip(block.rows, judged.trends) {
      let label = Self.label(of: row)
      let fitted = TrendWords.fitted(label, trends.table.question.dimension, to: layout.label)
      table.append(cells(fitted, row.counts, trend))
    }
    table.append(cells("Total", block.total, judged.total))
    if block.total.notPlaced > 0 { table.append(spread(block.total)) }
    var out = "\n\(block.series.title)\n" + table.text()
    if let rest = TrendWords.rest(block) { out += Wrap.lines(rest, width: width) }
    for finding in VerdictWords.findings(judged, trends) {
      out += Wrap.lines(finding, width: width, indent: "  ")
    }
    return out
  }

  /// Escaped before it is measured: what acts on a terminal is longer when shown.
  private static func label(of row: SeriesRow) -> String {
    String(repeating: "  ", count: row.depth) + TerminalText.escaped(row.label)
  }

  private var columns: [Table.Column] {
    let shown = trends.table.periods.suffix(layout.periods)
    let dimension = trends.table.question.dimension.rawValue
    return [Table.Column(TerminalText.padded(dimension, to: layout.label))]
      + [Table.Column(TerminalText.padded("bars", to: layout.bars))]
      + shown.map { Table.Column($0.label, alignment: .right) }
      + ["n.p.", "total"].map { Table.Column($0, alignment: .right) }
      + (trends.withheld == nil ? [Table.Column("a year")] : [])
  }

  /// The total with wide dates shared out over the periods they reach into.
  private func spread(_ counts: Counts) -> [Cell] {
    [.text(TerminalText.truncated("dates spread", to: layout.label)), .empty]
      + counts.expected.suffix(layout.periods).map { .number(TrendNumber.fixed($0, 1)) } + [.empty, .empty]
      + (trends.withheld == nil ? [.empty] : [])
  }

  /// Measured series under the blocks, never in them.
  private var indicators: String {
    guard !trends.indicators.isEmpty else { return "" }
    let shown = trends.table.periods.suffix(layout.periods)
    var table = Table(
      columns: [Table.Column(TerminalText.padded("indicator", to: layout.label))]
        + (shown.map(\.label) + ["n.p."]).map { Table.Column($0, alignment: .right) })
    for series in trends.indicators {
      let name = TerminalText.truncated(TerminalText.escaped(series.name), to: layout.label)
      table.append(
        [.text(name)]
          + series.placed(in: Array(shown)).map { $0.map { .number(TrendWords.number($0)) } ?? .empty }
          + [.integer(series.notPlaced(in: trends.table.periods))])
    }
    let units = trends.indicators.map { "\($0.name) in \($0.unit.isEmpty ? "no unit" : $0.unit)" }
    return "\nIndicators (beside the counts, never in them)\n" + table.text()
      + Wrap.lines(units.joined(separator: "; ") + ".", width: width)
  }

  private func cells(_ label: String, _ counts: Counts, _ trend: Trend) -> [Cell] {
    let bars = Sparkline.binned(counts.placed, to: layout.bars).counts
    return [.text(label), .text(Sparkline.text(bars, ascii: ascii))]
      + counts.placed.suffix(layout.periods).map(Cell.integer)
      + [.integer(counts.notPlaced), .integer(counts.total)]
      + (trends.withheld == nil ? [.text(VerdictWords.short(trend, trends))] : [])
  }
}
