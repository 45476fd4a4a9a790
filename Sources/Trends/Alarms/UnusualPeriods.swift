internal import Calendar
internal import Records
internal import SQLite
internal import TimeSeries

/// Months in which a stratum had more acts than its past leads to expect. Each whole, mature month of the last half year
/// is held against the months before it; what was entered as backfill makes no alarm.
struct UnusualPeriods {
  let settings: AlarmSettings
  let months: MatureSeries

  func all(in connection: Connection) throws -> (found: [Alarm], withheld: String?) {
    let count = months.periods.count
    guard count > MonthBound.least else {
      return (
        [],
        "Unusual periods are not looked for: \(count) whole months were watched and are mature; more than \(MonthBound.least) are needed."
      )
    }
    let looked = months.strata.filter { $0.counts.contains { $0 > 0 } }
    guard !looked.isEmpty else { return ([], nil) }
    let alpha = max(MonthBound.leastAlpha, settings.falseAlarms / 12 / Double(looked.count))
    var found: [Alarm] = []
    for place in MonthBound.least..<count where months.periods[place].last >= settings.periodsSince {
      for stratum in looked {
        guard let bound = MonthBound(Array(stratum.counts[..<place]), alpha: alpha),
          stratum.counts[place] > bound.upper
        else { continue }
        if let alarm = try alarm(stratum, place, bound, looked.count, connection) { found.append(alarm) }
      }
    }
    return (found, nil)
  }

  private func alarm(
    _ stratum: MatureSeries.Stratum, _ place: Int, _ bound: MonthBound, _ looked: Int,
    _ connection: Connection
  ) throws -> Alarm? {
    let month = months.periods[place].label
    var cell = CellChoice()
    (cell.series, cell.period, cell.code) = (.counted, month, stratum.dimension == nil ? nil : stratum.code)
    let rows = try months.question.by(stratum.dimension ?? .mechanism).rows(behind: cell, from: connection)
    let acts = Set(rows.rows.map(\.observation)).sorted()
    let live = try acts.filter { try Self.isLive($0, connection) }
    guard live.count > bound.upper else { return nil }
    let count = stratum.counts[place]
    return Alarm(
      key: "\(AlarmKind.unusualPeriod.rawValue):\(stratum.key):\(month)", kind: .unusualPeriod,
      sentence:
        "\(stratum.name): \(count) acts in \(month); \(bound.expectation), no more than \(bound.upper).",
      since: month, observation: nil, evidence: acts,
      chance: .init(
        rate: bound.alpha * 12 * Double(looked), power: bound.power(times: 2),
        method:
          "\(bound.words); alpha \(TrendNumber.small(bound.alpha)) a month for each of \(looked) strata"),
      label: months.label)
  }

  private static func isLive(_ observation: Int, _ connection: Connection) throws -> Bool {
    try connection.value(
      """
      SELECT EXISTS (SELECT 1 FROM observation AS o JOIN change AS h ON h.id = o.change
        JOIN batch AS b ON b.id = h.batch AND b.kind = 'live' WHERE o.id = \(observation))
      """, as: Bool.self) ?? false
  }
}
