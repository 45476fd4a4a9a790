/// Why a method gives no answer. Nothing is ever answered with NaN.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Fewer values than the method needs.
  case tooFew(found: Int, needed: Int)
  /// A count below 0, or above 1,000,000,000; the first such, from 0.
  case count(index: Int)
  /// An exposure that is not a positive number (between 1e-100 and 1e100); the first such, from 0.
  case exposure(index: Int)
  /// A value that is not a number, or beyond 1e100; the first such, from 0.
  case value(index: Int)
  /// Two series that belong together have different lengths.
  case lengths(Int, Int)
  /// Nothing was counted at all: a rate has no logarithm, so a trend is undefined.
  case nothingCounted
  /// A setting outside what it may be.
  case setting(String, mustBe: String)
  /// The equations have no single solution: terms that say the same, or counts that push an effect to
  /// infinity.
  case noEstimate
  /// More work than the method takes on.
  case tooLarge

  /// A sentence and a hint.
  public var description: String {
    switch self {
    case .tooFew(let found, let needed):
      "The method needs \(needed) values and got \(found): take a longer series."
    case .count(let index):
      "The count at position \(index) is negative or above 1,000,000,000: counts are whole numbers from 0."
    case .exposure(let index):
      "The exposure at position \(index) is not a positive number: leave the period out or mend its exposure."
    case .value(let index):
      "The value at position \(index) is not a finite number: mark it as missing instead."
    case .lengths(let one, let other):
      "The series have \(one) and \(other) values: they must be equally long."
    case .nothingCounted:
      "All counts are zero, so there is no rate to compare: widen the selection."
    case .setting(let name, let rule): "\(name) must be \(rule)."
    case .noEstimate:
      "The counts do not determine the estimate: use fewer terms or a longer series."
    case .tooLarge: "The exact computation would be too long: use the approximate method for so many events."
    }
  }
}
