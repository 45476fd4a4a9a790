/// Finds out why a text was refused. It runs only after the parser has said no, so it may be slow and must
/// never be what decides whether a text is a date.
enum EDTFRefusal {
  private static let checks: [@Sendable (String) -> EDTFError?] = [
    emptiness, spacing, digits, humanForm, sets, draft, brackets, interval, dateAndTime,
    LevelTwo.significantDigits,
    LevelTwo.exponent, LevelTwo.qualifiers, LevelTwo.unspecified, LevelTwo.monthCode, calendar, longYear,
  ]

  static func explain(_ text: String) -> EDTFError {
    for check in checks {
      if let error = check(text) { return error }
    }
    return EDTFError(text, "\(EDTFError.quoted(text)) is not a date of EDTF level 1.")
  }

  private static func emptiness(_ text: String) -> EDTFError? {
    guard text.allSatisfy(\.isWhitespace) else { return nil }
    return EDTFError(text, "The date is empty.")
  }

  private static func spacing(_ text: String) -> EDTFError? {
    let tight = text.filter { !$0.isWhitespace }
    guard tight != text, EDTF(parsing: tight) != nil else { return nil }
    return EDTFError(text, "A date has no spaces in it or around it.", suggestion: tight)
  }

  /// Digits of other scripts, and the hyphens, dashes and slashes that word processors put in.
  private static func digits(_ text: String) -> EDTFError? {
    var plain = ""
    for character in text {
      if !character.isASCII, character.unicodeScalars.first?.properties.numericType == .decimal,
        let value = character.wholeNumberValue
      {
        plain += String(value)
      } else if "‐‑‒–—−".contains(character) {
        plain += "-"
      } else {
        plain.append(character)
      }
    }
    guard plain != text else { return nil }
    let suggestion = EDTF(parsing: plain) != nil ? plain : HumanForms.readings(of: plain).first
    return EDTFError(
      text, "\(EDTFError.quoted(text)) has digits or hyphens that are not ASCII.", suggestion: suggestion)
  }

  private static func humanForm(_ text: String) -> EDTFError? {
    let readings = HumanForms.readings(of: text)
    guard let first = readings.first else { return nil }
    let reason = "\(EDTFError.quoted(text)) is not written as EDTF writes it."
    guard let other = readings.dropFirst().first else {
      return EDTFError(text, reason, suggestion: first)
    }
    return EDTFError(
      text, reason, hint: "Write \(first) if the day comes first, \(other) if the month does.")
  }

  private static func sets(_ text: String) -> EDTFError? {
    guard text.first == "[" || text.first == "{" else { return nil }
    return EDTFError(
      text, "Sets of dates ([..] and {..}) are level 2; level 1 has one date or one interval.",
      hint: "Write the interval that holds them all, such as 2019-06/2019-09, or record each date by itself.")
  }

  /// What the draft of 2012 wrote: `unknown`, `open`, `u`, and a small `x` on top.
  private static func draft(_ text: String) -> EDTFError? {
    let lowercased = text.lowercased()
    if lowercased.contains("unknown") || lowercased.contains("open") {
      let ends = lowercased.split(separator: "/", omittingEmptySubsequences: false)
      let current = ends.map { $0 == "unknown" ? "" : $0 == "open" ? ".." : String($0) }
      return EDTFError(
        text, "The words unknown and open are of the draft of 2012.",
        suggestion: current.joined(separator: "/"),
        hint: "An unknown end of an interval is left empty (2019/), an open one is two dots (2019/..).")
    }
    guard lowercased.contains(where: { "ux".contains($0) }), text != text.uppercased(),
      lowercased.allSatisfy({ $0.isASCII && ($0.isNumber || "ux-?~%".contains($0)) })
    else { return nil }
    let capital = String(lowercased.map { "ux".contains($0) ? "X" : $0 })
    return EDTFError(
      text, "An unspecified digit is a capital X.",
      suggestion: EDTF(parsing: capital) != nil ? capital : explain(capital).suggestion)
  }

  private static func brackets(_ text: String) -> EDTFError? {
    guard text.contains(where: { "()".contains($0) }) else { return nil }
    let bare = text.filter { !"()".contains($0) }
    return EDTFError(
      text, "Brackets around a part of a date are of the draft of 2012.",
      suggestion: EDTF(parsing: bare) != nil ? bare : explain(bare).suggestion)
  }

  private static func interval(_ text: String) -> EDTFError? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count > 1 else { return nil }
    guard ends.count == 2 else { return EDTFError(text, "An interval has one slash and two ends.") }
    if ends.allSatisfy({ $0.isEmpty || $0 == ".." }) {
      return EDTFError(text, "An interval without any date says nothing.")
    }
    for (index, end) in ends.enumerated()
    where EDTF(parsing: "\(end)/..") == nil && end != ".." && !end.isEmpty {
      let place = index == 0 ? "start" : "end"
      let (reason, bounds) = problem(of: end)
      var better = ends
      better[index] = bounds.map { index == 0 ? $0.start : $0.end } ?? end
      return EDTFError(
        text, "The \(place) of the interval: \(reason)", suggestion: better.joined(separator: "/"))
    }
    return EDTFError(
      text, "The interval runs backwards: it ends before it begins.", suggestion: "\(ends[1])/\(ends[0])")
  }

  /// What is wrong with the end of an interval, and the dates that level 1 would put at the start and at the end.
  private static func problem(of end: String) -> (reason: String, bounds: (start: String, end: String)?) {
    if end.first == "P" { return ("durations are not part of EDTF, an end is a date.", nil) }
    if let date = EDTF(parsing: end), let earliest = date.earliest, let latest = date.latest {
      if end.contains("T") {
        return ("it is a date without a time of day.", (earliest.description, latest.description))
      }
      return (
        "unspecified digits in an interval are level 2.", LevelTwo.ends(from: earliest, to: latest)
      )
    }
    let error = explain(end)
    let bounds = error.suggestion.map { suggestion in
      let parts = suggestion.split(separator: "/").map(String.init)
      return (start: parts.first ?? suggestion, end: parts.last ?? suggestion)
    }
    return (error.reason, bounds)
  }

  private static func dateAndTime(_ text: String) -> EDTFError? {
    guard let letter = text.firstIndex(where: { "Tt".contains($0) }), let day = Day(String(text[..<letter]))
    else { return nil }
    return EDTFError(
      text,
      "The time of day is not hh:mm:ss with nothing, Z or an offset such as +08:00 behind it.",
      suggestion: day.description)
  }

  /// Dates of the right shape that the calendar does not have.
  private static func calendar(_ text: String) -> EDTFError? {
    var bare = text[...]
    while let last = bare.last, "?~%".contains(last) { bare.removeLast() }
    if bare.hasPrefix("-0000") {
      return EDTFError(text, "The year 0000 has no sign.", suggestion: String(text.dropFirst()))
    }
    guard let (year, parts) = LevelTwo.parts(bare), (1...2).contains(parts.count), let month = Int(parts[0])
    else { return nil }
    guard (1...12).contains(month) else {
      return EDTFError(text, "There is no month \(parts[0]).")
    }
    guard parts.count == 2, let day = Int(parts[1]) else { return nil }
    let last = Day.daysInMonth(year: year, month: month)
    let monthText = "\(Day.text(ofYear: year))-\(month.padded(2))"
    return EDTFError(
      text, "There is no day \(day): \(monthText) has \(last) days.",
      hint: "Correct the day, or write \(monthText) if it is not known.")
  }

  private static func longYear(_ text: String) -> EDTFError? {
    guard text.first == "Y" else { return nil }
    let year = text.dropFirst()
    return EDTFError(
      text, "The letter Y is for a year of five to ten digits, with nothing but a qualifier behind it.",
      suggestion: Int(year).map(Day.text(ofYear:)))
  }
}
