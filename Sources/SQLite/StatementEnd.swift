/// What SQLite skips between statements: blanks, semicolons and comments.
enum StatementEnd {
  /// What is left of `text` from its first word on; empty if there is none.
  ///
  /// Not a second compilation: SQLite obeys some pragmas already while it compiles them, so a statement that
  /// is to be refused must not be compiled.
  static func firstWord(of text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: ";"), 0x09, 0x0A, 0x0C, 0x0D: rest.removeFirst()
      case UInt8(ascii: "-") where rest.dropFirst().first == UInt8(ascii: "-"):
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      case UInt8(ascii: "/") where rest.dropFirst().first == UInt8(ascii: "*"):
        rest = afterComment(rest.dropFirst(2))
      default: return rest
      }
    }
    return rest
  }

  /// An unclosed comment ends with the text.
  private static func afterComment(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "*"), rest.first == UInt8(ascii: "/") { return rest.dropFirst() }
    }
    return rest
  }
}
