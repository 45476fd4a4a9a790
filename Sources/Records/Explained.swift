/// An error for the person at the keyboard: what happened, and what to do about it.
public protocol Explained: Error, CustomStringConvertible {
  /// What, where and why, in one sentence.
  var sentence: String { get }
  /// What to do.
  var hint: String? { get }
}

extension Explained {
  /// The sentence, then the hint if there is one.
  public var description: String { hint.map { "\(sentence) \($0)" } ?? sentence }
}
