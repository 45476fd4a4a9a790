internal import Calendar
internal import Records
public import SQLite

extension SeriesTable {
  /// Counts the observations of the file that the question asks for, all in one state of it.
  /// - Throws: ``QuestionError`` if there would be too many bins, or `SQLiteError`.
  public static func read(_ question: Question, from connection: Connection) throws -> SeriesTable {
    try connection.snapshot {
      let scope = try Scope(question, connection)
      return try SeriesReader(scope: scope, connection: connection).read()
    }
  }
}

/// A question with the range and the sources that the coverage ledger makes of it.
struct Scope {
  let question: Question
  let panel: Panel?
  var sql: SeriesSQL { SeriesSQL(question: question, panel: panel) }

  init(_ question: Question, _ connection: Connection) throws {
    guard question.views.sources == .same else {
      (self.question, panel) = (question, nil)
      return
    }
    let panel =
      try question.panel
      ?? Coverage.read(from: connection).panel(
        first: question.first, last: question.last, asOf: question.asOf, kind: question.kind)
    self.panel = panel
    self.question = question.over(
      first: question.first ?? panel?.first,
      last: question.last ?? panel.map { Period(containing: $0.last, kind: question.kind).last })
  }
}

/// Puts the numbers of one question into the calendar.
private struct SeriesReader {
  let question: Question
  let panel: Panel?
  let connection: Connection
  let reader: CountReader
  let periods: [Period]
  let bins: [ClosedRange<Int>]
  /// Where each bin's label stands among the bins.
  let places: [String: Int]

  private var sql: SeriesSQL { reader.sql }

  init(scope: Scope, connection: Connection) throws {
    (question, panel) = (scope.question, scope.panel)
    self.connection = connection
    reader = try CountReader(sql: scope.sql, connection: connection)
    periods = try Self.calendar(scope.question, reader)
    bins = periods.map { $0.first.number...$0.last.number }
    places = Dictionary(uniqueKeysWithValues: zip(periods.map(\.label), periods.indices))
  }

  private static func calendar(_ question: Question, _ reader: CountReader) throws -> [Period] {
    let span = try reader.span()
    guard let first = question.first ?? span.first ?? question.last,
      let last = question.last ?? span.last ?? question.first
    else { return [] }
    // Months are counted first: a range of too many bins is refused before it is built.
    let months = max(0, (last.year - first.year) * 12 + last.month - first.month)
    let bins = months / (question.kind == .year ? 12 : question.kind == .quarter ? 3 : 1) + 1
    guard bins <= Question.mostPeriods else { throw QuestionError.tooManyPeriods(bins, question.kind) }
    return Period.range(from: first, to: last, kind: question.kind)
  }

  func read() throws -> SeriesTable {
    let codes = try DimensionCodes(of: question.dimension, in: connection).list
    let blocks = try CountedAs.shown.map { try block($0, codes) }
    let others = try reader.others()
    return SeriesTable(
      question: question, periods: periods, blocks: blocks,
      others: CountedAs.listed.map { .init(series: $0, count: others[$0.rawValue] ?? 0) },
      label: try reader.highestLabel().map { Label(rank: $0) } ?? .clear,
      othersFigure: Figure("listed, not counted", sql.others()), panel: panel, grades: try grades())
  }

  private func grades() throws -> SeriesTable.GradeNumbers? {
    guard question.views.grade != .all else { return nil }
    var (kept, ungraded, lower) = (0, 0, 0)
    try connection.forEach(sql.grades()) { row in
      let count = try row.get(2, as: Int.self)
      if try row.get(0) { kept += count } else if try row.get(1) { ungraded += count } else { lower += count }
    }
    return .init(kept: kept, ungraded: ungraded, lower: lower)
  }

  private func block(_ series: CountedAs, _ codes: [DimensionCodes.Code]) throws -> SeriesBlock {
    let found = try countsByCode(series)
    // Every observation has a mechanism and a flow; of the rest it may have none.
    let without =
      question.dimension.isShared
      ? try counts(reader.without(series), reader.wideWithout, series) : Counts(bins: periods.count)
    var rows = ordered(found, codes)
    let listed = min(rows.count, question.limit ?? rows.count)
    let left = rows.count - listed
    rows.removeLast(left)
    if without.total > 0 {
      let label = "(no \(question.dimension.rawValue))"
      rows.append(SeriesRow(code: "", label: label, depth: 0, counts: without))
    }
    let total = try counts(reader.total(series), reader.wideTotal, series)
    return SeriesBlock(
      series: series, rows: rows, left: left, absent: absent(found, series, codes), total: total,
      figures: figures(series, without.total > 0, total.notPlaced > 0))
  }

  private func figures(_ series: CountedAs, _ without: Bool, _ wide: Bool) -> [Figure] {
    let (name, kind) = (series.rawValue, question.kind.rawValue)
    var out = [
      Figure("\(name) by \(question.dimension.rawValue) and \(kind)", sql.rows(series)),
      Figure("\(name) by \(kind), each once", sql.total(series)),
    ]
    if without {
      out.append(Figure("\(name) without \(question.dimension.rawValue)", sql.without(series)))
    }
    if wide {
      out.append(Figure("\(name), dates wider than a \(kind), to be spread", sql.wideRows(series)))
    }
    return out
  }

  // MARK: Rows into the calendar

  private func countsByCode(_ series: CountedAs) throws -> [String: Counts] {
    var out: [String: Counts] = [:]
    try reader.forEachRow(series) { code, placed in
      out[code, default: Counts(bins: bins.count)].add(placed.count, at: placed.bin.flatMap { places[$0] })
    }
    // A second statement only where a date needs it.
    guard out.values.contains(where: { $0.notPlaced > 0 }) else { return out }
    for (code, dates) in try reader.wideRows(series) { out[code]?.spread(dates, over: bins) }
    return out
  }

  private func counts(
    _ placed: [CountReader.Placed], _ wide: (CountedAs) throws -> [CountReader.Wide], _ series: CountedAs
  ) throws -> Counts {
    var out = Counts(bins: bins.count)
    for part in placed { out.add(part.count, at: part.bin.flatMap { places[$0] }) }
    if out.notPlaced > 0 { out.spread(try wide(series), over: bins) }
    return out
  }

  // MARK: Order

  private func ordered(_ found: [String: Counts], _ codes: [DimensionCodes.Code]) -> [SeriesRow] {
    var rest = found
    let rows = codes.compactMap { code in
      rest.removeValue(forKey: code.code).map {
        SeriesRow(code: code.code, label: code.label, depth: code.depth, counts: $0)
      }
    }
    let unnamed = rest.map { SeriesRow(code: $0.key, label: $0.key, depth: 0, counts: $0.value) }
    guard question.dimension.isOpen else { return rows + unnamed.sorted { $0.code < $1.code } }
    return (rows + unnamed).sorted { left, right in
      (right.counts.total, left.label, left.code) < (left.counts.total, right.label, right.code)
    }
  }

  /// Pressure is a mechanism and a series at once: neither is missed in the other.
  private func absent(
    _ found: [String: Counts], _ series: CountedAs, _ codes: [DimensionCodes.Code]
  ) -> [String] {
    let isMechanism = question.dimension == .mechanism
    guard !question.dimension.isOpen, series != .pressure || !isMechanism else { return [] }
    let pressure = isMechanism ? "pressure" : nil
    return codes.filter { !$0.isWithdrawn && found[$0.code] == nil && $0.code != pressure }.map(\.label)
  }
}
