internal import TimeSeries
internal import Trends

/// What other methods find in the rows that were tested. No verdict rests on it.
struct BesideVerdicts {
  let trends: TrendSet
  let methods: [TrendMethod]
  /// Only the totals: for reports.
  var isBrief = false

  static let title = "By other methods (no verdict rests on them)"

  /// `Space: poisson: x1.12 a year (1.05 to 1.19); recent: ...`
  var sentences: [String] {
    trends.blocks.flatMap { block in
      ((isBrief ? [] : block.trends) + [block.total]).compactMap { trend in
        let found = methods.compactMap { trends.finding(of: $0, for: trend) }
        let name =
          trend.code == nil ? "\(trend.label) of \(block.block.series.title.lowercased())" : trend.label
        return found.isEmpty ? nil : "\(name): \(found.joined(separator: "; "))."
      }
    }
  }

  /// What each method is.
  private var meanings: [String] { methods.map { "\($0.rawValue): \($0.meaning)." } }

  /// For a terminal; empty where nothing was tested or asked for.
  func text(width: Int) -> String {
    let found = sentences
    guard !found.isEmpty else { return "" }
    return "\n" + Wrap.lines("\(Self.title):", width: width)
      + (found + (isBrief ? [] : meanings)).map { Wrap.lines($0, width: width, indent: "  ") }.joined()
  }

  /// For Markdown, under a heading of `level`.
  func markdown(level: Int) -> String {
    let found = sentences
    guard !found.isEmpty else { return "" }
    return "\n\(String(repeating: "#", count: level)) \(Self.title)\n\n"
      + (found + (isBrief ? [] : meanings)).map { "- \(Markdown.escape($0))\n" }.joined()
  }
}
