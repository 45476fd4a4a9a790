import Calendar
import Documents
import Formats
import TestSupport

/// A phrase of a public collection with the days it means there.
struct KeyPhrase {
  /// What a phrase means, where that is no day, month, year, range or quarter.
  enum Excluded: String, CaseIterable {
    case feast = "feasts and days counted from them"
    case clock = "clock times, parts of a day, \"now\""
    case duration = "durations, sets and time zones"
    case fiscal = "fiscal and school years"
    case otherCalendar = "lunar days and years of an emperor's reign"
    case unresolved = "not resolved by the collection either"
  }

  /// Days of the collection; several where it lists the past and the next.
  struct Meaning {
    var days: ClosedRange<Day>
    /// The season, where the collection names it instead of days.
    var season: String?
  }

  var text: String
  /// Bytes of the phrase in the text.
  var span: Range<Int>
  var today: Day
  var meanings: [Meaning] = []
  /// Before, after, since, until: the meaning is the date that bounds.
  var isBound = false
  /// Start, mid or end: the meaning is the whole.
  var isPart = false
  var excluded: Excluded?

  /// The answers that the grammar gives for the phrase: as told, and read back and ahead.
  var answers: [Dates.Found] {
    let directions: [Dates.Direction] = [.asTold, .past, .future]
    return directions.compactMap { direction in
      let found = Dates.all(in: Lexemes(text), published: today, direction: direction)
      let inside = found.filter { $0.span.overlaps(span) }
      return inside.count == 1 ? inside[0] : nil
    }
  }

  var isRight: Bool { answers.contains { answer in meanings.contains { isRight(answer, $0) } } }

  private func isRight(_ found: Dates.Found, _ meaning: Meaning) -> Bool {
    readings(found).contains { date in
      if let season = meaning.season { return date.description.hasSuffix(season) }
      return isRight(date, found, meaning.days)
    }
  }

  private func readings(_ found: Dates.Found) -> [EDTF] { [found.date] + found.alternatives }

  private func isRight(_ date: EDTF, _ found: Dates.Found, _ days: ClosedRange<Day>) -> Bool {
    guard let first = date.earliest, let last = date.latest else { return false }
    if isBound { return found.bound != nil && isRight(first, last, lastPiece(date), days) }
    if isPart { return found.days != nil && first == days.lowerBound && last == days.upperBound }
    if let narrow = found.days {
      if narrow == days { return true }
      // "Two years ago": the collections give a day, a month or the year.
      if narrow.lowerBound == narrow.upperBound, days.contains(narrow.lowerBound),
        (first...last).contains(days.lowerBound),
        (first...last).contains(days.upperBound)
      {
        return true
      }
    }
    if date.precision == .season {
      return abs(first.distance(to: days.lowerBound)) <= 31 && abs(last.distance(to: days.upperBound)) <= 31
    }
    return isRight(first, last, lastPiece(date), days)
  }

  /// The end of a range is its last day, the day behind it, or the first day of what it names last.
  private func isRight(_ first: Day, _ last: Day, _ lastPiece: Day?, _ days: ClosedRange<Day>) -> Bool {
    guard first == days.lowerBound else { return false }
    // Of a quarter or a half EDTF only shows the last month.
    let quarter = Period(containing: last, kind: .quarter)
    let starts = [lastPiece, last == quarter.last ? quarter.first : nil].compactMap { $0 }
    return last == days.upperBound
      || starts.contains { $0 != first && ($0 == days.upperBound.advanced(by: 1) || $0 == days.upperBound) }
  }

  private func lastPiece(_ date: EDTF) -> Day? {
    guard date.precision == .interval else { return nil }
    let text = date.description.split(separator: "/").last.map(String.init) ?? ""
    return (try? EDTF(text))?.earliest
  }
}

extension KeyPhrase {
  /// A feast is named in the phrase.
  static func namesFeast(_ text: String) -> Bool {
    let small = text.lowercased()
    return feasts.contains(where: small.contains)
  }

  private static let feasts = [
    "christmas", "xmas", "easter", "thanksgiving", "halloween", "new year", "ides", "independence",
    "labor day",
    "labour day", "memorial", "valentine", "martin luther", "mlk", "mother's day", "father's day",
    "black friday",
    "cyber monday", "earth day", "patrick", "juneteenth", "april fool", "columbus", "veteran",
    "presidents' day",
    "ramadan", "eid al", "new year's eve", "workers' day", "freedom day", "jubilee day", "hanukkah", "diwali",
    " eve", "good friday", "ash wednesday", "holiday", "mardi gras", "cinco de mayo",
    "春节", "元旦", "中秋", "端午", "国庆", "圣诞", "清明", "元宵", "除夕", "感恩", "万圣", "母亲节", "父亲节", "劳动节", "妇女节",
    "儿童节", "情人节", "重阳", "七夕", "建军节", "教师节", "植树节", "愚人节", "光棍节", "节",
  ]

  static func json(_ path: String) throws -> JSONValue {
    var bytes = try TestFile.bytes(of: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return try JSONValue.parse(bytes)
  }
}

extension KeyPhrase: CustomStringConvertible {
  var description: String {
    let bytes = Array(text.utf8)
    let phrase = String(decoding: bytes[span], as: UTF8.self)
    let want = meanings.map { $0.season ?? "\($0.days.lowerBound)..\($0.days.upperBound)" }
    let got = answers.map { "\($0.date)\($0.bound.map { " \($0)" } ?? "")\($0.days.map { " \($0)" } ?? "")" }
    return
      "[\(phrase)] want \(want)\(isBound ? " bound" : "")\(isPart ? " part" : "") got \(Set(got).sorted()) in: \(text)"
  }
}
