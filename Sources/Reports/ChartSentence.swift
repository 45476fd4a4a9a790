internal import Calendar
internal import TimeSeries

/// The sentence over a chart: what it shows, and no more.
enum ChartSentence {
  /// `168 counted observations, 2013 to 2025; most in 2019 (27).`
  static func overTime(_ block: SeriesBlock, _ table: SeriesTable) -> String {
    let counts = block.total
    guard counts.total > 0 else { return "No \(noun(block.series, 0))." }
    var out = "\(counts.total) \(noun(block.series, counts.total))"
    if let span = TrendWords.span(table) { out += ", \(span)" }
    if let peak = peak(counts, table) { out += "; \(peak)" }
    if counts.notPlaced > 0 { out += "; \(counts.notPlaced) not placed" }
    return out + "."
  }

  private static func peak(_ counts: Counts, _ table: SeriesTable) -> String? {
    guard let most = counts.placed.max(), most > 0, table.periods.count > 1 else { return nil }
    let peaks = zip(table.periods, counts.placed).filter { $0.1 == most }.map(\.0.label)
    if peaks.count == 1 { return "most in \(peaks[0]) (\(most))" }
    if peaks.count == 2 { return "most in \(peaks[0]) and \(peaks[1]) (\(most) each)" }
    return "never more than \(most) in one \(table.question.kind.rawValue)"
  }

  /// `Most: Commercial (41 of 168), Academic (38), Agreement (28).`
  static func byCode(_ block: SeriesBlock) -> String {
    let rows = block.rows.filter { $0.depth == 0 && !$0.code.isEmpty }.sorted { left, right in
      left.counts.total > right.counts.total
    }
    guard let first = rows.first else { return "No \(noun(block.series, 0))." }
    let rest = rows.dropFirst().prefix(2).map { ", \($0.label) (\($0.counts.total))" }
    let only = rows.count == 1 ? "Only" : "Most"
    return "\(only): \(first.label) (\(first.counts.total) of \(block.total.total))\(rest.joined())."
  }

  private static func noun(_ series: CountedAs, _ count: Int) -> String {
    switch series {
    case .counted: count == 1 ? "counted observation" : "counted observations"
    case .pledge: count == 1 ? "pledge" : "pledges"
    case .setBack: count == 1 ? "set-back" : "set-backs"
    case .pressure: count == 1 ? "act of pressure" : "acts of pressure"
    default: count == 1 ? "observation" : "observations"
    }
  }
}
