internal import Calendar
public import Records
public import SQLite
internal import Statistics
public import TimeSeries

/// What series do around a declared date: the analysis that was announced, and nothing picked from a chart.
public struct ImpactSet: Sendable {
  /// One series with what is said of it.
  public struct Finding: Sendable {
    /// The comparison.
    public let impact: Impact
    /// The p of the comparison, adjusted over the series asked about; nil with too few placebo dates.
    public let adjusted: Double?
    /// A verdict wants the adjusted p below 0.05 and an interval without 1.
    public let verdict: Verdict
    /// The smallest ratio above 1 that the interval would have left 1 out of in 80 of 100 cases; nil where nothing was
    /// tested.
    public let detectable: Double?
  }

  /// The date.
  public let declared: Declared
  /// What was asked.
  public let question: Question
  /// One for each series.
  public let findings: [Finding]
  /// Series of which nothing can be said, as all is 0 on both sides, or the control's on one.
  public let left: [String]
  /// The control is 0 on one side of the date.
  public let isControlEmpty: Bool
  /// Values after the date that are compared or shown, and how many of them the file held when it was declared.
  public let seen: (before: Int, of: Int)
  /// Why nothing is said; nil where something is.
  public let withheld: Verdict.Reason?
  /// The highest label of all that went in.
  public let label: Label
  /// What the counts are worth; nil for indicators.
  public let coverage: Coverage?
  /// Every statement behind it.
  public let figures: [Figure]

  /// How many series were tested: what p values are adjusted for.
  public var tests: Int { findings.count { $0.adjusted != nil } }

  /// A first rank of one series alone gives a p that is above the level once it is adjusted.
  public var hasFewPlacebos: Bool {
    let most = findings.map(\.impact.placebos.count).max() ?? 0
    return tests > 0 && Double(tests) / Double(most + 1) >= Verdict.level
  }

  /// The date was declared after data of the time after it were in the file.
  public var isDeclaredAfterwards: Bool { seen.before > 0 }

  /// Measured series around a date, all in one state of the file.
  ///
  /// - Parameters:
  ///   - name: of the date, `p1`.
  ///   - indicators: the series; whole numbers from 0.
  ///   - control: the series they are held against; nil for none.
  ///   - question: gives the length of the periods, the range and the as-of day.
  ///   - connection: the file.
  /// - Returns: the findings.
  /// - Throws: ``DeclaredError``, ``IndicatorError`` or `SQLiteError`.
  public static func read(
    around name: String, indicators: [String], control: String?, _ question: Question,
    from connection: Connection
  ) throws -> ImpactSet {
    try connection.snapshot {
      let declared = try DeclaredTable.find(name, in: connection)
      let series = try (indicators + [control].compactMap { $0 }).map {
        try IndicatorSeries.read($0, asOf: question.asOf, from: connection)
      }
      let used = try Common(series, question)
      let targets = try used.series(indicators.count)
      let after = series.flatMap(\.values).filter { $0.first > declared.first }
      return try ImpactSet(
        declared, question, targets, control: control == nil ? nil : used.last(),
        seen: (after.count { $0.entered.map { $0 <= declared.declared } ?? false }, after.count),
        label: series.map(\.label).reduce(declared.label, max), coverage: nil, figures: series.map(\.figure))
    }
  }

  /// Counts of acts around a date, all in one state of the file; nothing is said without a watch.
  /// - Returns: the findings: the rows and the total of what counts.
  /// - Throws: ``DeclaredError``, ``QuestionError`` or `SQLiteError`.
  public static func read(
    around name: String, control: String?, _ question: Question, from connection: Connection
  ) throws -> ImpactSet {
    try connection.snapshot {
      let declared = try DeclaredTable.find(name, in: connection)
      let shown = try SeriesTable.read(question, from: connection)
      let coverage = try Coverage.read(from: connection)
      let delays = try EntryDelays.read(question, from: connection)
      let frame =
        coverage.isWatched
        ? try Frame(question, question.kind, shown, coverage, delays, from: connection) : nil
      let series = try frame.map { try counted(shown, $0, control) }
      return try ImpactSet(
        declared, question, series?.targets ?? [], control: series?.control, seen: seen(declared, connection),
        label: max(shown.label, declared.label), coverage: coverage, figures: shown.figures)
    }
  }

  private static func counted(
    _ shown: SeriesTable, _ frame: Frame, _ control: String?
  ) throws -> (targets: [ImpactSeries], control: ImpactSeries?) {
    let rows = shown.blocks.first { $0.series == .counted }?.rows ?? []
    let series = { (name: String, code: String?) -> ImpactSeries in
      let tested = frame.tested(frame.counts(.counted, code, in: frame.table).placed)
      return ImpactSeries(name: name, periods: tested.periods, counts: tested.counts)
    }
    let found = control.flatMap { wanted in rows.first { $0.code == wanted || $0.label == wanted } }
    if let control, found == nil { throw ImpactError.noControl(control) }
    let targets = rows.filter { $0.code != found?.code }.map { series($0.label, $0.code) }
    return (targets + (control == nil ? [series("Total", nil)] : []), found.map { series($0.label, $0.code) })
  }

  private static func seen(_ declared: Declared, _ connection: Connection) throws -> (before: Int, of: Int) {
    let counts = try connection.first(
      """
      SELECT coalesce(sum(h.at <= \(declared.declared.description)), 0), count(*)
      FROM observation AS o JOIN change AS h ON h.id = o.change
      WHERE o.withdrawn = 0 AND o.earliest > \(declared.first.number)
      """
    ) { (try $0.get(0, as: Int.self), try $0.get(1, as: Int.self)) }
    return counts ?? (0, 0)
  }

  private init(
    _ declared: Declared, _ question: Question, _ targets: [ImpactSeries], control: ImpactSeries?,
    seen: (before: Int, of: Int), label: Label, coverage: Coverage?, figures: [Figure]
  ) throws {
    (self.declared, self.question, self.seen, self.label) = (declared, question, seen, label)
    (self.coverage, self.figures) = (coverage, figures)
    withheld =
      coverage.map(\.isWatched) == false ? .noCoverage : targets.isEmpty ? .tooShort(years: 0) : nil
    let impacts = targets.map { Impact($0, control: control, day: declared.first) }
    let cut = targets.lazy.compactMap { Cut($0.periods, declared.first) }.first
    if withheld == nil, cut == nil { throw DeclaredError.noPeriods(declared.id) }
    let sums = control.flatMap { series in cut.map { $0.sums(series.counts, at: $0.place) } }
    isControlEmpty = sums.map { $0.before == 0 || $0.after == 0 } ?? false
    left = zip(targets, impacts).filter { $0.1 == nil }.map(\.0.name)
    let found = impacts.compactMap { $0 }
    let adjusted = (try? MultipleTesting.benjaminiHochberg(found.map(\.p))) ?? found.map(\.p)
    findings = zip(found, adjusted).map { impact, p in
      Finding(
        impact: impact, adjusted: p, verdict: Self.verdict(impact, p),
        detectable: p.flatMap { _ in impact.detectable(tests: adjusted.count { $0 != nil }) })
    }
  }

  private static func verdict(_ impact: Impact, _ p: Double?) -> Verdict {
    guard let p else { return .withheld(.fewPlacebos(impact.placebos.count)) }
    guard p < Verdict.level, impact.interval.lower > 1 || impact.interval.upper < 1 else {
      return .noChangeDetected
    }
    return impact.relative > 1 ? .rise : .fall
  }
}

/// What can be wrong with what a date is held against.
public enum ImpactError: Explained {
  /// No row of the answer is of that code.
  case noControl(String)

  /// Quotes the control.
  public var sentence: String {
    switch self {
    case .noControl(let code): "No row of the answer has the code \(code) to be the control."
    }
  }

  /// Where to find the codes.
  public var hint: String? { "`entente trend --format csv` lists the codes of the answer." }
}

/// Measured series over the periods that all of them fill.
private struct Common {
  let all: [IndicatorSeries]
  let periods: [Period]

  init(_ all: [IndicatorSeries], _ question: Question) throws {
    self.all = all
    let days = all.map { (first: $0.values.first?.first, last: $0.values.map(\.last).max()) }
    let first = (days.compactMap(\.first) + [question.first].compactMap { $0 }).max()
    let last = (days.compactMap(\.last) + [question.last].compactMap { $0 }).min()
    guard let first, let last, first <= last else { throw DeclaredError.noPeriods("The range") }
    let range = Period.range(from: first, to: last, kind: question.kind)
    // The last run of periods that no series leaves empty.
    let filled = range.map { period in all.allSatisfy { $0.placed(in: [period])[0] != nil } }
    let start = (filled.lastIndex(of: false) ?? -1) + 1
    periods = Array(range[start...])
  }

  private func counts(_ series: IndicatorSeries) throws -> ImpactSeries {
    let counts = series.placed(in: periods).compactMap { $0.flatMap { Int(exactly: $0) } }
    guard counts.count == periods.count, counts.allSatisfy({ $0 >= 0 }) else {
      throw IndicatorError.noCounts(series.name)
    }
    return ImpactSeries(name: series.name, periods: periods, counts: counts)
  }

  func series(_ count: Int) throws -> [ImpactSeries] { try all.prefix(count).map(counts) }
  func last() throws -> ImpactSeries? { try all.last.map(counts) }
}
