internal import Calendar
internal import Formats
internal import Records
internal import TimeSeries
internal import Trends

/// A report as one object.
enum ReportJSON {
  static func text(_ report: Report) -> String {
    String(decoding: JSONWriter.indented(value(report)), as: UTF8.self)
  }

  private static func value(_ report: Report) -> JSONValue {
    .members([
      "title": .string(Report.title),
      "as_of": .string(report.settings.mechanisms.asOf.description),
      "generated": .string(report.generated.description),
      "clock": .string(report.settings.mechanisms.views.clock.rawValue),
      "label": .string(report.label.marking),
      "coverage": .string(report.mechanisms.coverage.line),
      "coverage_sources": .array(report.mechanisms.coverage.sources.map(source)),
      "definitions": .object(
        (CountedAs.shown + CountedAs.listed).map { JSONMember($0.rawValue, .string($0.definition)) }),
      "trends": .array([TrendJSON.value(report.mechanisms), TrendJSON.value(report.sectors)]),
      "newest": .array(report.newest.map(observation)),
      "data": .members([
        "observations": .integer(Int64(report.state.observations)),
        "last_change": report.state.change.map { .integer(Int64($0)) } ?? .null,
        "last_change_at": TrendJSON.text(report.state.changedAt),
      ]),
      "sql": TrendJSON.figures(report.figures),
    ])
  }

  private static func source(_ source: Coverage.Source) -> JSONValue {
    .members([
      "source": .string(source.name), "kind": .string(source.isWatched ? "watch" : "convenience"),
      "from": .string(source.starts), "to": TrendJSON.text(source.ends), "how": .string(source.how),
    ])
  }

  private static func observation(_ observation: ReportedObservation) -> JSONValue {
    .members([
      "id": .string(observation.id.description),
      "occurred": .string(observation.occurred),
      "title": .string(observation.title),
      "mechanism": .string(observation.mechanism),
      "series": .string(observation.series.rawValue),
      "actors": .array(observation.actors.map { .string($0) }),
      "label": .string(observation.label.marking),
      "sources": .array(observation.sources.map(source)),
    ])
  }

  private static func source(_ source: ReportedObservation.Source) -> JSONValue {
    .members([
      "outlet": TrendJSON.text(source.outlet), "title": TrendJSON.text(source.title),
      "published": TrendJSON.text(source.published), "url": TrendJSON.text(source.url),
      "grade": .string(source.grade), "stance": .string(source.stance),
    ])
  }
}
