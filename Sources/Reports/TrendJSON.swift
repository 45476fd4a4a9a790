internal import Calendar
internal import Formats
internal import Records
internal import TimeSeries
internal import Trends

/// Trends as one object.
enum TrendJSON {
  static func text(_ trends: TrendSet) -> String {
    String(decoding: JSONWriter.indented(value(trends)), as: UTF8.self)
  }

  static func value(_ trends: TrendSet) -> JSONValue {
    let table = trends.table
    return .members([
      "coverage": .string(trends.coverage.line),
      "as_of": .string(table.question.asOf.description),
      "clock": .string(table.question.views.clock.rawValue),
      "grade": .string(table.question.views.grade.rawValue),
      "grades": table.grades.map(grades) ?? .null,
      "sources": .string(table.question.views.sources.rawValue),
      "panel": table.panel.map(panel) ?? .null,
      "label": .string(trends.label.marking),
      "by": .string(table.question.dimension.rawValue),
      "period": .string(table.question.kind.rawValue),
      "from": text(table.question.first?.description),
      "to": text(table.question.last?.description),
      "periods": .array(table.periods.map { .string($0.label) }),
      "maturity": maturity(trends),
      "series": .array(table.blocks.map(block)),
      "not_counted": .object(table.others.map { JSONMember($0.series.rawValue, .integer(Int64($0.count))) }),
      "indicators": .array(trends.indicators.map { indicator($0, table.periods) }),
      "caveats": .array(trends.caveats.map { .string($0.sentence) }),
      "verdict": .string(trends.verdict.sentence),
      "sql": figures(trends.figures),
    ])
  }

  private static func grades(_ grades: SeriesTable.GradeNumbers) -> JSONValue {
    .members([
      "kept": .integer(Int64(grades.kept)), "ungraded": .integer(Int64(grades.ungraded)),
      "lower": .integer(Int64(grades.lower)),
    ])
  }

  private static func panel(_ panel: Panel) -> JSONValue {
    .members([
      "from": .string(panel.first.description), "to": .string(panel.last.description),
      "sources": .array(panel.names.map { .string($0) }),
    ])
  }

  /// The share of each period that is known by now, null where that is not known; or "unknown" for all.
  private static func maturity(_ trends: TrendSet) -> JSONValue {
    guard let delays = trends.delays, !delays.isUnknown else { return .string("unknown") }
    return .array(trends.table.periods.map { delays.share(of: $0).map { .number($0) } ?? .null })
  }

  private static func indicator(_ series: IndicatorSeries, _ periods: [Period]) -> JSONValue {
    .members([
      "name": .string(series.name), "unit": .string(series.unit), "label": .string(series.label.marking),
      "values": .array(series.placed(in: periods).map { $0.map { .number($0) } ?? .null }),
      "not_placed": .integer(Int64(series.notPlaced(in: periods))),
    ])
  }

  static func figures(_ figures: [Figure]) -> JSONValue {
    .array(figures.map { .members(["figure": .string($0.name), "sql": .string($0.sql)]) })
  }

  private static func block(_ block: SeriesBlock) -> JSONValue {
    .members([
      "series": .string(block.series.rawValue),
      "definition": .string(block.series.definition),
      "rows": .array(
        block.rows.map { row in
          let names = [JSONMember("code", .string(row.code)), JSONMember("label", .string(row.label))]
          return .object(names + counts(row.counts))
        }),
      "rows_not_listed": .integer(Int64(block.left)),
      "none": .array(block.absent.map { .string($0) }),
      "total": .object(counts(block.total)),
    ])
  }

  private static func counts(_ counts: Counts) -> [JSONMember] {
    [
      JSONMember("counts", .array(counts.placed.map { .integer(Int64($0)) })),
      JSONMember("expected", .array(counts.expected.map { .number($0) })),
      JSONMember("possible", .array(counts.possible.map { .integer(Int64($0)) })),
      JSONMember("not_placed", .integer(Int64(counts.notPlaced))),
      JSONMember("total", .integer(Int64(counts.total))),
    ]
  }

  /// The text, or null.
  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
