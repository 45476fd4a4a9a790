internal import Calendar
internal import SQLite
internal import Statistics

/// Dates as precise as they are known. Other text than a date gives 0 or NULL, never an error, so that a query
/// over a column shows the bad rows instead of stopping at the first.
let dateFunctions: [EntenteFunction] = [
  .scalar(
    "edtf_valid(text)", "INTEGER", "1 if the text is a date of EDTF level 1, else 0.",
    example: "SELECT edtf_valid('2019-06~') = 1"
  ) { .integer(date(try $0.text(0)) == nil ? 0 : 1) },
  .scalar(
    "edtf_earliest(text)", "TEXT",
    "The first day the date allows, YYYY-MM-DD; NULL if it is open, or the text is no date.",
    example: "SELECT edtf_earliest('2019-06') = '2019-06-01'"
  ) { day(date(try $0.text(0))?.earliest) },
  .scalar(
    "edtf_latest(text)", "TEXT",
    "The last day the date allows, YYYY-MM-DD; NULL if it is open, or the text is no date.",
    example: "SELECT edtf_latest('2019-06/2019-09') = '2019-09-30'"
  ) { day(date(try $0.text(0))?.latest) },
  .scalar(
    "edtf_precision(text)", "TEXT",
    "How wide the date is written: day, month, season, year, decade, century, interval; NULL if it is no date.",
    example: "SELECT edtf_precision('201X') = 'decade'"
  ) { date(try $0.text(0)).map { .text($0.precision.rawValue) } ?? .null },
  .scalar(
    "date_first(text, precision)", "TEXT",
    """
    The first day of what a date means that is known to a day, week, month, quarter, year or range: for data that \
    keep date and precision apart. NULL if the text is no date, or its start is open.
    """,
    example: "SELECT date_first('2019-06-19', 'month') = '2019-06-01'"
  ) { day(try Precision(named: $0.text(1)).first(of: $0.text(0))) },
  .scalar(
    "date_last(text, precision)", "TEXT", "The last day of it.",
    example:
      """
      SELECT date_last('2019-06-19', 'week') = '2019-06-23'
        AND date_last('2024-Q1', 'quarter') = '2024-03-31'
      """
  ) { day(try Precision(named: $0.text(1)).last(of: $0.text(0))) },
  .scalar(
    "date_share(first, last, bin_first, bin_last)", "REAL",
    """
    Which share of the days from first to last lies in the bin, 0 to 1. Days are YYYY-MM-DD, or numbers of days since \
    1970-01-01. Shares are no counts: never test them.
    """,
    example: """
      SELECT date_share('2023-12-30', '2024-01-05', '2024-01-01', '2024-01-31')
        = 5 / 7.0
      """
  ) { arguments in
    let days = try (0..<4).map { try dayNumber(arguments[$0]) }
    guard let first = days[0], let last = days[1], let start = days[2], let end = days[3] else {
      return .null
    }
    guard first <= last, start <= end else { return .null }
    let shares = DateShares.shares(of: first...last, in: [start...end])
    return .real(shares.first?.share.value ?? 0)
  },
]

private func date(_ text: String) -> EDTF? { try? EDTF(text) }

private func day(_ day: Day?) -> Value { day.map { .text($0.description) } ?? .null }

/// A day as text or as a number of days since 1970-01-01; nil if the text is none.
func dayNumber(_ value: Value) throws -> Int? {
  switch value {
  case .integer(let number): return Int(exactly: number)
  case .text(let text): return Day(text)?.number
  default: throw ArgumentError("a day is \(value.className), not text or a whole number")
  }
}

/// How precisely a date is known that is kept apart from its precision.
private enum Precision: String, CaseIterable {
  case day, week, month, quarter, year, range

  init(named name: String) throws {
    guard let precision = Precision(rawValue: name) ?? (name == "interval" ? .range : nil) else {
      let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw ArgumentError("'\(name)' is no precision: write one of \(names)")
    }
    self = precision
  }

  func first(of text: String) -> Day? {
    if let quarter = Self.quarter(text) { return widened(quarter.first).first }
    return date(text)?.earliest.map { widened($0).first }
  }

  func last(of text: String) -> Day? {
    if let quarter = Self.quarter(text) { return widened(quarter.last).last }
    return date(text)?.latest.map { widened($0).last }
  }

  /// `2024-Q1`, which is not EDTF but what our own views write.
  private static func quarter(_ text: String) -> (first: Day, last: Day)? {
    guard let time = TimePoint(text), time.unit == .quarter else { return nil }
    let start = Day(year: time.index / 4, month: time.index % 4 * 3 + 1, day: 1)
    return start.map {
      (Period(containing: $0, kind: .quarter).first, Period(containing: $0, kind: .quarter).last)
    }
  }

  /// The bin around a day. Weeks begin on Monday.
  private func widened(_ day: Day) -> (first: Day, last: Day) {
    let kind: PeriodKind
    switch self {
    case .day, .range: return (day, day)
    case .week:
      let monday = day.advanced(by: 1 - day.weekday)
      return (monday, monday.advanced(by: 6))
    case .month: kind = .month
    case .quarter: kind = .quarter
    case .year: kind = .year
    }
    let period = Period(containing: day, kind: kind)
    return (period.first, period.last)
  }
}
