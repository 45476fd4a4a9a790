internal import SQLite

// The rows behind the counts.
extension SeriesSQL {
  /// Series, code, bin, number, date, title of every observation behind the cells.
  func cells(_ cell: CellChoice) -> SQL {
    """
    SELECT s.series, s.code, s.\(bin) AS period, o.id, o.occurred, o.title
    FROM \(coded) AS s JOIN observation AS o ON o.id = s.observation
    WHERE s.dimension = \(question.dimension.rawValue) AND \(chosen(cell))
      AND \(cell.code.map { "s.code = \($0)" as SQL } ?? "s.code IS NOT NULL")
      AND s.observation IN (SELECT observation FROM \(once) WHERE \(conditions))
    ORDER BY \(order), s.code, period IS NULL, period, o.earliest, o.id
    """
  }

  /// The same of observations with no code in the dimension.
  func uncodedCells(_ cell: CellChoice) -> SQL {
    """
    SELECT s.series, '' AS code, s.\(bin) AS period, o.id, o.occurred, o.title
    FROM \(once) AS s JOIN observation AS o ON o.id = s.observation
    WHERE \(chosen(cell))
      AND s.observation NOT IN (SELECT observation FROM strata WHERE dimension = \(question.dimension.rawValue))
      AND s.observation IN (SELECT observation FROM \(once) WHERE \(conditions))
    ORDER BY \(order), period IS NULL, period, o.earliest, o.id
    """
  }

  private func chosen(_ cell: CellChoice) -> SQL {
    var parts: [SQL] = [
      cell.series.map { "s.series = \($0.rawValue)" }
        ?? "s.series IN ('counted', 'pledge', 'set-back', 'pressure')"
    ]
    if cell.isNotPlaced { parts.append("s.\(bin) IS NULL") }
    if let period = cell.period { parts.append("s.\(bin) = \(period)") }
    return parts.joined(separator: " AND ")
  }

  private var order: SQL {
    "CASE s.series WHEN 'counted' THEN 1 WHEN 'pledge' THEN 2 WHEN 'set-back' THEN 3 ELSE 4 END"
  }
}
