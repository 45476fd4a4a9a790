internal import Calendar
internal import Records
internal import SQLite
internal import TimeSeries

/// Strata that used to have acts and have none any more, in months that are mature.
struct SilentCategories {
  let settings: AlarmSettings
  let months: MatureSeries

  func all(in connection: Connection) throws -> (found: [Alarm], withheld: String?) {
    guard !months.delays.isUnknown, let first = months.delays.first else {
      return (
        [],
        "Silent categories are not looked for: how late entries come is unknown (\(EntryDelays.leastObservations) acts entered live over \(EntryDelays.leastMonths) months tell)."
      )
    }
    let start = months.periods.firstIndex { $0 >= first } ?? months.periods.count
    let live = try liveCounts(connection)
    // Whoever never spoke since entries are live cannot fall silent.
    let looked = months.strata.filter { live[$0.key]?.dropFirst(start).contains { $0 > 0 } ?? false }
    guard !looked.isEmpty else { return ([], nil) }
    let alpha = settings.falseAlarms / 12 / Double(looked.count)
    let found = looked.compactMap { stratum -> Alarm? in
      let own = Array((live[stratum.key] ?? []).dropFirst(start))
      let all = Array(stratum.counts.dropFirst(start))
      return Silence(counts: all, live: own, alpha: alpha).flatMap {
        alarm(stratum, $0, start, alpha, looked.count)
      }
    }
    return (found, nil)
  }

  private func alarm(
    _ stratum: MatureSeries.Stratum, _ silence: Silence, _ start: Int, _ alpha: Double, _ looked: Int
  ) -> Alarm? {
    guard months.periods[start + silence.last + silence.told].last >= settings.periodsSince else {
      return nil
    }
    let month = months.periods[start + silence.last].label
    return Alarm(
      key: "\(AlarmKind.silentCategory.rawValue):\(stratum.key):\(month)", kind: .silentCategory,
      sentence: "\(stratum.name): no act after \(month): \(silence.words).", since: month, observation: nil,
      evidence: [],
      chance: silence.chance(rate: settings.falseAlarms, alpha: alpha, of: looked),
      label: months.label)
  }

  /// Acts entered live, by stratum and month.
  private func liveCounts(_ connection: Connection) throws -> [String: [Int]] {
    let places = Dictionary(uniqueKeysWithValues: zip(months.periods.map(\.label), months.periods.indices))
    let zeros = [Int](repeating: 0, count: months.periods.count)
    var out: [String: [Int]] = [:]
    try connection.forEach(Self.sql) { row in
      let (key, month) = try (row.get(0, as: String.self), row.get(1, as: String.self))
      if let place = places[month] { out[key, default: zeros][place] += try row.get(2) }
    }
    return out
  }

  private static let sql: SQL = """
    WITH live AS (
      SELECT o.id FROM observation AS o
      JOIN change AS h ON h.id = o.change JOIN batch AS b ON b.id = h.batch AND b.kind = 'live')
    SELECT s.dimension || ':' || s.code, s.month, count(*) FROM strata AS s
    WHERE s.dimension IN ('mechanism', 'sector') AND s.series = 'counted' AND s.month IS NOT NULL
      AND s.observation IN (SELECT id FROM live)
    GROUP BY s.dimension, s.code, s.month
    UNION ALL
    SELECT 'total', c.month, count(*) FROM classified AS c
    WHERE c.series = 'counted' AND c.month IS NOT NULL AND c.observation IN (SELECT id FROM live)
    GROUP BY c.month
    """
}
