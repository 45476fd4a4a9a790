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
      "clock": .string("occurred"),
      "label": .string(table.label.marking),
      "by": .string(table.question.dimension.rawValue),
      "period": .string(table.question.kind.rawValue),
      "from": text(table.question.first?.description),
      "to": text(table.question.last?.description),
      "periods": .array(table.periods.map { .string($0.label) }),
      "series": .array(table.blocks.map(block)),
      "not_counted": .object(table.others.map { JSONMember($0.series.rawValue, .integer(Int64($0.count))) }),
      "caveats": .array(trends.caveats.map { .string($0.sentence) }),
      "verdict": .string(trends.verdict.sentence),
      "sql": figures(table.figures),
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
      JSONMember("not_placed", .integer(Int64(counts.notPlaced))),
      JSONMember("total", .integer(Int64(counts.total))),
    ]
  }

  /// The text, or null.
  static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
