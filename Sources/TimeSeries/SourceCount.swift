public import SQLite

/// How many observations of a bin rest on one outlet alone.
public struct SourceCount: Equatable, Sendable {
  /// The code; nil for every observation once.
  public let code: String?
  /// The bin's label.
  public let period: String
  /// The outlet's name.
  public let outlet: String
  /// How many.
  public let count: Int
}

extension Question {
  /// What rests on one outlet alone, under each code, and every observation once.
  /// - Throws: `SQLiteError`.
  public func bySource(_ series: CountedAs, from connection: Connection) throws -> [SourceCount] {
    try connection.snapshot {
      let sql = try Scope(self, connection).sql
      let coded = try connection.rows(sql.bySource(series)) {
        SourceCount(code: try $0.get(0), period: try $0.get(1), outlet: try $0.get(2), count: try $0.get(3))
      }
      let once = try connection.rows(sql.totalBySource(series)) {
        SourceCount(code: nil, period: try $0.get(0), outlet: try $0.get(1), count: try $0.get(2))
      }
      return coded + once
    }
  }
}
