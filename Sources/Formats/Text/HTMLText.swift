/// Text for HTML: the one escaper.
public enum HTMLText {
  /// `text` with `& < > " '` written as references: safe between tags and in quoted attributes.
  ///
  /// Control characters other than line feed and tab are written out as on a terminal, such as `\u{001B}`.
  public static func escape(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": out += TerminalText.shown(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
