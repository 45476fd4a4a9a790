internal import Calendar
internal import Formats
internal import Records
internal import Statistics
internal import TimeSeries
internal import Trends

/// What became of ties as one object.
struct NetworkJSON {
  let ties: TieTable
  let places: ActorPlaces?

  var value: JSONValue {
    .members([
      "coverage": .string(ties.coverage.line),
      "as_of": .string(ties.question.asOf.description),
      "label": .string(ties.meetings.label.marking),
      "period": .string(ties.question.kind.rawValue),
      "from": text(ties.question.first?.description),
      "to": text(ties.question.last?.description),
      "verdict": .null,
      "periods": .array(ties.rows.map(row)),
      "not_placed": number(ties.notPlaced),
      "centrality": places.map { .array($0.places.map(place)) } ?? .null,
      "sql": TrendJSON.figures([ties.meetings.figure]),
    ])
  }

  private func row(_ row: TieTable.Row) -> JSONValue {
    .members([
      "period": .string(row.period.label), "observations": number(row.observations),
      "actors": number(row.actors), "ties": number(row.ties.count), "change": row.change.map(change) ?? .null,
      "pairs": .array(
        row.ties.sorted { $0.key < $1.key }.map { tie, count in
          .members([
            "cn": .string(tie.chinese.name), "ru": .string(tie.russian.name), "observations": number(count),
          ])
        }),
    ])
  }

  private func change(_ change: TieTable.Change) -> JSONValue {
    .members([
      "new": number(change.new.count), "returning": number(change.returning),
      "new_among_known": number(change.amongKnown), "new_of_newcomers": number(change.ofNewcomers),
      "kept": number(change.kept.count), "lost": number(change.lost.count),
      "jaccard": change.jaccard.map { .number($0) } ?? .null, "new_pairs": pairs(change.new),
      "lost_pairs": pairs(change.lost),
    ])
  }

  private func pairs(_ ties: [TieTable.Tie]) -> JSONValue {
    .array(ties.map { .members(["cn": .string($0.chinese.name), "ru": .string($0.russian.name)]) })
  }

  private func place(_ place: ActorPlaces.Place) -> JSONValue {
    .members([
      "actor": .string(place.actor.name), "side": .string(place.actor.isChinese ? "cn" : "ru"),
      "degree": number(place.degree), "degree_interval": interval(place.degreeInterval),
      "betweenness": .number(place.betweenness), "betweenness_interval": interval(place.betweennessInterval),
    ])
  }

  private func interval(_ interval: Interval?) -> JSONValue {
    interval.map { .array([.number($0.lower), .number($0.upper)]) } ?? .null
  }

  private func number(_ number: Int) -> JSONValue { .integer(Int64(number)) }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
