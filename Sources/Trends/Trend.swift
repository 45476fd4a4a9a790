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

  /// Judges a table. This version gives no verdict: without a watch there can be none about the world, and
  /// with one it does not estimate yet.
  public init(_ table: SeriesTable, coverage: Coverage) {
    let verdict = Verdict.withheld(coverage.isWatched ? .notEstimated : .noCoverage)
    self.table = table
    self.coverage = coverage
    self.verdict = verdict
    caveats = Caveat.all(for: table, coverage)
    blocks = table.blocks.map { block in
      TrendBlock(block: block, trends: block.rows.map { Trend(row: $0, verdict: verdict) })
    }
  }

  /// Counts and judges, in one state of the file.
  public static func read(_ question: Question, from connection: Connection) throws -> TrendSet {
    try connection.snapshot {
      TrendSet(
        try SeriesTable.read(question, from: connection), coverage: try Coverage.read(from: connection))
    }
  }
}
