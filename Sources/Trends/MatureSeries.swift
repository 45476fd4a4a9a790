internal import Calendar
internal import Records
internal import SQLite
internal import TimeSeries

/// The acts that count, by stratum, in the whole periods that were watched without a gap and are mature: what alarms and
/// forecasts are learned from.
struct MatureSeries {
  /// One stratum, or all acts.
  struct Stratum {
    /// nil: all acts that count.
    let dimension: Dimension?
    let code: String
    let label: String
    /// By period.
    let counts: [Int]

    /// `sector:space`, `total`.
    var key: String { dimension.map { "\($0.rawValue):\(code)" } ?? "total" }
    /// `Space (sector)`, `All acts`.
    var name: String { dimension.map { "\(label) (\($0.rawValue))" } ?? "All acts" }
  }

  let question: Question
  let periods: [Period]
  /// All acts first, then the codes that occur.
  let strata: [Stratum]
  let delays: EntryDelays
  let label: Label

  static func read(
    _ dimensions: [Dimension], per kind: PeriodKind, asOf day: Day, views: Views = Views(),
    _ coverage: Coverage, from connection: Connection
  ) throws -> MatureSeries {
    let question = try Question(by: .mechanism, per: kind, asOf: day, limit: nil, views: views)
    let delays = try EntryDelays.read(question, from: connection)
    guard let range = Frame.range(question, kind, nil, coverage) else {
      return MatureSeries(question: question, periods: [], strata: [], delays: delays, label: .clear)
    }
    let asked = question.over(first: range.first, last: range.last)
    var (strata, periods, label) = ([Stratum](), [Period](), Label.clear)
    for dimension in dimensions {
      let table = try SeriesTable.read(asked.by(dimension).unlimited, from: connection)
      periods = Array(table.periods.prefix(Frame.mature(table.periods, delays)))
      label = max(label, table.label)
      guard let block = table.blocks.first(where: { $0.series == .counted }) else { continue }
      let total = Stratum(
        dimension: nil, code: "", label: "", counts: Array(block.total.placed.prefix(periods.count)))
      let rows = block.rows.filter { !$0.code.isEmpty }.map { row in
        Stratum(
          dimension: dimension, code: row.code, label: row.label,
          counts: Array(row.counts.placed.prefix(periods.count)))
      }
      strata += (strata.isEmpty ? [total] : []) + rows
    }
    return MatureSeries(question: asked, periods: periods, strata: strata, delays: delays, label: label)
  }
}
