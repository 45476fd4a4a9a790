/// Why a text is not a date of EDTF level 0 or 1, and what to write instead.
public struct EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text that was refused.
  public let text: String
  /// What is wrong with it, as a sentence.
  public let reason: String
  /// What to do, as a sentence.
  public let hint: String
  /// The text to write instead, where the intention is clear; it always reads as a date.
  public let suggestion: String?

  /// The reason and the hint.
  public var description: String { "\(reason) \(hint)" }

  static let forms =
    "Write a day 2019-06-05, a month 2019-06, a year 2019 or an interval 2019-06/2019-09, "
    + "with ? or ~ behind it when in doubt."

  /// A refusal; a suggestion that is no date itself is dropped, and the hint is then about the forms in general.
  init(_ text: String, _ reason: String, suggestion: String? = nil, hint: String? = nil) {
    let suggestion = suggestion.flatMap { $0 != text && EDTF(parsing: $0) != nil ? $0 : nil }
    self.text = text
    self.reason = reason
    self.suggestion = suggestion
    self.hint = suggestion.map { "Write \($0)." } ?? hint ?? Self.forms
  }

  /// The text between quotation marks, cut when it is long.
  static func quoted(_ text: String) -> String {
    text.count > 40 ? "“\(text.prefix(40))…”" : "“\(text)”"
  }
}
