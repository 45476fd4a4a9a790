public import Trends

/// The formats of `entente trend`.
public enum TrendFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  /// One row a code and period: `series,by,code,label,period,count,expected,possible`.
  case csv
  /// One object, with the SQL of every number.
  case json
  /// Tables of GitHub Markdown.
  case markdown
}

/// Writes trends for people and programs.
public enum TrendOutput {
  /// The usual width of a terminal, in cells.
  public static let usualWidth = 80

  /// The whole output.
  ///
  /// - Parameters:
  ///   - trends: what to write.
  ///   - format: how.
  ///   - width: cells that a line of `.table` may take.
  ///   - ascii: `.table` draws its bars with ASCII characters.
  ///   - excel: `.csv` gets a byte-order mark and CR LF.
  ///   - explains: `.table` and `.markdown` go on with method, settings, every caveat and the statements; `.json` always
  ///     has them.
  ///   - methods: methods that are asked for beside those that stand in every explanation.
  /// - Returns: the text, with a line end at its end.
  public static func render(
    _ trends: TrendSet, format: TrendFormat, width: Int = usualWidth, ascii: Bool = false,
    excel: Bool = false,
    explains: Bool = false, methods: [TrendMethod] = []
  ) -> String {
    let all = TrendMethod.allCases.filter { TrendMethod.usual.contains($0) || methods.contains($0) }
    let shown = explains ? all : all.filter(methods.contains)
    switch format {
    case .table:
      return TrendText(trends: trends, width: width, ascii: ascii, explains: explains, methods: shown).page
    case .csv: return TrendCSV.text(trends, excel: excel)
    case .json: return TrendJSON.text(trends, all)
    case .markdown: return TrendMarkdown(trends: trends, explains: explains, methods: shown).page
    }
  }
}
