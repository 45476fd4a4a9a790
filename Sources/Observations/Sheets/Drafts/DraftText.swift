internal import Formats

/// The lines of a draft in TOML.
struct DraftText {
  private(set) var text = ""

  /// A line; where `wraps`, a remark that is longer than a screen goes on below.
  mutating func line(_ line: String, wraps: Bool = false) {
    guard wraps else {
      text += line + "\n"
      return
    }
    var row = ""
    for word in line.split(separator: " ") {
      if row.count + word.count > 78 {
        text += row + "\n"
        row = "#  "
      }
      row += row.isEmpty ? String(word) : " \(word)"
    }
    text += row + "\n"
  }

  mutating func header(_ name: String) { text += "\n[\(name)]\n" }
  mutating func pair(_ key: String, _ value: String) { text += "\(key) = \(Self.quoted(value))\n" }
  mutating func list(_ key: String, _ values: [String]) {
    text += "\(key) = [\(values.map(Self.quoted).joined(separator: ", "))]\n"
  }

  /// `"theirs" = "ours"`; one that a person has to decide is a remark.
  mutating func entry(_ key: String, _ value: String, isOpen: Bool, note: String? = nil) {
    let remark = note.map { "  # \($0)" } ?? ""
    text += "\(isOpen ? "# " : "")\(Self.quoted(key)) = \(Self.quoted(value))\(remark)\n"
  }

  /// A text in quotes of TOML, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
