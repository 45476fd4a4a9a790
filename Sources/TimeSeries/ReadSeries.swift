internal import Calendar
internal import Records
public import SQLite

extension SeriesTable {
  /// Counts the observations of the file that the question asks for, all in one state of it.
  /// - Throws: ``QuestionError`` if there would be too many bins, or `SQLiteError`.
  public static func read(_ question: Question, from connection: Connection) throws -> SeriesTable {
    try connection.snapshot { try SeriesReader(question: question, connection: connection).read() }
  }
}

/// Runs the statements of one question and puts their rows into the calendar.
private struct SeriesReader {
  let question: Question
  let connection: Connection
  let sql: SeriesSQL
  let periods: [Period]
  /// Where each bin's label stands among the bins.
  let places: [String: Int]

  init(question: Question, connection: Connection) throws {
    self.question = question
    self.connection = connection
    sql = SeriesSQL(question: question)
    periods = try Self.calendar(question, sql, connection)
    places = Dictionary(uniqueKeysWithValues: zip(periods.map(\.label), periods.indices))
  }

  private static func calendar(
    _ question: Question, _ sql: SeriesSQL, _ connection: Connection
  ) throws -> [Period] {
    let span = try connection.first(sql.span()) { row in
      try (
        row.get(0, as: Int?.self).map { Day(number: $0) }, row.get(1, as: Int?.self).map { Day(number: $0) }
      )
    }
    guard let first = question.first ?? span?.0 ?? question.last,
      let last = question.last ?? span?.1 ?? question.first
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
    let counts = try connection.rows(sql.others()) { row in
      try (row.get(0, as: String.self), row.get(1, as: Int.self))
    }
    let others = Dictionary(uniqueKeysWithValues: counts)
    let rank = try connection.value(sql.highestLabel(), as: Int?.self) ?? nil
    return SeriesTable(
      question: question, periods: periods, blocks: blocks,
      others: CountedAs.listed.map { .init(series: $0, count: others[$0.rawValue] ?? 0) },
      label: rank.map { Label(rank: $0) } ?? .clear,
      othersFigure: Figure("listed, not counted", sql.others()))
  }

  private func block(_ series: CountedAs, _ codes: [DimensionCodes.Code]) throws -> SeriesBlock {
    let found = try countsByCode(sql.rows(series))
    // Every observation has a mechanism and a flow; of the rest it may have none.
    let without =
      question.dimension.isShared ? try counts(sql.without(series)) : Counts(bins: periods.count)
    var rows = ordered(found, codes)
    let listed = min(rows.count, question.limit ?? rows.count)
    let left = rows.count - listed
    rows.removeLast(left)
    if without.total > 0 {
      let label = "(no \(question.dimension.rawValue))"
      rows.append(SeriesRow(code: "", label: label, depth: 0, counts: without))
    }
    return SeriesBlock(
      series: series, rows: rows, left: left, absent: absent(found, series, codes),
      total: try counts(sql.total(series)), figures: figures(series, without.total > 0))
  }

  private func figures(_ series: CountedAs, _ without: Bool) -> [Figure] {
    let by = "by \(question.dimension.rawValue) and \(question.kind.rawValue)"
    var out = [
      Figure("\(series.rawValue) \(by)", sql.rows(series)),
      Figure("\(series.rawValue) by \(question.kind.rawValue), each once", sql.total(series)),
    ]
    if without {
      out.append(Figure("\(series.rawValue) without \(question.dimension.rawValue)", sql.without(series)))
    }
    return out
  }

  // MARK: Rows into the calendar

  private func countsByCode(_ sql: SQL) throws -> [String: Counts] {
    var out: [String: Counts] = [:]
    try connection.forEach(sql) { row in
      let bin = try row.get(1, as: String?.self)
      add(try row.get(2), bin, to: &out[try row.get(0), default: Counts(bins: periods.count)])
    }
    return out
  }

  private func counts(_ sql: SQL) throws -> Counts {
    var out = Counts(bins: periods.count)
    try connection.forEach(sql) { add(try $0.get(1), try $0.get(0), to: &out) }
    return out
  }

  private func add(_ count: Int, _ bin: String?, to counts: inout Counts) {
    if let bin, let place = places[bin] { counts.placed[place] += count } else { counts.notPlaced += count }
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
