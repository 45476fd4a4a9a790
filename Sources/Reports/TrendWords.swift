internal import Calendar
internal import Formats
internal import Records
internal import TimeSeries
internal import Trends

/// Sentences that text, Markdown and HTML share, so that they say the same.
enum TrendWords {
  /// `Observations by sector and year, 2013 to 2025`.
  static func title(_ table: SeriesTable) -> String {
    let base = "Observations by \(table.question.dimension.rawValue) and \(table.question.kind.rawValue)"
    return span(table).map { "\(base), \($0)" } ?? base
  }

  /// `2013 to 2025`; nil when there is no bin at all.
  static func span(_ table: SeriesTable) -> String? {
    guard let first = table.periods.first, let last = table.periods.last else { return nil }
    return first == last ? first.label : "\(first) to \(last)"
  }

  /// Clock, as-of day, marking.
  static func settings(_ table: SeriesTable) -> String {
    "As of \(table.question.asOf); clock: occurred. Marking: \(table.label.marking)."
  }

  /// Who is missing from a vocabulary, or how many rows are not listed; nil if there is nothing to say.
  static func rest(_ block: SeriesBlock) -> String? {
    if block.left > 0 { return "\(block.left) more not listed; the total covers them." }
    if block.absent.isEmpty { return nil }
    return "None: \(block.absent.joined(separator: ", "))."
  }

  /// How many observations stand outside every block.
  static func listed(_ table: SeriesTable) -> String {
    let parts = table.others.map { "\($0.series.title.lowercased()) \($0.count)" }
    return "Not counted: \(parts.joined(separator: ", "))."
  }

  /// Why rows add up to more than the total; nil where they do not.
  static func shared(_ table: SeriesTable) -> String? {
    guard table.question.dimension.isShared else { return nil }
    let rule =
      table.question.dimension == .sector
      ? "An observation counts for each of its sectors and for those above them"
      : "An observation counts in every \(table.question.dimension.rawValue) it belongs to"
    return "\(rule); the total counts it once."
  }

  /// What the column of unplaced observations means.
  static func notPlaced(_ kind: PeriodKind) -> String {
    "n.p.: not placed, the date is wider than a \(kind.rawValue)."
  }

  /// What follows the tables.
  static func remarks(_ trends: TrendSet) -> [String] {
    let table = trends.table
    let lines = [notPlaced(table.question.kind), shared(table), listed(table)].compactMap { $0 }
    // Without coverage the line over the tables has said that there is no verdict.
    let verdict = trends.verdict == .withheld(.noCoverage) ? [] : [trends.verdict.sentence]
    return lines + trends.caveats.map(\.sentence) + verdict
  }

  /// The label in at most `cells` cells. Of a pair both names stay recognisable.
  static func fitted(_ label: String, _ dimension: Dimension, to cells: Int) -> String {
    guard dimension == .pair, TerminalText.width(label) > cells, let cut = label.firstRange(of: " - ") else {
      return TerminalText.truncated(label, to: cells)
    }
    let (left, right) = (String(label[..<cut.lowerBound]), String(label[cut.upperBound...]))
    let room = cells - 3
    let first = max(room / 2, room - TerminalText.width(right))
    let cutLeft = TerminalText.truncated(left, to: first)
    return "\(cutLeft) - \(TerminalText.truncated(right, to: room - TerminalText.width(cutLeft)))"
  }

  /// The label of a row where leading blanks are lost.
  static func indented(_ row: SeriesRow) -> String {
    row.depth == 0 ? row.label : String(repeating: "– ", count: row.depth) + row.label
  }
}
