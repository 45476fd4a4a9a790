public import Records
public import SQLite
public import TimeSeries

/// One series with what can be said of it.
public struct Trend: Sendable {
  /// The counts.
  public let row: SeriesRow
  /// What it does, or why nothing is said.
  public let verdict: Verdict
}

/// One block of a table with what can be said of its rows.
public struct TrendBlock: Sendable {
  /// The counts.
  public let block: SeriesBlock
  /// One for each row of the block.
  public let trends: [Trend]
}

/// Counts with coverage, caveats and verdicts: what `entente trend` shows.
public struct TrendSet: Sendable {
  /// The counts.
  public let table: SeriesTable
  /// One for each block of the table.
  public let blocks: [TrendBlock]
  /// What the counts are worth.
  public let coverage: Coverage
  /// What to know before reading on.
  public let caveats: [Caveat]
  /// The verdict that holds for every row.
  public let verdict: Verdict
  /// How late entries come: which of the last periods may be compared.
  public let delays: EntryDelays?
  /// Measured series beside the counts.
  public let indicators: [IndicatorSeries]

  /// Judges a table. This version gives no verdict: without a watch there can be none about the world, and
  /// with one it does not estimate yet.
  public init(
    _ table: SeriesTable, coverage: Coverage, delays: EntryDelays? = nil, indicators: [IndicatorSeries] = []
  ) {
    let verdict = Verdict.withheld(coverage.isWatched ? .notEstimated : .noCoverage)
    self.table = table
    self.coverage = coverage
    self.verdict = verdict
    self.delays = delays
    self.indicators = indicators
    caveats = Caveat.all(for: table, coverage)
    blocks = table.blocks.map { block in
      TrendBlock(block: block, trends: block.rows.map { Trend(row: $0, verdict: verdict) })
    }
  }

  /// Counts and judges, in one state of the file.
  ///
  /// - Parameters:
  ///   - question: what to count.
  ///   - indicators: the names of measured series to show beside.
  ///   - connection: the file.
  /// - Returns: counts with what can be said of them.
  /// - Throws: ``QuestionError``, ``IndicatorError`` or `SQLiteError`.
  public static func read(
    _ question: Question, indicators: [String] = [], from connection: Connection
  ) throws -> TrendSet {
    try connection.snapshot {
      TrendSet(
        try SeriesTable.read(question, from: connection), coverage: try Coverage.read(from: connection),
        delays: try EntryDelays.read(question, from: connection),
        indicators: try indicators.map {
          try IndicatorSeries.read($0, asOf: question.asOf, from: connection)
        })
    }
  }

  /// The highest label of all that went in.
  public var label: Label { indicators.map(\.label).reduce(table.label, max) }

  /// Every statement behind it.
  public var figures: [Figure] {
    table.figures + indicators.map(\.figure) + [delays?.figure].compactMap { $0 }
  }
}
