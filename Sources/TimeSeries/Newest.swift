public import SQLite

extension Question {
  /// The statement that gives the numbers of the observations that count, in whatever series, newest first.
  public func newest(_ limit: Int) -> SQL { SeriesSQL(question: self).newest(limit) }
}
