/// Text for a terminal: nothing in it acts, and its width is known.
public enum TerminalText {
  /// On which side of a padded text the spaces stand.
  public enum Alignment: Sendable {
    /// The text first, then spaces.
    case left
    /// Spaces first, as for numbers.
    case right
  }

  /// `text` with control, format and bidirectional characters and line separators written as `\u{202E}`, and
  /// TAB, LF and CR as `\t`, `\n` and `\r`. For people: the result cannot be turned back.
  public static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if acts(scalar) { out.append(contentsOf: shown(scalar).unicodeScalars) } else { out.append(scalar) }
    }
    return String(out)
  }

  /// A character that acts as people can see it.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\t": return "\\t"
    case "\n": return "\\n"
    case "\r": return "\\r"
    default:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - hex.utf8.count))
      return "\\u{\(zeros)\(hex)}"
    }
  }

  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The number of terminal cells `text` takes: 2 for East Asian wide characters and emoji, 0 for marks.
  public static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    var sum = 0
    for scalar in character.unicodeScalars {
      // A flag, a sequence with joiners or a picture asked for by U+FE0F is one picture.
      if scalar.value == 0xFE0F || scalar.value > 0xFF && scalar.properties.isEmojiPresentation { return 2 }
      sum += EastAsianWidth.cells(scalar)
    }
    return sum
  }

  /// `text` cut to at most `cells` cells, with `…` in place of what is cut.
  public static func truncated(_ text: String, to cells: Int) -> String {
    if text.utf8.count <= cells || width(text) <= cells { return text }
    if cells < 1 { return "" }
    var out = ""
    var used = 1
    for character in text {
      used += width(character)
      if used > cells { break }
      out.append(character)
    }
    return out + "…"
  }

  /// `text` filled with spaces to `cells` cells; a longer one stays as it is.
  public static func padded(_ text: String, to cells: Int, alignment: Alignment = .left) -> String {
    let spaces = String(repeating: " ", count: max(0, cells - width(text)))
    return alignment == .left ? text + spaces : spaces + text
  }
}
