internal import SQLite

/// The rows of a group in the order of their time, whatever order they arrived in.
struct TimedRows {
  let times: [TimePoint]
  /// The other arguments of each row.
  let values: [[Value]]

  /// Takes time from the first argument. A row without a time, such as that of what could not be placed, is left
  /// out, and so is one without a value.
  init(_ rows: [[Value]]) throws {
    let known = try rows.filter { !$0.contains(.null) }.map { (try TimePoint($0[0]), Array($0.dropFirst())) }
      .sorted { $0.0.position < $1.0.position }
    times = known.map(\.0)
    values = known.map(\.1)
    for (one, next) in zip(times, times.dropFirst()) {
      if one.unit != next.unit {
        throw ArgumentError("times are of two kinds, \(one.unit.rawValue) and \(next.unit.rawValue)")
      }
      if one.position == next.position {
        throw ArgumentError("two rows are of one time, \(one.text): add them up first")
      }
    }
  }

  var count: Int { times.count }

  /// The value after the time, as a number.
  func numbers() throws -> [Double] { try values.map { try $0.real(0) } }

  /// The value after the time, as a count.
  func counts() throws -> [Int] { try values.map { try $0.integer(0) } }

  /// How many periods make one unit of a number, or a year of labels.
  ///
  /// - Throws: ``ArgumentError`` where a period has no row: a GROUP BY drops periods without events, and a trend
  ///   over what is left would be wrong.
  func periodsPerYear() throws -> Double {
    guard let first = times.first, let last = times.last, count > 1 else { return 1 }
    let step = first.unit == .number ? (last.position - first.position) / Double(count - 1) : 1
    for (index, time) in times.enumerated()
    where abs(time.position - first.position - Double(index) * step) > 1e-6 * step {
      let missing =
        first.unit == .number ? "times are not evenly spaced" : "there is no row for \(first.label(index))"
      throw ArgumentError("\(missing): a period without events wants a row with 0; months() lists them all")
    }
    let rate = first.unit.perYear / step
    return abs(rate - rate.rounded()) < 1e-6 * rate ? rate.rounded() : rate
  }

  /// The numbers at evenly spaced places, nil where a place has no row.
  func spread(atMost limit: Int) throws -> [Double?] {
    guard let first = times.first, let last = times.last else { return [] }
    let gaps = zip(times, times.dropFirst()).map { $1.position - $0.position }
    let step = first.unit == .number ? gaps.min() ?? 1 : 1
    let places = ((last.position - first.position) / step).rounded()
    guard places < Double(limit) else { throw ArgumentError("times span more than \(limit) periods") }
    var spread = [Double?](repeating: nil, count: Int(places) + 1)
    for (time, number) in zip(times, try numbers()) {
      let place = (time.position - first.position) / step
      guard abs(place - place.rounded()) < 1e-6 else { throw ArgumentError("times are not evenly spaced") }
      spread[Int(place.rounded())] = number
    }
    return spread
  }
}

extension TimePoint {
  /// The label as it was written.
  var text: String {
    switch label {
    case .text(let text): text
    case .integer(let number): String(number)
    default: String(position)
    }
  }
}

/// The rows of a group, kept until it ends. More than the limit is an error: a part of the group would give another
/// answer.
struct CollectedRows: Aggregation {
  let limit: Int
  let finish: @Sendable ([[Value]]) throws -> Value
  private var rows: [[Value]] = []
  private var first = 0

  /// Rows that methods take whose work grows with their number.
  static let usualLimit = 20_000
  /// Rows that methods take which compare all pairs.
  static let pairLimit = 5_000

  init(atMost limit: Int = usualLimit, finish: @escaping @Sendable ([[Value]]) throws -> Value) {
    self.limit = limit
    self.finish = finish
  }

  mutating func add(_ row: [Value]) throws {
    guard rows.count - first < limit else {
      throw ArgumentError("the group has more than \(limit) rows: group by a longer period")
    }
    rows.append(row)
  }

  mutating func removeFirst(_ row: [Value]) throws {
    first += 1
    guard first > 64, first * 2 > rows.count else { return }
    rows.removeFirst(first)
    first = 0
  }

  func result() throws -> Value { try finish(Array(rows[first...])) }
}
