internal import Calendar
internal import Records
internal import SQLite

/// The statements behind a table. They read views only, so that any client gets the same numbers.
struct SeriesSQL {
  let question: Question
  /// The sources that count where the question asks for the same ones; nil there: none was watched so long.
  let panel: Panel?

  init(question: Question, panel: Panel? = nil) {
    self.question = question
    self.panel = panel
  }

  /// The view's column for the bin; empty there where a date is wider than it.
  var bin: SQL {
    switch question.kind {
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }

  /// What counts at all. A date known as a year may already have been: only acts that begin after the as-of
  /// day are left out. In the range is what may lie in it: a date that only overlaps it counts, and an open
  /// end reaches everywhere. As the range consists of whole bins, such a date has no bin or one inside.
  var conditions: SQL {
    var parts: [SQL] = ["(earliest IS NULL OR earliest <= \(day(question.asOf)))"]
    if let first = question.first { parts.append("(latest IS NULL OR latest >= \(day(first)))") }
    if let last = question.last { parts.append("(earliest IS NULL OR earliest <= \(day(last)))") }
    if question.views.clock != .occurred { parts.append("(act IS NULL OR act <= \(day(question.asOf)))") }
    return (parts + views).joined(separator: "\n  AND ")
  }

  /// What the views leave out.
  private var views: [SQL] {
    var parts: [SQL] = []
    switch question.views.grade {
    case .all: break
    case .b3: parts.append("observation IN (SELECT observation FROM graded WHERE b3 = 1)")
    case .confirmed: parts.append("observation IN (SELECT observation FROM graded WHERE confirmed = 1)")
    }
    if question.views.sources == .same {
      let outlets = (panel?.outlets ?? []).map { "\($0)" as SQL }.joined(separator: ", ")
      parts.append(
        "observation IN (SELECT observation FROM supporting_outlets WHERE outlet_number IN (\(outlets)))")
    }
    return parts
  }

  /// Every observation once, with its days and bins by the clock asked for.
  var once: SQL {
    switch question.views.clock {
    case .occurred: "classified"
    case .published, .recorded:
      """
      (SELECT c.observation, c.series, c.earliest AS act, d.earliest, d.latest, d.year, d.quarter, d.month
            FROM classified AS c JOIN clocks AS d ON d.observation = c.observation AND d.clock = \(question.views.clock.rawValue))
      """
    }
  }

  /// Every observation under each of its codes, with its days and bins by the clock asked for.
  var coded: SQL {
    switch question.views.clock {
    case .occurred: "strata"
    case .published, .recorded:
      """
      (SELECT s.observation, s.dimension, s.code, s.series, s.earliest AS act, d.earliest, d.latest, d.year, d.quarter, d.month
            FROM strata AS s JOIN clocks AS d ON d.observation = s.observation AND d.clock = \(question.views.clock.rawValue))
      """
    }
  }

  private func day(_ day: Day) -> SQL { "unixepoch(\(day.description)) / 86400" }

  /// Code, bin, count.
  func rows(_ series: CountedAs) -> SQL {
    """
    SELECT code, \(bin) AS period, count(*) AS observations
    FROM \(coded)
    WHERE dimension = \(question.dimension.rawValue) AND series = \(series.rawValue)
      AND \(conditions)
    GROUP BY code, period ORDER BY code, period
    """
  }

  /// Bin, count: every observation once.
  func total(_ series: CountedAs) -> SQL {
    """
    SELECT \(bin) AS period, count(*) AS observations
    FROM \(once)
    WHERE series = \(series.rawValue)
      AND \(conditions)
    GROUP BY period ORDER BY period
    """
  }

  /// Bin, count: observations with no code in this dimension.
  func without(_ series: CountedAs) -> SQL {
    """
    SELECT \(bin) AS period, count(*) AS observations
    FROM \(once)
    WHERE series = \(series.rawValue)
      AND \(conditions)
      AND observation NOT IN (SELECT observation FROM strata
                              WHERE dimension = \(question.dimension.rawValue))
    GROUP BY period ORDER BY period
    """
  }

  /// Code, first day, last day, count: dates wider than a bin, with both ends.
  func wideRows(_ series: CountedAs) -> SQL {
    """
    SELECT code, earliest, latest, count(*) AS observations
    FROM \(coded)
    WHERE dimension = \(question.dimension.rawValue) AND series = \(series.rawValue)
      AND \(bin) IS NULL AND earliest IS NOT NULL AND latest IS NOT NULL
      AND \(conditions)
    GROUP BY code, earliest, latest ORDER BY code, earliest, latest
    """
  }

  /// First day, last day, count: every observation with a wide date once.
  func wideTotal(_ series: CountedAs) -> SQL {
    """
    SELECT earliest, latest, count(*) AS observations
    FROM \(once)
    WHERE series = \(series.rawValue)
      AND \(bin) IS NULL AND earliest IS NOT NULL AND latest IS NOT NULL
      AND \(conditions)
    GROUP BY earliest, latest ORDER BY earliest, latest
    """
  }

  /// First day, last day, count: likewise, of observations with no code in this dimension.
  func wideWithout(_ series: CountedAs) -> SQL {
    """
    SELECT earliest, latest, count(*) AS observations
    FROM \(once)
    WHERE series = \(series.rawValue)
      AND \(bin) IS NULL AND earliest IS NOT NULL AND latest IS NOT NULL
      AND \(conditions)
      AND observation NOT IN (SELECT observation FROM strata
                              WHERE dimension = \(question.dimension.rawValue))
    GROUP BY earliest, latest ORDER BY earliest, latest
    """
  }

  /// Series, count.
  func others() -> SQL {
    """
    SELECT series, count(*) AS observations
    FROM \(once)
    WHERE series NOT IN ('counted', 'pledge', 'set-back', 'pressure')
      AND \(conditions)
    GROUP BY series ORDER BY series
    """
  }

  /// The first and the last day of the observations that have a bin.
  func span() -> SQL {
    """
    SELECT min(earliest), max(latest) FROM \(once)
    WHERE series IN ('counted', 'pledge', 'set-back', 'pressure') AND \(bin) IS NOT NULL
      AND \(conditions)
    """
  }

  /// The rank of the highest label.
  func highestLabel() -> SQL {
    """
    SELECT max(l.rank) FROM observation AS o JOIN label AS l ON l.code = o.tlp
    WHERE o.id IN (SELECT observation FROM \(once) WHERE \(conditions))
    """
  }

  /// The numbers of the observations that count, newest first; those of unknown beginning last.
  func newest(_ limit: Int) -> SQL {
    """
    SELECT x.id AS observation
    FROM observation AS x
    WHERE x.id IN (SELECT observation FROM \(once)
      WHERE \(conditions))
    ORDER BY x.earliest IS NULL, x.earliest DESC, x.occurred DESC, x.id DESC
    LIMIT \(limit)
    """
  }
}
