public import Records
public import SQLite
internal import TimeSeries
internal import Trends

extension Report {
  /// Reads all that goes into a report, in one state of the file.
  /// - Throws: ``QuestionError`` if the range has too many periods, or `SQLiteError`.
  public static func read(
    _ settings: ReportSettings, from connection: Connection, at desk: Desk
  ) throws -> Report {
    try connection.snapshot {
      let sql = ReportSQL(connection: connection)
      let trends = try TrendSet.read([settings.mechanisms, settings.sectors], from: connection)
      let (mechanisms, sectors) = (trends[0], trends[1])
      let (numbers, figure) = try sql.newest(settings.mechanisms, settings.newest)
      let newest = try numbers.compactMap(sql.observation)
      return Report(
        settings: settings, generated: desk.now, mechanisms: mechanisms, sectors: sectors, newest: newest,
        newestFigure: figure, state: try sql.state(),
        label: newest.map(\.label).reduce(max(mechanisms.label, sectors.label), max))
    }
  }
}
