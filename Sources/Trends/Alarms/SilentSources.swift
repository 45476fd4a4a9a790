internal import Calendar
internal import Records
internal import SQLite
internal import TimeSeries

/// Outlets on watch of which texts used to come and come no more.
struct SilentSources {
  let settings: AlarmSettings
  let coverage: Coverage

  /// A month is looked at when its last texts had so many days to arrive.
  static let grace = 14

  func all(in connection: Connection) throws -> (found: [Alarm], withheld: String?) {
    let end = Period(containing: settings.today.advanced(by: -Self.grace), kind: .month).first
    let outlets = try coverage.outletsWatched(until: end.advanced(by: -1)).compactMap {
      try Outlet($0.outlet, $0.name, from: $0.first, before: end, in: connection)
    }
    guard !outlets.isEmpty else { return ([], nil) }
    let alpha = settings.falseAlarms / 12 / Double(outlets.count)
    return (
      outlets.compactMap { outlet in
        Silence(counts: outlet.counts, live: outlet.live, alpha: alpha).flatMap {
          alarm(outlet, $0, alpha, outlets.count)
        }
      }, nil
    )
  }

  private func alarm(_ outlet: Outlet, _ silence: Silence, _ alpha: Double, _ looked: Int) -> Alarm? {
    guard outlet.months[silence.last + silence.told].last >= settings.periodsSince else { return nil }
    let month = outlet.months[silence.last].label
    return Alarm(
      key: "\(AlarmKind.silentSource.rawValue):\(outlet.number):\(month)", kind: .silentSource,
      sentence: "\(outlet.name) is on watch; no text of it after \(month): \(silence.words).", since: month,
      observation: nil, evidence: [],
      chance: silence.chance(rate: settings.falseAlarms, alpha: alpha, of: looked),
      label: outlet.label)
  }

  /// Texts of one outlet by month of publication, in whole months of its watch since texts are entered live.
  private struct Outlet {
    let number: Int
    let name: String
    let months: [Period]
    var counts: [Int]
    var live: [Int]
    var label = Label.clear

    /// nil where no text of it was ever entered live.
    init?(_ number: Int, _ name: String, from first: Day, before end: Day, in connection: Connection) throws {
      let texts = try connection.rows(Self.sql(number)) { row in
        (
          first: Day(number: try row.get(0)), last: Day(number: try row.get(1)),
          isLive: try row.get(2, as: Bool.self), rank: try row.get(3, as: Int.self),
          entered: Instant(try row.get(4, as: String.self))?.day
        )
      }
      guard let began = texts.filter(\.isLive).compactMap(\.entered).min() else { return nil }
      let start = Period(containing: max(first, began), kind: .month)
      let months =
        start.first < end ? Period.range(from: start.first, to: end.advanced(by: -1), kind: .month) : []
      let places = Dictionary(uniqueKeysWithValues: zip(months, months.indices))
      (self.number, self.name, self.months) = (number, name, months)
      counts = months.map { _ in 0 }
      live = counts
      for text in texts {
        // One of unknown month may have come in any: it speaks in all.
        let from = max(text.first, start.first)
        guard from <= text.last, from < end else { continue }
        label = max(label, Label(rank: text.rank))
        let reached = Period.range(from: from, to: min(text.last, end.advanced(by: -1)), kind: .month)
        for place in reached.compactMap({ places[$0] }) { counts[place] += 1 }
        if text.isLive, reached.count == 1, let place = reached.first.flatMap({ places[$0] }) {
          live[place] += 1
        }
      }
    }

    private static func sql(_ outlet: Int) -> SQL {
      """
      SELECT d.earliest, d.latest, coalesce(b.kind = 'live', 0), l.rank, h.at
      FROM document AS d JOIN label AS l ON l.code = d.tlp
      JOIN change AS h ON h.id = d.change LEFT JOIN batch AS b ON b.id = h.batch
      WHERE d.outlet = \(outlet) AND d.withdrawn = 0 AND d.earliest IS NOT NULL AND d.latest IS NOT NULL
      ORDER BY d.earliest, d.id
      """
    }
  }
}
