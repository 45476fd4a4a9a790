internal import Calendar
internal import Formats
internal import Records
internal import Statistics
internal import TimeSeries
internal import Trends

/// Trends as one object.
enum TrendJSON {
  static func text(_ trends: TrendSet, _ methods: [TrendMethod] = TrendMethod.usual) -> String {
    String(decoding: JSONWriter.indented(value(trends, methods)), as: UTF8.self)
  }

  static func value(_ trends: TrendSet, _ methods: [TrendMethod] = TrendMethod.usual) -> JSONValue {
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
      "series": .array(trends.blocks.map { block($0, trends, methods) }),
      "not_counted": .object(table.others.map { JSONMember($0.series.rawValue, .integer(Int64($0.count))) }),
      "indicators": .array(trends.indicators.map { indicator($0, table.periods) }),
      "caveats": .array(trends.caveats.map { .string($0.sentence) }),
      "tests": .integer(Int64(trends.tests)),
      "level": .number(Verdict.level),
      "method": .array((trends.withheld == nil ? Explanation.method : []).map { .string($0) }),
      "settings": .object(
        Explanation(trends: trends).settings.map { JSONMember($0.name, .string($0.value)) }),
      "verdict": trends.withheld.map { .string(Verdict.withheld($0).sentence) } ?? .null,
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
    guard !trends.delays.isUnknown else { return .string("unknown") }
    return .array(trends.table.periods.map { trends.delays.share(of: $0).map { .number($0) } ?? .null })
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

  /// What is expected of the periods that are not mature; nothing where all are.
  private static func nowcast(_ counts: Counts, _ trends: TrendSet) -> [JSONMember] {
    let found = zip(trends.table.periods, counts.placed).compactMap { period, count -> JSONMember? in
      guard let nowcast = trends.delays.expected(of: period, counted: count),
        let range = nowcast.interval(confidence: 0.9)
      else { return nil }
      return JSONMember(
        period.label,
        .members([
          "estimate": VerdictJSON.number(nowcast.estimate), "low": .integer(Int64(range.lowerBound)),
          "high": .integer(Int64(range.upperBound)),
        ]))
    }
    return found.isEmpty ? [] : [JSONMember("nowcast", .object(found))]
  }

  private static func block(
    _ judged: TrendBlock, _ trends: TrendSet, _ methods: [TrendMethod]
  ) -> JSONValue {
    let block = judged.block
    let verdict = { (trend: Trend) -> [JSONMember] in
      trends.withheld == nil ? [JSONMember("trend", VerdictJSON.value(trend, trends, methods))] : []
    }
    return .members([
      "series": .string(block.series.rawValue),
      "definition": .string(block.series.definition),
      "rows": .array(
        zip(block.rows, judged.trends).map { row, trend in
          let names = [JSONMember("code", .string(row.code)), JSONMember("label", .string(row.label))]
          return .object(names + counts(row.counts) + nowcast(row.counts, trends) + verdict(trend))
        }),
      "rows_not_listed": .integer(Int64(block.left)),
      "none": .array(block.absent.map { .string($0) }),
      "total": .object(counts(block.total) + nowcast(block.total, trends) + verdict(judged.total)),
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
