internal import Calendar
internal import TimeSeries
internal import Trends

/// How an answer was made: method, settings, every tested row with every caveat, statements.
struct Explanation {
  let trends: TrendSet

  /// What the verdicts are and where they come from.
  static let method = [
    "Rate ratio a year: log-linear trend of counts (McCullagh and Nelder 1989), with a season where two years are there; its 95 % interval is Student's t with Pearson's dispersion, at least 1. Fewer than \(Estimate.fewEvents) acts: exact conditional test, widened by the dispersion where that is above 1.",
    "Tested are whole periods that were watched, are over, and are known to 95 % by now; by quarter, and by month where the answer is by month and a row has two acts a month. Acts with wider dates are left out of tests and spread over the periods for display only.",
    "A verdict wants a p below \(TrendNumber.fixed(Verdict.level, 2)) after Benjamini and Hochberg's adjustment (1995) over everything tested in the answer, two years and \(Verdict.leastEvents) acts. The interval is for each row by itself. No change detected is not the same as no change: the smallest yearly ratio that would have been found in 80 of 100 cases stands beside it.",
    "Caveats have fixed triggers: dispersion above 1.5; Ljung-Box p below 0.05 or a first autocorrelation beyond 2/sqrt(n), with a refit in longer periods; fewer than \(Estimate.fewEvents) acts; half of the acts on one outlet alone; another verdict without any one period, without the largest outlet, with the immature periods, per text read, or among acts graded B3 or better; another ratio of the later half to the earlier one source by source (Mantel and Haenszel 1959) than all together; one act in ten dated too widely; another verdict in one of twenty rounds that place such acts at random in their dates.",
  ]

  /// The settings, by name.
  var settings: [(name: String, value: String)] {
    let question = trends.table.question
    let views = question.views
    return [
      ("by", question.dimension.rawValue), ("period", question.kind.rawValue),
      ("from", question.first?.description ?? "where the data begins"),
      ("to", question.last?.description ?? "where the data ends"), ("as of", question.asOf.description),
      ("clock", "\(views.clock.rawValue): \(views.clock.meaning)"),
      ("grade", "\(views.grade.rawValue): \(views.grade.meaning)"), ("sources", views.sources.rawValue),
      ("tests", "\(trends.tests), level \(TrendNumber.fixed(Verdict.level, 2)), Benjamini-Hochberg"),
      ("delays", delays),
    ]
  }

  private var delays: String {
    let found = trends.delays
    if found.isUnknown {
      return
        "unknown: fewer than \(EntryDelays.leastObservations) live entries in \(EntryDelays.leastMonths) months"
    }
    return
      "from \(found.observations) live entries since \(found.first?.label ?? ""), up to \(found.longestDelay) months"
  }

  /// Every row and total in full, by series.
  var rows: [(series: CountedAs, sentences: [String])] {
    trends.blocks.filter { $0.block.total.total > 0 }.map { block in
      (block.block.series, (block.trends + [block.total]).map { VerdictWords.full($0, trends.tests) })
    }
  }
}
