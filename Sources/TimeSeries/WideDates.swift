public import SQLite

/// Acts whose date is wider than a bin, with both ends.
public struct WideDates: Equatable, Sendable {
  /// The code; nil for every observation once.
  public let code: String?
  /// The days in which they may lie, by number.
  public let days: ClosedRange<Int>
  /// How many.
  public let count: Int
}

extension Question {
  /// The dates that no bin holds, under each code, and every observation once.
  /// - Throws: `SQLiteError`.
  public func wideDates(_ series: CountedAs, from connection: Connection) throws -> [WideDates] {
    try connection.snapshot {
      let reader = try CountReader(sql: Scope(self, connection).sql, connection: connection)
      let coded = try reader.wideRows(series).sorted { $0.key < $1.key }.flatMap { code, dates in
        dates.map { WideDates(code: code, days: $0.days, count: $0.count) }
      }
      return try coded
        + reader.wideTotal(series).map { WideDates(code: nil, days: $0.days, count: $0.count) }
    }
  }
}
