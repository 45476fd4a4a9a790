/// Text for a terminal whose pieces look different. Nothing in it acts: control characters are shown escaped.
public struct StyledText: Equatable, Sendable {
  /// How a piece looks.
  public struct Style: Equatable, Sendable {
    /// The colours of a terminal, as its owner has set them.
    public enum Colour: Int, Sendable {
      case red = 31
      case green, yellow, blue, magenta, cyan
    }

    var isBold = false
    var isDim = false
    var isUnderlined = false
    var isReversed = false
    /// Its colour, where it is not the terminal's own.
    public private(set) var colour: Colour?

    private init(
      isBold: Bool = false, isDim: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false,
      colour: Colour? = nil
    ) {
      (self.isBold, self.isDim, self.isUnderlined) = (isBold, isDim, isUnderlined)
      (self.isReversed, self.colour) = (isReversed, colour)
    }

    /// As the terminal shows text.
    public static let plain = Style()
    /// What to look at first.
    public static let bold = Style(isBold: true)
    /// What stands beside.
    public static let dim = Style(isDim: true)
    /// What is chosen.
    public static let chosen = Style(isReversed: true)
    /// Words that are marked: underlined too, because a colour alone says nothing to many.
    public static func mark(_ colour: Colour) -> Style {
      Style(isBold: true, isUnderlined: true, colour: colour)
    }
    /// Words in a colour that only repeats what they say.
    public static func tint(_ colour: Colour) -> Style { Style(colour: colour) }

    /// Select Graphic Rendition of ECMA-48; empty for plain.
    var codes: String {
      let codes: [Int?] = [
        isBold ? 1 : nil, isDim ? 2 : nil, isUnderlined ? 4 : nil, isReversed ? 7 : nil, colour?.rawValue,
      ]
      return codes.compactMap { $0.map(String.init) }.joined(separator: ";")
    }
  }

  struct Piece: Equatable, Sendable {
    var text: String
    var style: Style
  }

  private(set) var pieces: [Piece] = []

  /// Without any text.
  public init() {}

  /// One piece.
  public init(_ text: String, _ style: Style = .plain) { append(text, style) }

  /// Adds a piece; one of the same style grows.
  public mutating func append(_ text: String, _ style: Style = .plain) {
    add(TerminalText.escaped(text), style)
  }

  /// One text after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    for piece in right.pieces { sum.add(piece.text, piece.style) }
    return sum
  }

  /// One text after the other.
  public static func += (left: inout StyledText, right: StyledText) { left = left + right }

  /// For text that is escaped already.
  mutating func add(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if pieces.last?.style == style {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  /// The text without its looks.
  public var plain: String { pieces.map(\.text).joined() }

  /// True if there is no text.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Cells of a terminal it takes.
  public var width: Int { pieces.reduce(0) { $0 + TerminalText.width($1.text) } }

  /// Filled with spaces to a number of cells; a longer one stays as it is.
  public func padded(to cells: Int) -> StyledText {
    self + StyledText(String(repeating: " ", count: max(0, cells - width)))
  }

  /// With the escape sequences that make a terminal show the looks.
  public var rendered: String {
    pieces.map { piece in
      let codes = piece.style.codes
      return codes.isEmpty ? piece.text : "\u{1B}[\(codes)m\(piece.text)\u{1B}[0m"
    }.joined()
  }
}
