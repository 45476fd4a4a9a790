internal import Calendar
public import SQLite
public import TimeSeries

/// All that stands out in one state of a file, whether it was told before or not.
public struct AlarmSearch: Sendable {
  /// What was found, by kind, then by key.
  public let found: [Alarm]
  /// What was not looked for, and why; a sentence each.
  public let withheld: [String]
  /// What the file is worth.
  public let coverage: Coverage

  /// Looks, in one state of the file.
  /// - Throws: `QuestionError` or `SQLiteError`.
  public static func run(_ settings: AlarmSettings, in connection: Connection) throws -> AlarmSearch {
    try connection.snapshot {
      let coverage = try Coverage.read(from: connection)
      var found = try Firsts(settings: settings).all(in: connection)
      found += try Promises(settings: settings).all(in: connection)
      guard coverage.isWatched else {
        return AlarmSearch(
          found: ordered(found),
          withheld: [
            "Unusual periods and silences are not looked for: no source is on record as watched (entente coverage add). Firsts and due dates are facts about this file."
          ], coverage: coverage)
      }
      let months = try MatureSeries.read(
        [.mechanism, .sector], per: .month, asOf: settings.today, coverage, from: connection)
      let unusual = try UnusualPeriods(settings: settings, months: months).all(in: connection)
      let categories = try SilentCategories(settings: settings, months: months).all(in: connection)
      let sources = try SilentSources(settings: settings, coverage: coverage).all(in: connection)
      found += unusual.found + categories.found + sources.found
      return AlarmSearch(
        found: ordered(found),
        withheld: [unusual.withheld, categories.withheld, sources.withheld].compactMap { $0 },
        coverage: coverage)
    }
  }

  private static func ordered(_ alarms: [Alarm]) -> [Alarm] {
    let places = Dictionary(uniqueKeysWithValues: zip(AlarmKind.allCases, AlarmKind.allCases.indices))
    return alarms.sorted {
      (places[$0.kind] ?? 0, $0.since, $0.key) < (places[$1.kind] ?? 0, $1.since, $1.key)
    }
  }
}
