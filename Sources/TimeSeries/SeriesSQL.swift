internal import Calendar
internal import Records
internal import SQLite

/// The statements behind a table. They read views only, so that any client gets the same numbers.
struct SeriesSQL {
  let question: Question

  /// The view's column for the bin; empty there where a date is wider than it.
  private var bin: SQL {
    switch question.kind {
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }

  /// What counts at all. A date known as a year may already have been: only acts that begin after the as-of
  /// day are left out. In the range is what may lie in it: a date that only overlaps it counts, and an open
  /// end reaches everywhere. As the range consists of whole bins, such a date has no bin or one inside.
  private var conditions: SQL {
    var parts: [SQL] = ["(earliest IS NULL OR earliest <= \(day(question.asOf)))"]
    if let first = question.first { parts.append("(latest IS NULL OR latest >= \(day(first)))") }
    if let last = question.last { parts.append("(earliest IS NULL OR earliest <= \(day(last)))") }
    return parts.joined(separator: "\n  AND ")
  }

  private func day(_ day: Day) -> SQL { "unixepoch(\(day.description)) / 86400" }

  /// Code, bin, count.
  func rows(_ series: CountedAs) -> SQL {
    """
    SELECT code, \(bin) AS period, count(*) AS observations
    FROM strata
    WHERE dimension = \(question.dimension.rawValue) AND series = \(series.rawValue)
      AND \(conditions)
    GROUP BY code, period ORDER BY code, period
    """
  }

  /// Bin, count: every observation once.
  func total(_ series: CountedAs) -> SQL {
    """
    SELECT \(bin) AS period, count(*) AS observations
    FROM classified
    WHERE series = \(series.rawValue)
      AND \(conditions)
    GROUP BY period ORDER BY period
    """
  }

  /// Bin, count: observations with no code in this dimension.
  func without(_ series: CountedAs) -> SQL {
    """
    SELECT \(bin) AS period, count(*) AS observations
    FROM classified
    WHERE series = \(series.rawValue)
      AND \(conditions)
      AND observation NOT IN (SELECT observation FROM strata
                              WHERE dimension = \(question.dimension.rawValue))
    GROUP BY period ORDER BY period
    """
  }

  /// Series, count.
  func others() -> SQL {
    """
    SELECT series, count(*) AS observations
    FROM classified
    WHERE series NOT IN ('counted', 'pledge', 'set-back', 'pressure')
      AND \(conditions)
    GROUP BY series ORDER BY series
    """
  }

  /// The first and the last day of the observations that have a bin.
  func span() -> SQL {
    """
    SELECT min(earliest), max(latest) FROM classified
    WHERE series IN ('counted', 'pledge', 'set-back', 'pressure') AND \(bin) IS NOT NULL
      AND \(conditions)
    """
  }

  /// The rank of the highest label.
  func highestLabel() -> SQL {
    """
    SELECT max(l.rank) FROM observation AS o JOIN label AS l ON l.code = o.tlp
    WHERE o.id IN (SELECT observation FROM classified WHERE \(conditions))
    """
  }

  /// The numbers of the observations that count, newest first; those of unknown beginning last.
  func newest(_ limit: Int) -> SQL {
    """
    SELECT x.id AS observation
    FROM observation AS x
    WHERE x.id IN (SELECT observation FROM classified
      WHERE \(conditions))
    ORDER BY x.earliest IS NULL, x.earliest DESC, x.occurred DESC, x.id DESC
    LIMIT \(limit)
    """
  }
}
