internal import Calendar
internal import SQLite
internal import Statistics

/// What the two commonest errors need: periods without events, and dates wider than a period.
let calendarTables: [EntenteFunction] = [
  .table(
    "months", ["from", "to"], columns: ["month", "first", "last"],
    """
    Every calendar month from one to the other, with its first and last day; from and to are dates of any precision. \
    Left-joined with counts, months without events are 0 and not missing.
    """,
    example: """
      SELECT group_concat(month) = '2019-11,2019-12,2020-01'
      FROM months('2019-11', '2020-01-15')
      """
  ) { arguments in
    guard let first = try bound(arguments[0], \.earliest), let last = try bound(arguments[1], \.latest) else {
      return []
    }
    return try months(from: first, to: last).map {
      [.text($0.label), .text($0.first.description), .text($0.last.description)]
    }
  },
  .table(
    "allocate", ["first", "last"], columns: ["month", "share"],
    """
    The months that the days from first to last lie in, each with its share of them; shares add up to 1. Expected \
    numbers, not counts: never test them.
    """,
    example: """
      SELECT group_concat(month || ' ' || round(share, 3), ', ')
        = '2023-12 0.286, 2024-01 0.714'
      FROM allocate('2023-12-30', '2024-01-05')
      """
  ) { arguments in
    guard let first = try bound(arguments[0], \.earliest), let last = try bound(arguments[1], \.latest),
      first <= last
    else { return [] }
    let months = try months(from: first, to: last)
    let shares = DateShares.shares(
      of: first.number...last.number, in: months.map { $0.first.number...$0.last.number })
    return shares.map { [.text(months[$0.bin].label), .real($0.share.value)] }
  },
]

/// As many months as SQLite's own dates have.
private let mostMonths = 120_000

private func months(from first: Day, to last: Day) throws -> [Period] {
  let count = (last.year - first.year) * 12
  guard count < mostMonths else {
    throw ArgumentError("more than \(mostMonths) months lie between \(first) and \(last)")
  }
  return Period.range(from: first, to: last, kind: .month)
}

/// The day of a date, or of a number of days since 1970-01-01; nil for what is none, so that a bad row has no months.
private func bound(_ value: Value, _ end: KeyPath<EDTF, Day?>) throws -> Day? {
  switch value {
  case .null: return nil
  case .integer(let number): return Day(number: Int(number))
  case .text(let text): return (try? EDTF(text))?[keyPath: end]
  default: throw ArgumentError("a date is \(value.className), not text")
  }
}
