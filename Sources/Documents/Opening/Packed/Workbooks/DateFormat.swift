public import Calendar

/// What a number format shows of a date. A cell that shows only the month is known to the month.
/// Source: ECMA-376, Office Open XML, part 1, 18.8.30 and 18.8.31.
enum DateFormat {
  case day, month, year, time

  /// nil for a format of numbers.
  init?(builtIn number: Int) {
    switch number {
    case 17, 55: self = .month
    case 14...16, 22, 27...31, 36, 50...54, 56...58: self = .day
    case 18...21, 32...35, 45...47: self = .time
    default: return nil
    }
  }

  /// A format of the workbook's own, as dd.mm.yyyy or yyyy"年"m"月".
  init?(code: String) {
    let letters = Self.letters(code)
    if letters.contains("d") {
      self = .day
    } else if letters.contains("y") {
      self = letters.contains("m") ? .month : .year
    } else if letters.contains("h") || letters.contains("s") {
      self = .time
    } else if letters.contains("m"), !letters.contains("0"), !letters.contains("#") {
      self = .month
    } else {
      return nil
    }
  }

  /// Without what is printed as it stands: quoted texts, escaped signs, colours and conditions.
  private static func letters(_ code: String) -> [Character] {
    var result: [Character] = []
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    if code.lowercased().hasPrefix("general") { return [] }
    for sign in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = sign != "\""
      } else if isBracketed {
        isBracketed = sign != "]"
      } else {
        switch sign {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        case ";": return result
        default: result.append(sign)
        }
      }
    }
    return result
  }
}

/// Days as Excel counts them.
public enum SerialDay {
  /// The day of a serial number.
  /// - Parameters:
  ///   - serial: whole days; 1 is 1 January 1900, and there is a 29 February 1900 that never was.
  ///   - is1904: 0 is 1 January 1904, as old files of the Macintosh count.
  /// - Returns: nil for that day, and for numbers beyond the year 9999 or below the first day.
  public static func day(_ serial: Int, is1904: Bool = false) -> Day? {
    let serial = is1904 ? serial + 1462 : serial
    guard 1...2_958_465 ~= serial, serial != 60 else { return nil }
    return Day(number: serial - (serial < 60 ? 25_568 : 25_569))
  }

  /// A serial number as it is shown: the day, with a time where it has one, or the month, or the year.
  static func text(_ number: Double, _ format: DateFormat, is1904: Bool) -> String? {
    guard format != .time, number >= 1, number < 3_000_000, let day = day(Int(number), is1904: is1904) else {
      return nil
    }
    let date = day.description
    switch format {
    case .month: return String(date.prefix(7))
    case .year: return String(date.prefix(4))
    default: return date
    }
  }
}
