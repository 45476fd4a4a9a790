/// The forms of EDTF level 2, each refused with the way level 1 says nearly the same.
enum LevelTwo {
  /// `1950S2`: only the first digits count.
  static func significantDigits(_ text: String) -> EDTFError? {
    let halves = text.split(separator: "S", omittingEmptySubsequences: false)
    guard halves.count == 2, let count = Int(halves[1]),
      halves[0].first?.isNumber == true || halves[0].first == "Y"
    else { return nil }
    var suggestion: String?
    if halves[0].count == 4, (2...4).contains(count) {
      suggestion = halves[0].prefix(count) + String(repeating: "X", count: 4 - count)
    }
    return EDTFError(
      text, "Significant digits (S\(halves[1].prefix(9))) are level 2.", suggestion: suggestion,
      hint: "Write the years it may be, such as 1950/1959.")
  }

  /// `Y17E7`: a year in powers of ten.
  static func exponent(_ text: String) -> EDTFError? {
    guard text.first == "Y", let letter = text.firstIndex(of: "E") else { return nil }
    let power = Int(text[text.index(after: letter)...]).flatMap { (0...9).contains($0) ? $0 : nil }
    let suggestion = power.map { String(text[..<letter]) + String(repeating: "0", count: $0) }
    return EDTFError(
      text, "A year with an exponent is level 2.", suggestion: suggestion,
      hint: "Write all its digits, such as Y17000.")
  }

  /// `2004?-06` and `?2004`: a qualifier that is not at the end.
  static func qualifiers(_ text: String) -> EDTFError? {
    let marks = text.filter { "?~%".contains($0) }
    guard let first = marks.first else { return nil }
    let bare = text.filter { !"?~%".contains($0) }
    // One qualifier at the end is right; what is wrong then is the date before it.
    guard marks.count > 1 || text.last != first else {
      guard let error = [unspecified, monthCode].lazy.compactMap({ $0(bare) }).first else { return nil }
      return EDTFError(text, error.reason, suggestion: error.suggestion.map { qualified($0, by: marks) })
    }
    let plain = EDTF(parsing: bare) != nil ? bare : EDTFRefusal.explain(bare).suggestion
    let reason =
      text.hasSuffix("?~") || text.hasSuffix("~?")
      ? "Uncertain and approximate at once is one sign, %."
      : "A qualifier inside a date is level 2; in level 1 it stands once, at the end, for the whole date."
    return EDTFError(text, reason, suggestion: plain.map { qualified($0, by: marks) })
  }

  private static func qualified(_ date: String, by marks: String) -> String {
    let mark = Set(marks).count == 1 ? String(marks.prefix(1)) : "%"
    return date.split(separator: "/", omittingEmptySubsequences: false).map { $0 + mark }.joined(
      separator: "/")
  }

  /// `1XXX`, `156X-12-25`, `1984-1X`, `1560-XX-25`: unspecified digits elsewhere than level 1 has them.
  static func unspecified(_ text: String) -> EDTFError? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard text.contains("X"), (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { $0 == "X" || ($0.isASCII && $0.isNumber) } })
    else { return nil }
    return EDTFError(
      text,
      "Level 1 leaves digits unspecified only from the right: 201X, 20XX, 2019-XX, 2019-06-XX or 2019-XX-XX.",
      suggestion: interval(unspecified: parts))
  }

  private static func interval(unspecified parts: [String]) -> String? {
    let year = parts[0]
    if year.contains("X") {
      if year.dropFirst(2).allSatisfy({ $0 == "X" }) && !year.prefix(2).contains("X") { return year }
      if year.dropFirst(3) == "X" && !year.prefix(3).contains("X") { return year }
      let (low, high) = (year.map { $0 == "X" ? "0" : $0 }, year.map { $0 == "X" ? "9" : $0 })
      return year == "XXXX" ? nil : "\(String(low))/\(String(high))"
    }
    guard parts.count > 1 else { return nil }
    if parts[1] == "XX" { return "\(year)-XX-XX" }
    let prefix = parts.dropLast().joined(separator: "-")
    if parts.count == 3, parts[1].contains("X") { return interval(unspecified: Array(parts.prefix(2))) }
    let last = parts.count == 2 ? 12 : Day.daysInMonth(year: Int(year) ?? 0, month: Int(parts[1]) ?? 0)
    guard let digit = parts.last?.first?.wholeNumberValue, parts.last?.dropFirst() == "X" else { return nil }
    let (low, high) = (max(digit * 10, 1), min(digit * 10 + 9, last))
    return low > high ? nil : "\(prefix)-\(low.padded(2))/\(prefix)-\(high.padded(2))"
  }

  /// `2019-34`: the codes from 25 to 41 for seasons of a hemisphere, quarters, thirds and halves.
  static func monthCode(_ text: String) -> EDTFError? {
    guard let (year, parts) = parts(text[...]), parts.count == 1, let code = Int(parts[0]),
      (25...41).contains(code)
    else { return nil }
    let name = Day.text(ofYear: year)
    func months(_ first: Int, _ count: Int) -> String {
      let last = first + count - 1
      let end =
        last > 12 ? "\(Day.text(ofYear: year + 1))-\((last - 12).padded(2))" : "\(name)-\(last.padded(2))"
      return "\(name)-\(first.padded(2))/\(end)"
    }
    switch code {
    case 25...28:
      return EDTFError(
        text, "The seasons of the northern half (25 to 28) are level 2; 21 to 24 are northern here.",
        suggestion: "\(name)-\(code - 4)")
    case 29...32:
      return EDTFError(
        text, "The seasons of the southern half (29 to 32) are level 2; level 1 writes their three months.",
        suggestion: months([9, 12, 3, 6][code - 29], 3))
    case 33...36:
      return EDTFError(
        text, "Quarters (33 to 36) are level 2; level 1 writes a quarter as an interval of three months.",
        suggestion: months((code - 33) * 3 + 1, 3))
    case 37...39:
      return EDTFError(
        text, "Thirds of a year (37 to 39) are level 2; level 1 writes an interval of four months.",
        suggestion: months((code - 37) * 4 + 1, 4))
    default:
      return EDTFError(
        text, "Half-years (40 and 41) are level 2; level 1 writes an interval of six months.",
        suggestion: months((code - 40) * 6 + 1, 6))
    }
  }

  /// The year and the groups of digits behind it of a text such as `-0999-06-05`; every group has two digits.
  static func parts(_ text: Substring) -> (year: Int, parts: [String])? {
    let isNegative = text.first == "-"
    let groups = (isNegative ? text.dropFirst() : text).split(
      separator: "-", omittingEmptySubsequences: false)
    guard groups[0].count == 4, groups.dropFirst().allSatisfy({ $0.count == 2 }),
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let year = Int(groups[0])
    else { return nil }
    return (isNegative ? -year : year, groups.dropFirst().map(String.init))
  }

  /// The ends of an interval that say the same as an unspecified date with these bounds.
  static func ends(from earliest: Day, to latest: Day) -> (start: String, end: String) {
    let year = { (day: Day) in Day.text(ofYear: day.year) }
    if earliest.month == 1 && latest.month == 12 { return (year(earliest), year(latest)) }
    return ("\(year(earliest))-\(earliest.month.padded(2))", "\(year(latest))-\(latest.month.padded(2))")
  }
}
