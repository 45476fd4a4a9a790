internal import SQLite

/// The counts kept ready in `kept_count`. Triggers note in `kept_changed` what is entered or changed, whoever writes;
/// here it is counted in.
enum KeptCounts {
  /// Counts in what is noted; everything anew where sectors were rearranged.
  static func bringUpToDate(_ connection: Connection) throws {
    if try connection.derivedState("counts") != "kept" { return try remake(connection) }
    let noted = try connection.rows("SELECT observation FROM kept_changed ORDER BY observation") {
      $0.integer(0)
    }
    guard !noted.isEmpty else { return }
    for run in runs(noted) { try add(run, connection) }
    try connection.execute("DELETE FROM kept_changed")
  }

  /// Counts everything anew.
  static func remake(_ connection: Connection) throws {
    try connection.execute("DELETE FROM kept_count")
    try connection.execute("DELETE FROM kept_changed")
    try connection.execute(
      """
      INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
      SELECT dimension, series, code, first, last, tlp, count(*)
      FROM countable GROUP BY dimension, series, code, first, last, tlp
      """)
    try connection.setDerivedState("counts", "kept")
  }

  /// SQLite looks for numbers within bounds inside a view, but not for those of a list: what is entered together has
  /// numbers beside each other.
  private static func add(_ run: ClosedRange<Int>, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
      SELECT dimension, series, code, first, last, tlp, count(*)
      FROM countable
      WHERE observation BETWEEN \(run.lowerBound) AND \(run.upperBound)
        AND observation IN (SELECT observation FROM kept_changed)
      GROUP BY dimension, series, code, first, last, tlp
      ON CONFLICT (dimension, series, code, first, last, tlp)
      DO UPDATE SET observations = observations + excluded.observations
      """)
  }

  /// Observations counted in at once: what is sorted for it stays in memory.
  static let longestRun = 50_000

  /// Sorted numbers as ranges; to look at a few others between costs less than to begin anew.
  static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, number - last.upperBound <= 8, number - last.lowerBound < longestRun {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }
}
