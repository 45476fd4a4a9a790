internal import Formats
internal import Records

/// The text of a form: `name: value`, a comment from # at the beginning of a line, and lines that begin with a blank
/// to go on with the value before.
struct FormText {
  /// A field as it was written.
  struct Entry {
    var value: String
    /// 1-based.
    var line: Int
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var troubles: [FormTrouble] = []
  private let fields: [FormField]
  private var current: FormField?
  /// Lines left empty within a text: they count only if it goes on.
  private var pendingBreaks = 0

  init(_ bytes: [UInt8], fields: [FormField]) {
    self.fields = fields
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let text = String(validating: line, as: UTF8.self) else {
        troubles.append(
          FormTrouble(
            line: index + 1, reason: "the line is not UTF-8", hint: "Save the form with the encoding UTF-8."))
        continue
      }
      read(text, line: index + 1)
    }
  }

  /// True if nothing was filled in.
  var isEmpty: Bool { entries.values.allSatisfy { $0.value.isEmpty } && troubles.isEmpty }

  private mutating func read(_ text: String, line: Int) {
    if text.unicodeScalars.first == "#" { return }
    if text.allSatisfy(\.isWhitespace) {
      pendingBreaks += 1
    } else if text.first == " " || text.first == "\t" {
      goOn(text, line)
    } else if let colon = text.firstIndex(of: ":") {
      begin(String(text[..<colon]).trimmed, String(text[text.index(after: colon)...]).trimmed, line)
    } else {
      trouble(
        line, value: text, "this is no field",
        "A line is written FIELD: value; one that goes on with the value before begins with a blank.")
      current = nil
    }
  }

  private mutating func begin(_ name: String, _ value: String, _ line: Int) {
    pendingBreaks = 0
    current = nil
    guard let field = fields.first(where: { $0.name == name }) else {
      let names = fields.map(\.name)
      let near = Nearest.to(name, among: names).map { "Did you mean \($0)? " } ?? ""
      return trouble(
        line, value: name, "there is no field \"\(name)\"", "\(near)Fields: \(names.joined(separator: ", "))."
      )
    }
    if let before = entries[name] {
      return trouble(
        line, field: name, value: value, "\(name) stands twice, in line \(before.line) too",
        "Leave one of the two.")
    }
    entries[name] = Entry(value: value, line: line)
    current = field
  }

  private mutating func goOn(_ text: String, _ line: Int) {
    guard let field = current else {
      // What goes on with a line that was refused is refused with it.
      if troubles.isEmpty {
        trouble(line, value: text.trimmed, "this goes on with a field, and there is none before it", "")
      }
      return
    }
    let before = entries[field.name]?.value ?? ""
    let joint =
      switch field.shape {
      case .line: " "
      case .list: ";"
      case .text: String(repeating: "\n", count: 1 + pendingBreaks)
      }
    pendingBreaks = 0
    // Two blanks are the form's own; what is set in further is the text's.
    let own = field.shape == .text ? Self.unindented(text) : text.trimmed
    entries[field.name]?.value = before.isEmpty ? own.trimmed : before + joint + own
  }

  private static func unindented(_ text: String) -> String {
    let body = text.first == "\t" ? text.dropFirst() : text.dropFirst(text.hasPrefix("  ") ? 2 : 1)
    var line = String(body)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }

  private mutating func trouble(
    _ line: Int, field: String? = nil, value: String, _ reason: String, _ hint: String
  ) {
    troubles.append(FormTrouble(line: line, field: field, value: value, reason: reason, hint: hint))
  }

  // MARK: Writing

  /// The line or lines of a field.
  static func written(_ field: FormField, _ value: String) -> String {
    // By scalars: a carriage return and a line feed are one character.
    let lines = value.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 1 else { return value.isEmpty ? "\(field.name):\n" : "\(field.name): \(value)\n" }
    return "\(field.name):\n" + lines.map { $0.allSatisfy(\.isWhitespace) ? "\n" : "  \($0)\n" }.joined()
  }

  /// A comment, broken at blanks.
  static func comment(_ text: String, indent: String = "") -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, TerminalText.width(line) + TerminalText.width(String(word)) > 74 - indent.count {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return (lines + [line]).map { "# \(indent)\($0)\n" }.joined()
  }
}
