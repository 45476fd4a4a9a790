internal import Calendar

/// A stretch of days as the calendar names it.
struct Stretch {
  /// A day, a month, a season, a year, a decade or a century.
  enum Piece: Hashable {
    case day(Day)
    case month(Int, Int)
    case season(Int, Int)
    case year(Int)
    case decade(Int)
    case century(Int)
  }

  var from: Piece
  var to: Piece
  /// The days that the words mean more narrowly than EDTF can say it: those of late July.
  var narrow: ClosedRange<Day>?

  init(_ piece: Piece) { (from, to) = (piece, piece) }
  init(_ from: Piece, _ to: Piece) { (self.from, self.to) = (from, to) }

  /// The first and last day; nil outside the calendar.
  var days: ClosedRange<Day>? {
    guard let first = from.days?.lowerBound, let last = to.days?.upperBound, first <= last else { return nil }
    return first...last
  }

  /// As EDTF writes it; nil where the calendar has no such date, or it runs backwards.
  var edtf: EDTF? {
    guard days != nil else { return nil }
    if from == to { return try? EDTF(from.text) }
    return try? EDTF("\(from.end(isLast: false))/\(to.end(isLast: true))")
  }
}

extension Stretch.Piece {
  var days: ClosedRange<Day>? {
    switch self {
    case .day(let day): return day...day
    case .month(let year, let month): return Self.months(year, month, 1)
    // Winter begins in December and ends in the next year.
    case .season(let year, let season): return Self.months(year, season * 3, 3)
    case .year(let year): return Self.months(year, 1, 12)
    case .decade(let year): return Self.months(year, 1, 120)
    case .century(let year): return Self.months(year, 1, 1200)
    }
  }

  private static func months(_ year: Int, _ month: Int, _ count: Int) -> ClosedRange<Day>? {
    guard 1...9000 ~= year, 1...12 ~= month, let first = Day(year: year, month: month, day: 1) else {
      return nil
    }
    let next = year * 12 + month - 1 + count
    return Day(year: next / 12, month: next % 12 + 1, day: 1).map { first...$0.advanced(by: -1) }
  }

  var text: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
    case .season(let year, let season): "\(Self.padded(year, 4))-\(20 + season)"
    case .year(let year): Self.padded(year, 4)
    case .decade(let year): "\(Self.padded(year / 10, 3))X"
    case .century(let year): "\(Self.padded(year / 100, 2))XX"
    }
  }

  /// The text at an end of an interval, where no digit may be left open.
  fileprivate func end(isLast: Bool) -> String {
    switch self {
    case .decade(let year): Self.padded(isLast ? year + 9 : year, 4)
    case .century(let year): Self.padded(isLast ? year + 99 : year, 4)
    default: text
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
