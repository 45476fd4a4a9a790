public import Formats

/// A line that is being typed, wherever it is shown.
public struct LineInput: Sendable {
  /// What was typed so far.
  public private(set) var characters: [Character]
  /// The character before which the next one is put.
  public private(set) var cursor: Int
  /// What stands before the line.
  public let prompt: String

  /// A line that holds a text, its cursor behind it.
  public init(_ prompt: String, text: String = "") {
    self.prompt = prompt
    characters = Array(text)
    cursor = characters.count
  }

  /// What was typed so far.
  public var text: String { String(characters) }

  /// Takes a key that edits; false if it is none.
  public mutating func take(_ key: TerminalKey) -> Bool {
    switch key {
    case .character(let character), .pasted(let character): insert(character)
    case .backspace where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .control("u"): replace(with: "")
    case .control("w"): removeWord()
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    default: return key == .backspace
    }
    return true
  }

  /// Puts another text in its place.
  public mutating func replace(with text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  /// A mark joins the letter before it.
  private mutating func insert(_ character: Character) {
    let before = characters.count
    characters = Array(String(characters[..<cursor]) + String(character) + String(characters[cursor...]))
    cursor = min(characters.count, cursor + characters.count - before)
  }

  private mutating func removeWord() {
    while cursor > 0, characters[cursor - 1].isWhitespace { _ = take(.backspace) }
    while cursor > 0, !characters[cursor - 1].isWhitespace, characters[cursor - 1] != ";" {
      _ = take(.backspace)
    }
  }

  /// The line with its cursor.
  func shown(isStyled: Bool) -> StyledText {
    var out = StyledText("\(prompt) ", .bold)
    out.append(String(characters[..<cursor]))
    let isAtEnd = cursor == characters.count
    if isStyled {
      out.append(isAtEnd ? " " : String(characters[cursor]), .chosen)
      if !isAtEnd { out.append(String(characters[(cursor + 1)...])) }
    } else {
      out.append("▏" + String(characters[cursor...]))
    }
    return out
  }
}
