internal import Calendar
internal import Formats

/// The day in a date as pages, mails and records write it.
enum StatedDay {
  /// EDTF; nil if no day, month or year is named.
  static func edtf(_ text: String) -> String? {
    let text = text.prefix(100).drop { $0.isWhitespace }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 8,
      let day = Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
    {
      return day.description
    }
    let ten = String(text.prefix(10)).replacing("/", with: "-").replacing(".", with: "-")
    if let day = Day(ten), !(text.dropFirst(10).first?.isNumber ?? false) { return day.description }
    if let date = try? EDTF(String(text)) { return date.description }
    let bytes = Array(text.utf8)
    return DateGrammar.dates(in: bytes, 0..<bytes.count).first { $0.year != nil }?.resolved(near: nil)?
      .description
  }

  /// The day of seconds since 1970.
  static func edtf(seconds: Int64) -> String? {
    // From 1990 to 2100; what is larger counts milliseconds.
    let seconds = seconds > 4_102_444_800 ? seconds / 1000 : seconds
    guard (631_152_000...4_102_444_800).contains(seconds) else { return nil }
    return Day(number: Int(seconds / 86_400)).description
  }
}
