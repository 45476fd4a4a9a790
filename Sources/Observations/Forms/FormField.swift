/// One field of an observation as a person fills it in, in a form or at a prompt.
public struct FormField: Sendable {
  /// How the text of a field goes on over several lines.
  public enum Shape: Sendable {
    /// One value: its lines are one.
    case line
    /// Values joined by `;`, also one a line.
    case list
    /// A text with line ends of its own.
    case text
  }

  /// The column of a table of observations (see ``ObservationColumns``), or `actors`, `grade`.
  public let name: String
  /// What belongs there, in a sentence or two.
  public let explanation: String
  /// How it goes on over several lines.
  public let shape: Shape
  /// The vocabulary its codes are from.
  public let vocabulary: Codes.Vocabulary?
  /// The words that may stand there, where these are no vocabulary of the file.
  public let words: [String]

  init(
    _ name: String, _ explanation: String, _ shape: Shape = .line, of vocabulary: Codes.Vocabulary? = nil,
    words: [String] = []
  ) {
    self.name = name
    self.explanation = explanation
    self.shape = shape
    self.vocabulary = vocabulary
    self.words = words
  }

  /// Every word that may stand there; empty where anything may.
  public func known(_ codes: Codes) -> [String] { vocabulary.map(codes.all) ?? words }
}
