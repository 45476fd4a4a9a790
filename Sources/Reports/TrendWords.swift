internal import Calendar
internal import Formats
internal import Records
internal import Statistics
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

  /// Clock, as-of day, marking, and what the views leave in.
  static func settings(_ trends: TrendSet) -> String {
    let question = trends.table.question
    let base =
      "As of \(question.asOf); clock: \(question.views.clock.rawValue). Marking: \(trends.label.marking)."
    return ([base] + [grades(trends.table), sources(trends.table)].compactMap { $0 }).joined(separator: " ")
  }

  /// What a grade view keeps and leaves out; nil where every row counts.
  static func grades(_ table: SeriesTable) -> String? {
    table.grades.map {
      let view = table.question.views.grade.meaning
      return
        "Grades: \(view): \($0.kept) kept; \($0.ungraded) ungraded and \($0.lower) graded lower left out."
    }
  }

  /// Which sources count; nil where all do.
  static func sources(_ table: SeriesTable) -> String? {
    guard table.question.views.sources == .same else { return nil }
    guard let panel = table.panel else {
      return "Same sources: none was watched throughout, so nothing counts."
    }
    return
      "Same sources, watched from \(panel.first) to \(panel.last): \(panel.names.joined(separator: ", "))."
  }

  /// Which periods are not mature yet, or why nothing is known of it.
  static func maturity(_ trends: TrendSet) -> String? {
    guard !trends.table.periods.isEmpty else { return nil }
    let delays = trends.delays
    if delays.isUnknown { return "Maturity of the last periods: unknown; too little was entered live." }
    let counted = trends.table.blocks.first { $0.series == .counted }?.total.placed
    let young = trends.table.periods.enumerated().suffix(24).compactMap { place, period -> String? in
      guard let share = delays.share(of: period), share < EntryDelays.mature else { return nil }
      return
        "\(period) (\(Int((share * 100).rounded())) % known\(expected(delays.expected(of: period, counted: counted?[place] ?? 0))))"
    }
    let base = "judged by \(delays.observations) live entries"
    return young.isEmpty
      ? "All complete periods are mature, \(base)."
      : "Not mature yet, \(base): \(young.joined(separator: ", "))."
  }

  /// `, 31 expected in the end, 24 to 45 in 90 of 100`.
  private static func expected(_ nowcast: Nowcast.Period?) -> String {
    guard let nowcast, let estimate = nowcast.estimate, let range = nowcast.interval(confidence: 0.9) else {
      return ""
    }
    return
      "; \(nowcast.known) counted, \(TrendNumber.fixed(estimate, 0)) expected in the end, 90 % interval \(range.lowerBound) to \(range.upperBound)"
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

  /// Why a convenience collection has no verdicts.
  static let noVerdict =
    "No verdict: no source is on record as watched, so nothing was tested. `entente coverage add` enters a watch."

  /// What the column of unplaced observations means.
  static func notPlaced(_ kind: PeriodKind) -> String {
    "n.p.: not placed, the date is wider than a \(kind.rawValue)."
  }

  /// What follows the tables.
  static func remarks(_ trends: TrendSet) -> [String] {
    let table = trends.table
    let lines = [VerdictWords.star(trends), notPlaced(table.question.kind), shared(table), listed(table)]
      .compactMap { $0 }
    // Without coverage the line over the tables has said that there is no verdict.
    return lines + [maturity(trends)].compactMap { $0 } + trends.caveats.map(\.sentence)
  }

  /// A measured number as it was given.
  static func number(_ value: Double) -> String { JSONWriter.text(value) }

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
