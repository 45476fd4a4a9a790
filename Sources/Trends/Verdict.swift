/// What a series is said to do. Only these words are used.
public enum Verdict: Equatable, Sendable {
  /// More acts per period than before.
  case rise
  /// Fewer acts per period than before.
  case fall
  /// Neither was found; not the same as knowing that nothing changed.
  case noChangeDetected
  /// Nothing is said, for a reason.
  case withheld(Reason)

  /// Why no verdict is given.
  public enum Reason: Equatable, Sendable {
    /// Nobody recorded who watched what: the counts describe the file.
    case noCoverage
    /// This version counts and does not estimate.
    case notEstimated
  }

  /// The verdict in words.
  public var sentence: String {
    switch self {
    case .rise: "rise"
    case .fall: "fall"
    case .noChangeDetected: "no change detected"
    case .withheld(.noCoverage): "No verdict: no source is on record as watched."
    case .withheld(.notEstimated): "No verdict: trends are not estimated by this version."
    }
  }
}
