internal import Calendar
internal import Documents
internal import Formats

/// Reads dates as people write them into sheets.
enum SheetDate {
  struct Problem: Error {
    var reason: String
    var hint: String
  }

  /// The date as EDTF.
  static func read(_ cell: SheetCell, _ style: CellStyle) throws(Problem) -> String {
    let text = withoutTime(cell.text.trimmedBlanks)
    if cell.kind == .date { return text }
    if let serial = serial(text, cell.kind, style) { return serial }
    if let date = try? EDTF(text) { return date.description }
    if let parts = figures(text) { return try date(parts, style, text) }
    if let told = told(text) { return told }
    throw Problem(
      reason: "it is no date that can be read",
      hint: "Write 2019-06-05, 05.06.2019, 2019-06 or 2019, or give it a value in the map.")
  }

  /// `2019-06-05T10:30:00`, `05.06.2019 10:30`.
  private static func withoutTime(_ text: String) -> String {
    guard let cut = text.lastIndex(where: { $0 == " " || $0 == "T" }) else { return text }
    let rest = text[text.index(after: cut)...]
    let isTime = rest.contains(":") && rest.allSatisfy { $0.isASCII && ($0.isNumber || ":.Z+-".contains($0)) }
    return isTime && text[..<cut].contains(where: \.isNumber) ? String(text[..<cut]).trimmedBlanks : text
  }

  /// 43621: the days since 1900 of a cell that lost its format. Years have four figures.
  private static func serial(_ text: String, _ kind: SheetCell.Kind, _ style: CellStyle) -> String? {
    let whole = text.split(separator: ".", maxSplits: 1).first.map(String.init) ?? text
    guard whole.utf8.count == 5, let number = Int(whole), Double(text) != nil, 10_000...80_000 ~= number
    else {
      return nil
    }
    return SerialDay.day(number, is1904: style.is1904)?.description
  }

  // MARK: Figures

  private struct Figures {
    var numbers: [(value: Int, digits: Int)]
    var mark: Character
  }

  /// `05.06.2019`, `6/5/19`, `2019/6`, `06.2019 г.`
  private static func figures(_ text: String) -> Figures? {
    var text = text
    for tail in ["года", "год", "г.", "г"] where text.hasSuffix(tail) {
      text = String(text.dropLast(tail.count)).trimmedBlanks
      break
    }
    for mark: Character in [".", "/", "-"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false).map {
        String($0).trimmedBlanks
      }
      guard 2...3 ~= parts.count, parts.allSatisfy({ 1...4 ~= $0.utf8.count && $0.utf8.allSatisfy(isDigit) })
      else { continue }
      return Figures(numbers: parts.map { (Int($0) ?? 0, $0.utf8.count) }, mark: mark)
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func date(_ figures: Figures, _ style: CellStyle, _ text: String) throws(Problem) -> String {
    let numbers = figures.numbers
    if numbers.count == 2 { return try month(numbers, text) }
    if numbers[0].digits == 4 || style.order == .year, numbers[2].digits < 3 {
      return try day(year(numbers[0]), numbers[1].value, numbers[2].value, text)
    }
    guard numbers[2].digits == 4 || numbers[2].digits == 2 else { throw none(text) }
    let (first, second, year) = (numbers[0].value, numbers[1].value, year(numbers[2]))
    switch style.order {
    case .day: return try day(year, second, first, text)
    case .month: return try day(year, first, second, text)
    case .year, nil: break
    }
    // Points stand behind days all over the world; slashes do not tell.
    if figures.mark == "." || first > 12 || first == second { return try day(year, second, first, text) }
    if second > 12 { return try day(year, first, second, text) }
    throw Problem(
      reason: "it can be read with the day or the month first",
      hint: "Say which under [sheet] or at the column: dates = \"day-first\" or \"month-first\".")
  }

  private static func month(_ numbers: [(value: Int, digits: Int)], _ text: String) throws(Problem) -> String
  {
    let isYearFirst = numbers[0].digits == 4
    let (year, month) = isYearFirst ? (numbers[0], numbers[1].value) : (numbers[1], numbers[0].value)
    guard year.digits == 4, 1...12 ~= month else { throw none(text) }
    return "\(year.value.padded(4))-\(month.padded(2))"
  }

  /// 19 is 2019, 99 is 1999.
  private static func year(_ number: (value: Int, digits: Int)) -> Int {
    number.digits > 2 ? number.value : number.value + (number.value < 69 ? 2000 : 1900)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int, _ text: String) throws(Problem) -> String {
    guard let day = Day(year: year, month: month, day: day) else { throw none(text) }
    return day.description
  }

  private static func none(_ text: String) -> Problem {
    Problem(
      reason: "there is no such day in the calendar",
      hint: "Is the order of day and month right? It is set by dates = \"day-first\" or \"month-first\".")
  }

  // MARK: Words

  /// `5 июня 2019 г.`, `June 2019`, `2019年6月5日`, `Q2 2019`: the whole cell is one date.
  private static func told(_ text: String) -> String? {
    let found = Dates.all(in: Lexemes(text), published: nil)
    guard found.count == 1, let date = found.first, date.alternatives.isEmpty, !date.isBound else {
      return nil
    }
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes[..<date.span.lowerBound], as: UTF8.self).trimmedBlanks
    let behind = String(decoding: bytes[date.span.upperBound...], as: UTF8.self).trimmedBlanks
    return before.isEmpty && ["", ".", "г", "г.", "года", "год"].contains(behind)
      ? date.date.description : nil
  }
}

extension Int {
  fileprivate func padded(_ width: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, width - text.count)) + text
  }
}

extension String {
  /// Without blanks at both ends, no-break spaces among them; those inside become plain.
  var trimmedBlanks: String {
    let plain = String(map { $0.isWhitespace && !$0.isNewline ? " " : $0 })
    var slice = plain[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
