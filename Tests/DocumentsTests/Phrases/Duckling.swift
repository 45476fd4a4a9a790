import Calendar
import Formats

/// The phrases of Duckling: `(2013, 2, 15, 0, 0, 0) Day`, `((2013, 7, 13, ...), (2013, 7, 16, ...)) Day` with the end
/// left out, `After (2014, ...) Year`.
enum Duckling {
  static func phrases(_ path: String) throws -> [KeyPhrase] {
    let file = try KeyPhrase.json(path)
    guard let today = (file["reference"]?.string).flatMap({ try? EDTF(String($0.prefix(10))) })?.earliest
    else {
      return []
    }
    return (file["examples"]?.array ?? []).flatMap { example in
      (example["phrases"]?.array ?? []).compactMap(\.string).map { text in
        var phrase = KeyPhrase(text: text, span: 0..<text.utf8.count, today: today)
        read(example["kind"]?.string ?? "", example["value"]?.string ?? "", &phrase)
        return phrase
      }
    }
  }

  private static func read(_ kind: String, _ value: String, _ phrase: inout KeyPhrase) {
    if kind.contains("Holiday") || KeyPhrase.namesFeast(phrase.text) { phrase.excluded = .feast }
    if phrase.text == "at this time" { phrase.excluded = .clock }
    let numbers = value.split { !($0.isNumber || $0 == "-") }.compactMap { Int($0) }
    let grain = value.split(separator: ")").last.map { $0.filter(\.isLetter) } ?? ""
    guard ["Day", "Week", "Month", "Quarter", "Year"].contains(grain) else {
      phrase.excluded = phrase.excluded ?? .clock
      return
    }
    phrase.isBound = value.hasPrefix("After") || value.hasPrefix("Before")
    let isInterval = value.hasPrefix("((")
    guard numbers.count >= (isInterval ? 12 : 6), let first = day(numbers[0..<3]) else {
      phrase.excluded = phrase.excluded ?? .unresolved
      return
    }
    guard let last = isInterval ? day(numbers[6..<9])?.advanced(by: -1) : end(first, grain), first <= last
    else { return }
    phrase.meanings = [KeyPhrase.Meaning(days: first...last)]
    if value.hasPrefix("Before") {
      // The date that bounds is the one named, or ends the day before.
      let before = first.advanced(by: -1)
      if let month = Day(year: before.year, month: before.month, day: 1) {
        phrase.meanings.append(KeyPhrase.Meaning(days: month...before))
      }
    }
  }

  /// Months and days that are not counted are 0 in one of the files.
  private static func day(_ parts: ArraySlice<Int>) -> Day? {
    let parts = Array(parts)
    return Day(year: parts[0], month: max(parts[1], 1), day: max(parts[2], 1))
  }

  private static func end(_ first: Day, _ grain: String) -> Day? {
    switch grain {
    case "Day": first
    case "Week": first.advanced(by: 6)
    case "Month": Period(containing: first, kind: .month).last
    case "Quarter": Period(containing: first, kind: .quarter).last
    default: Period(containing: first, kind: .year).last
    }
  }
}
