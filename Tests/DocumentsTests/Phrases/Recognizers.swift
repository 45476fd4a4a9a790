import Calendar
import Formats

/// The phrases of Recognizers-Text: sentences with the place of each phrase and its values, the past and the next one
/// where the year is open.
enum Recognizers {
  static func phrases(_ path: String) throws -> [KeyPhrase] {
    try (KeyPhrase.json(path).array ?? []).flatMap { entry -> [KeyPhrase] in
      guard let text = entry["Input"]?.string, let day = entry["Context"]?["ReferenceDateTime"]?.string,
        let today = (try? EDTF(String(day.prefix(10))))?.earliest
      else { return [] }
      return (entry["Results"]?.array ?? []).compactMap { phrase($0, text, today) }
    }
  }

  private static func phrase(_ result: JSONValue, _ text: String, _ today: Day) -> KeyPhrase? {
    guard let start = result["Start"]?.integer, let end = result["End"]?.integer, end >= start else {
      return nil
    }
    // Places count UTF-16 units, the last one included.
    let units = Array(text.utf16)
    guard Int(end) < units.count else { return nil }
    let before = String(decoding: units[..<Int(start)], as: UTF16.self).utf8.count
    let inside = String(decoding: units[Int(start)...Int(end)], as: UTF16.self)
    var phrase = KeyPhrase(text: text, span: before..<before + inside.utf8.count, today: today)
    read(result, inside, &phrase)
    return phrase
  }

  private static func read(_ result: JSONValue, _ text: String, _ phrase: inout KeyPhrase) {
    let type = (result["TypeName"] ?? result["Typename"])?.string ?? ""
    let values = result["Resolution"]?["values"]?.array ?? []
    guard type.hasSuffix(".date") || type.hasSuffix(".daterange") else {
      let isClock = type.hasSuffix("time") || type.hasSuffix("timerange")
      phrase.excluded = isClock ? .clock : .duration
      return
    }
    if KeyPhrase.namesFeast(text) { phrase.excluded = .feast }
    if ["to date", "till date"].contains(text.lowercased()) { phrase.excluded = .clock }
    for value in values { readValue(value, text, &phrase) }
    if phrase.meanings.isEmpty { phrase.excluded = phrase.excluded ?? .unresolved }
  }

  private static func readValue(_ value: JSONValue, _ text: String, _ phrase: inout KeyPhrase) {
    let timex = value["timex"]?.string ?? ""
    if timex.hasPrefix("FY") || timex.hasPrefix("SY") || text.contains("fiscal") || text.contains("school") {
      phrase.excluded = .fiscal
    }
    if value["isLunar"] != nil || isReign(timex, text) { phrase.excluded = .otherCalendar }
    if let season = ["SP": "-21", "SU": "-22", "FA": "-23", "WI": "-24"].first(where: {
      timex.hasSuffix($0.key)
    }) {
      let year = timex.prefix(4).allSatisfy(\.isNumber) ? String(timex.prefix(4)) : ""
      let any = ClosedRange(uncheckedBounds: (phrase.today, phrase.today))
      phrase.meanings.append(KeyPhrase.Meaning(days: any, season: year + season.value))
      return
    }
    let mod = value["Mod"]?.string
    if let mod { note(mod, &phrase) }
    // Of a bound or a part the value is worked out by rules of their own; what it is taken of is the TIMEX.
    if let mod, mod != "ref_undef", mod != "approx" {
      bounding(timex, value, &phrase)
      return
    }
    guard let days = days(value) else { return }
    phrase.meanings.append(KeyPhrase.Meaning(days: days))
  }

  private static func note(_ mod: String, _ phrase: inout KeyPhrase) {
    if ["start", "mid", "end"].contains(mod) { phrase.isPart = true }
    if ["before", "after", "since", "until"].contains(where: mod.hasPrefix) { phrase.isBound = true }
  }

  /// `2016-06-01`, `2018-07`, `2018`, `2018-W22`, also with an open year.
  private static func bounding(_ timex: String, _ value: JSONValue, _ phrase: inout KeyPhrase) {
    if let date = try? EDTF(timex), let first = date.earliest, let last = date.latest {
      phrase.meanings.append(KeyPhrase.Meaning(days: first...last))
    } else if let bound = (value["start"] ?? value["end"])?.string, let day = (try? EDTF(bound))?.earliest {
      let written = timex.hasPrefix("XXXX-") ? "\(day.year)" + timex.dropFirst(4) : ""
      if let date = try? EDTF(written), let first = date.earliest, let last = date.latest {
        phrase.meanings.append(KeyPhrase.Meaning(days: first...last))
      } else {
        phrase.meanings.append(KeyPhrase.Meaning(days: day...day))
      }
    }
  }

  private static func days(_ value: JSONValue) -> ClosedRange<Day>? {
    func day(_ key: String) -> Day? { (value[key]?.string).flatMap { (try? EDTF($0))?.earliest } }
    if let only = day("value") { return only...only }
    guard let first = day("start"), let end = day("end"), first < end else { return nil }
    return first...end.advanced(by: -1)
  }

  /// 康熙三年: a year that is counted from an emperor.
  private static func isReign(_ timex: String, _ text: String) -> Bool {
    guard let year = Int(timex.prefix(4)), year < 1920, !text.contains("世纪") else { return false }
    return text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value } && !text.contains(String(year))
  }
}
