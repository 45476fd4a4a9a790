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
  /// All acts in the periods of ``tested``; nil for a total.
  public let all: [Int]?
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
  /// How many series were tested, also those not listed, and with them those of answers read together: what p values are
  /// adjusted for.
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
    let found = try read([question], from: connection) { question in
      try indicators.map { try IndicatorSeries.read($0, asOf: question.asOf, from: connection) }
    }
    return found[0]
  }

  /// Several answers that are read together: p values are adjusted over everything tested in all of them.
  ///
  /// - Parameters:
  ///   - questions: what to count.
  ///   - connection: the file.
  /// - Returns: one for each question.
  /// - Throws: as the reading of one.
  public static func read(_ questions: [Question], from connection: Connection) throws -> [TrendSet] {
    try read(questions, from: connection) { _ in [] }
  }

  private static func read(
    _ questions: [Question], from connection: Connection,
    _ indicators: (Question) throws -> [IndicatorSeries]
  ) throws -> [TrendSet] {
    try connection.snapshot {
      let coverage = try Coverage.read(from: connection)
      let drafts = try questions.map { question in
        let table = try SeriesTable.read(question, from: connection)
        let delays = try EntryDelays.read(question, from: connection)
        let judge = try judge(table, coverage, delays, connection)
        return Draft(table, delays, try indicators(question), judge)
      }
      let adjusted = Judge.adjusted(drafts.flatMap(\.subjects))
      let tests = adjusted.count { $0 != nil }
      var left = adjusted[...]
      return drafts.map { draft in
        defer { left = left.dropFirst(draft.subjects.count) }
        return TrendSet(draft, coverage, Array(left.prefix(draft.subjects.count)), tests)
      }
    }
  }

  /// One answer before p values are adjusted.
  private struct Draft {
    let table: SeriesTable
    let delays: EntryDelays
    let indicators: [IndicatorSeries]
    let judge: Judge?
    /// Every row of every series, also those that the answer is too short to list, and the totals.
    let subjects: [Judge.Subject]

    init(_ table: SeriesTable, _ delays: EntryDelays, _ indicators: [IndicatorSeries], _ judge: Judge?) {
      (self.table, self.delays, self.indicators, self.judge) = (table, delays, indicators, judge)
      subjects = table.blocks.flatMap { block in
        let shown = block.rows.map(\.code)
        let others = (judge?.codes(block.series) ?? []).subtracting(shown).sorted()
        return ((shown + others).map(Optional.init) + [nil]).map { code in
          judge?.subject(block.series, code) ?? .unwatched(block.series, code)
        }
      }
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

  private init(_ draft: Draft, _ coverage: Coverage, _ adjusted: [Double?], _ tests: Int) {
    (table, delays, indicators) = (draft.table, draft.delays, draft.indicators)
    (self.coverage, self.tests) = (coverage, tests)
    withheld = draft.judge == nil ? .noCoverage : nil
    blocks = Self.judged(draft, adjusted)
    let watched = draft.judge?.quarterly?.watched.flatMap { first, last -> Caveat? in
      first == last || draft.table.question.views.sources == .same
        ? nil : .sourcesChanged(from: first, to: last)
    }
    caveats = Caveat.all(for: table, coverage) + [watched].compactMap { $0 }
  }

  /// The blocks; the subjects of each stand one after the other: the rows listed, the others, the total.
  private static func judged(_ draft: Draft, _ adjusted: [Double?]) -> [TrendBlock] {
    let all = Array(zip(draft.subjects, adjusted))
    return draft.table.blocks.compactMap { block in
      let mine = all.filter { $0.0.series == block.series }
      return mine.last.map { last in
        TrendBlock(
          block: block, trends: zip(mine, block.rows).map { trend($0.0, $0.1, $1, block) },
          total: trend(last.0, last.1, nil, block))
      }
    }
  }

  private static func trend(
    _ subject: Judge.Subject, _ adjusted: Double?, _ row: SeriesRow?, _ block: SeriesBlock
  ) -> Trend {
    let verdict = Judge.verdict(subject, adjusted)
    return Trend(
      code: subject.code, label: row?.label ?? "Total", counts: row?.counts ?? block.total, verdict: verdict,
      tested: subject.tested, all: Self.all(subject), estimate: subject.estimate, adjusted: adjusted,
      caveats: Doubts(subject, verdict)?.all ?? [])
  }

  private static func all(_ subject: Judge.Subject) -> [Int]? {
    guard let frame = subject.frame, let tested = subject.tested, subject.code != nil else { return nil }
    return Array(frame.counts(subject.series, nil, in: frame.table).placed.prefix(tested.counts.count))
  }

  /// What a method says beside a verdict; nil where nothing was tested.
  public func finding(of method: TrendMethod, for trend: Trend) -> String? {
    trend.estimate == nil
      ? nil
      : trend.tested.map { method.finding(MethodInput(tested: $0, all: trend.all, delays: delays)) }
  }

  /// The highest label of all that went in.
  public var label: Label { indicators.map(\.label).reduce(table.label, max) }

  /// Every statement behind it.
  public var figures: [Figure] {
    table.figures + indicators.map(\.figure) + [delays.figure].compactMap { $0 }
  }
}
