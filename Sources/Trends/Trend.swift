internal import Calendar
public import Records
public import SQLite
public import TimeSeries

/// One series with what can be said of it.
public struct Trend: Sendable {
  /// The code; nil for the total of a block.
  public let code: String?
  /// The name for people.
  public let label: String
  /// The counts.
  public let counts: Counts
  /// What it does, or why nothing is said.
  public let verdict: Verdict
  /// What was tested; nil where nothing was.
  public let tested: TestedCounts?
  /// The yearly ratio with its interval; nil where there is none.
  public let estimate: Estimate?
  /// The p of no trend, adjusted over everything tested in the answer.
  public let adjusted: Double?
  /// What speaks against it, or has to be known with it.
  public let caveats: [Caveat]
}

/// One block of a table with what can be said of its rows.
public struct TrendBlock: Sendable {
  /// The counts.
  public let block: SeriesBlock
  /// One for each row of the block.
  public let trends: [Trend]
  /// Every observation once.
  public let total: Trend
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
  /// Why no row has a verdict; nil where rows were judged.
  public let withheld: Verdict.Reason?
  /// How many series were tested: what p values are adjusted for.
  public let tests: Int
  /// How late entries come: which of the last periods may be compared.
  public let delays: EntryDelays
  /// Measured series beside the counts.
  public let indicators: [IndicatorSeries]

  /// Counts and judges, in one state of the file. Without a watch nothing is tested.
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
      let table = try SeriesTable.read(question, from: connection)
      let coverage = try Coverage.read(from: connection)
      let delays = try EntryDelays.read(question, from: connection)
      let judge = try judge(table, coverage, delays, connection)
      return TrendSet(
        table, coverage, delays,
        try indicators.map { try IndicatorSeries.read($0, asOf: question.asOf, from: connection) }, judge)
    }
  }

  private static func judge(
    _ table: SeriesTable, _ coverage: Coverage, _ delays: EntryDelays, _ connection: Connection
  ) throws -> Judge? {
    guard coverage.isWatched else { return nil }
    let question = table.question
    return Judge(
      monthly: question.kind == .month
        ? try Frame(question, .month, table, coverage, delays, from: connection) : nil,
      quarterly: try Frame(question, .quarter, table, coverage, delays, from: connection))
  }

  private init(
    _ table: SeriesTable, _ coverage: Coverage, _ delays: EntryDelays, _ indicators: [IndicatorSeries],
    _ judge: Judge?
  ) {
    (self.table, self.coverage, self.delays, self.indicators) = (table, coverage, delays, indicators)
    withheld = judge == nil ? .noCoverage : nil
    blocks = Self.judged(table, judge)
    tests = blocks.flatMap { $0.trends + [$0.total] }.count { $0.estimate != nil }
    let watched = judge?.quarterly?.watched.flatMap { first, last -> Caveat? in
      first == last || table.question.views.sources == .same ? nil : .sourcesChanged(from: first, to: last)
    }
    caveats = Caveat.all(for: table, coverage) + [watched].compactMap { $0 }
  }

  private static func judged(_ table: SeriesTable, _ judge: Judge?) -> [TrendBlock] {
    let codes = table.blocks.map { block in block.rows.map { Optional($0.code) } + [nil] }
    let subjects = zip(table.blocks, codes).map { block, codes in
      codes.map { code in
        judge?.subject(block.series, code)
          ?? Judge.Subject(
            series: block.series, code: code, frame: nil, tested: nil, estimate: nil, reason: .noCoverage)
      }
    }
    var adjusted = Judge.adjusted(subjects.flatMap { $0 })[...]
    return zip(table.blocks, subjects).map { block, subjects in
      let trends = zip(subjects, block.rows.map(Optional.init) + [nil]).map { subject, row in
        trend(subject, adjusted.removeFirst(), row, block)
      }
      return TrendBlock(block: block, trends: Array(trends.dropLast()), total: trends[trends.count - 1])
    }
  }

  private static func trend(
    _ subject: Judge.Subject, _ adjusted: Double?, _ row: SeriesRow?, _ block: SeriesBlock
  ) -> Trend {
    let verdict = Judge.verdict(subject, adjusted)
    return Trend(
      code: subject.code, label: row?.label ?? "Total", counts: row?.counts ?? block.total, verdict: verdict,
      tested: subject.tested, estimate: subject.estimate, adjusted: adjusted,
      caveats: Doubts(subject, verdict)?.all ?? [])
  }

  /// The highest label of all that went in.
  public var label: Label { indicators.map(\.label).reduce(table.label, max) }

  /// Every statement behind it.
  public var figures: [Figure] {
    table.figures + indicators.map(\.figure) + [delays.figure].compactMap { $0 }
  }
}
