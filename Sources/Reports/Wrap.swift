internal import Formats

/// Prose for a terminal.
enum Wrap {
  /// The text in lines of at most `width` cells, further ones moved in by `indent`. A word that is longer than
  /// a line, such as an address, is left whole: cut, it would be of no use.
  static func lines(_ text: String, width: Int, first: String = "", indent: String = "") -> String {
    var out = ""
    var line = first
    var isEmpty = true
    for word in TerminalText.escaped(text).split(separator: " ") {
      if !isEmpty, TerminalText.width(line) + 1 + TerminalText.width(String(word)) > width {
        out += line + "\n"
        line = indent
        isEmpty = true
      }
      line += isEmpty ? String(word) : " " + word
      isEmpty = false
    }
    return out + line + "\n"
  }
}
