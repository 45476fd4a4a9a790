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

  /// An adjusted p below this makes a verdict.
  public static let level = 0.05

  /// Why no verdict is given.
  public enum Reason: Equatable, Sendable {
    /// Nobody recorded who watched what: the counts describe the file.
    case noCoverage
    /// Too few whole, watched and mature periods: years from the first to the last.
    case tooShort(years: Double)
    /// Too few acts in the periods that may be tested.
    case tooFewEvents(Int)
    /// One period holds so many of the acts that too few are left without it.
    case onePeriod(left: Int)
    /// Too few earlier dates to compare a declared one with.
    case fewPlacebos(Int)
    /// The counts determine no trend.
    case noEstimate
  }

  /// Fewer years than this make no yearly rate.
  public static let leastYears = 2.0
  /// Fewer acts than this, or fewer outside the fullest period, make no verdict.
  public static let leastEvents = 5

  /// The verdict in words.
  public var sentence: String {
    switch self {
    case .rise: "rise"
    case .fall: "fall"
    case .noChangeDetected: "no change detected"
    case .withheld(.noCoverage): "No verdict: no source is on record as watched."
    case .withheld(.tooShort):
      "No verdict: less than two years were watched that are complete and mature."
    case .withheld(.tooFewEvents(let count)):
      "No verdict: \(count) \(count == 1 ? "act" : "acts") in the periods that may be tested, fewer than \(Self.leastEvents)."
    case .withheld(.onePeriod(let left)):
      "No verdict: \(left) \(left == 1 ? "act" : "acts") outside the fullest period, fewer than \(Self.leastEvents)."
    case .withheld(.fewPlacebos(0)): "No verdict: no earlier date has as many periods on both sides."
    case .withheld(.fewPlacebos(let count)):
      "No verdict: \(count) placebo \(count == 1 ? "date" : "dates"), fewer than \(Impact.leastPlacebos)."
    case .withheld(.noEstimate): "No verdict: the counts determine no trend."
    }
  }

  /// One word for programs.
  public var code: String {
    switch self {
    case .rise: "rise"
    case .fall: "fall"
    case .noChangeDetected: "no-change-detected"
    case .withheld: "withheld"
    }
  }
}
