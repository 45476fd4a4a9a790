extension CSVScanner {
  /// Why a record is refused, and where; offsets count from its beginning.
  struct Trouble {
    enum Reason {
      case openQuote
      case afterQuote(UInt8)
      case lateQuote
      case longField
      case longRow
      case tooManyColumns
      case fieldCount(Int, isMultiline: Bool)
      case swallowed
    }

    var reason: Reason
    var offset: Int
    /// Line ends of the record before the place, and the place in its line in bytes, from 1.
    var line: Int
    var column: Int
    /// How far the record was scanned.
    var reached: Int
    /// Whether the record is known to end where it seems to, so that no quote is open.
    var isClosed = false

    /// A record that ends at `reached`, but only by a quote left open in its first line.
    static func swallowed(reached: Int) -> Trouble {
      Trouble(reason: .swallowed, offset: 0, line: 0, column: 1, reached: reached)
    }

    /// Whether a quoted field went over a line end before the trouble was met.
    var isBelow: Bool {
      if isClosed { return false }
      return switch reason {
      case .fieldCount(_, let isMultiline): isMultiline
      case .swallowed: true
      default: line > 0
      }
    }

    /// The reason and the hint in words, for a record that begins on `line`.
    func words(line first: Int, expected: Int?, limits: CSVLimits) -> (reason: String, hint: String) {
      let close = "close the quote, or double quotes that are part of the text"
      if isBelow, line > 0 {
        var alone = self
        alone.line = 0
        let other = alone.words(line: first, expected: expected, limits: limits).reason
        return ("an unclosed quote, or on line \(first + line) \(other)", close)
      }
      switch reason {
      case .openQuote:
        return ("a quote that is never closed", close)
      case .afterQuote(let byte):
        let shown = TerminalText.escaped(String(decoding: [byte], as: UTF8.self))
        return (
          byte < 0x80 ? "\"\(shown)\" after a closing quote" : "text after a closing quote",
          "an earlier quote may be left open; quotes that are part of the text must be doubled"
        )
      case .lateQuote:
        return (
          "a quote at the end of a field that has none at its beginning",
          "put a quote in front too, without spaces before it, and double quotes that are part of the text"
        )
      case .longField:
        return ("a field of more than \(limits.field) bytes", "shorten it, or keep such texts in files")
      case .longRow:
        return ("a row of more than \(limits.row) bytes", "shorten its fields")
      case .tooManyColumns:
        return ("more than \(limits.columns) columns", "check the delimiter, or split the table")
      case .fieldCount(let count, let isMultiline):
        let found = "\(count) field\(count == 1 ? "" : "s") instead of \(expected ?? count)"
        if isMultiline { return ("an unclosed quote, or \(found)", close) }
        return (
          found,
          "quote fields that contain the delimiter; each row needs one field for each name in the header"
        )
      case .swallowed:
        return ("an unclosed quote: the lines behind it are whole rows", close)
      }
    }
  }
}
