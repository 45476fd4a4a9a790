internal import SQLite

// What has to be asked of the sources and the log behind the counts.
extension SeriesSQL {
  /// Code, bin, outlet, count: observations that rest on one outlet alone.
  func bySource(_ series: CountedAs) -> SQL {
    """
    SELECT s.code, s.\(bin) AS period, o.outlet, count(*) AS observations
    FROM \(coded) AS s JOIN sole_outlets AS o ON o.observation = s.observation
    WHERE s.dimension = \(question.dimension.rawValue) AND s.series = \(series.rawValue) AND s.\(bin) IS NOT NULL
      AND s.observation IN (SELECT observation FROM \(once) WHERE \(conditions))
    GROUP BY s.code, period, o.outlet ORDER BY s.code, period, o.outlet
    """
  }

  /// Bin, outlet, count: likewise, every observation once.
  func totalBySource(_ series: CountedAs) -> SQL {
    """
    SELECT s.\(bin) AS period, o.outlet, count(*) AS observations
    FROM \(once) AS s JOIN sole_outlets AS o ON o.observation = s.observation
    WHERE s.series = \(series.rawValue) AND s.\(bin) IS NOT NULL
      AND s.observation IN (SELECT observation FROM \(once) WHERE \(conditions))
    GROUP BY period, o.outlet ORDER BY period, o.outlet
    """
  }

  /// Month of the clock, month of entry, count: what was entered live and has a month.
  func delays() -> SQL {
    """
    SELECT s.month, substr(h.at, 1, 7) AS entered, count(*) AS observations
    FROM \(once) AS s
    JOIN observation AS x ON x.id = s.observation
    JOIN change AS h ON h.id = x.change
    JOIN batch AS b ON b.id = h.batch AND b.kind = 'live'
    WHERE s.series IN ('counted', 'pledge', 'set-back', 'pressure') AND s.month IS NOT NULL
      AND s.observation IN (SELECT observation FROM \(once) WHERE \(conditions))
    GROUP BY s.month, entered ORDER BY s.month, entered
    """
  }

  /// Graded well enough, ungraded, count: what the grades say of all that is shown, whatever the grade view.
  func grades() -> SQL {
    """
    SELECT \(question.views.grade == .confirmed ? "g.confirmed" as SQL : "g.b3") AS kept, g.ungraded, count(*) AS observations
    FROM classified AS s JOIN graded AS g ON g.observation = s.observation
    WHERE s.series IN ('counted', 'pledge', 'set-back', 'pressure')
      AND s.observation IN (\(ungradedScope))
    GROUP BY kept, g.ungraded ORDER BY kept, g.ungraded
    """
  }

  private var ungradedScope: SQL {
    SeriesSQL(question: question.viewed { $0.grade = .all }, panel: panel).scope
  }

  private var scope: SQL { "SELECT observation FROM \(once) WHERE \(conditions)" }
}
