internal import Calendar
internal import SQLite

/// Where a row stands in time: the label of a period, a day, or a number.
struct TimePoint {
  /// What labels count in.
  enum Unit: String {
    case day, month, quarter, year, number

    /// How many make a year; a number is in years already.
    var perYear: Double {
      switch self {
      case .day: 365.2425
      case .month: 12
      case .quarter: 4
      case .year, .number: 1
      }
    }
  }

  /// What the position counts in.
  let unit: Unit
  /// Whole units since the year 0, days since 1970-01-01, or the number itself.
  let position: Double
  /// What the caller wrote.
  let label: Value

  /// The whole units; of a number, its whole part.
  var index: Int { Int(position) }

  init(_ value: Value) throws {
    switch value {
    case .integer(let number): self.init(.number, Double(number), value)
    case .real(let number) where abs(number) < 1e15: self.init(.number, number, value)
    case .text(let text):
      guard let point = TimePoint(text) else {
        throw ArgumentError("'\(text)' is no time: write 2019, 2019-Q2, 2019-06, 2019-06-05 or a number")
      }
      self = point
    default: throw ArgumentError("a time is \(value.className), not text or a number")
    }
  }

  /// Reads the label of a period, as our views write it, or a day.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let year = Self.number(bytes.prefix(4), digits: 4) else { return nil }
    switch bytes.count {
    case 4: self.init(.year, Double(year), .text(text))
    case 7 where bytes[4] == 0x2D && bytes[5] == 0x51:
      guard let quarter = Self.number(bytes.suffix(1), digits: 1), (1...4).contains(quarter) else {
        return nil
      }
      self.init(.quarter, Double(year * 4 + quarter - 1), .text(text))
    case 7 where bytes[4] == 0x2D:
      guard let month = Self.number(bytes.suffix(2), digits: 2), (1...12).contains(month) else { return nil }
      self.init(.month, Double(year * 12 + month - 1), .text(text))
    case 10:
      guard let day = Day(text) else { return nil }
      self.init(.day, Double(day.number), .text(text))
    default: return nil
    }
  }

  private init(_ unit: Unit, _ position: Double, _ label: Value) {
    (self.unit, self.position, self.label) = (unit, position, label)
  }

  private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int? {
    guard bytes.count == digits, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The label so many units after this one, for messages.
  func label(_ units: Int) -> String {
    let index = index + units
    switch unit {
    case .day: return Day(number: index).description
    case .month: return Self.month(index)
    case .quarter: return "\(Self.month(index / 4 * 12).prefix(4))-Q\(index % 4 + 1)"
    case .year: return String(index)
    case .number: return String(index)
    }
  }

  private static func month(_ index: Int) -> String {
    Day(year: index / 12, month: index % 12 + 1, day: 1).map { Period(containing: $0, kind: .month).label }
      ?? ""
  }
}
