/// Bytes that could not be read: from where, why, and what to do.
public struct ReadError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path as it was given; `-` is standard input.
  public var path: String
  /// Why, in the system's words.
  public var reason: String
  /// What to do about it; may be empty.
  public var hint: String

  /// An error at `path`.
  public init(path: String, reason: String, hint: String = "") {
    self.path = path
    self.reason = reason
    self.hint = hint
  }

  /// One sentence for people, safe to print on a terminal.
  public var description: String {
    let name = path == "-" ? "standard input" : TerminalText.escaped(path)
    return hint.isEmpty ? "\(name): \(reason)" : "\(name): \(reason) (\(hint))"
  }
}
