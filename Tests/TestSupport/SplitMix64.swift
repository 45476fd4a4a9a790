public import Testing

/// The same numbers from the same seed, on every machine.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Begins the numbers of `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A text of `count` pieces from `alphabet`.
  public mutating func text(_ count: ClosedRange<Int>, of alphabet: [String]) -> String {
    (0..<Int.random(in: count, using: &self)).map { _ in alphabet.randomElement(using: &self)! }.joined()
  }
}

extension Trait where Self == IssueHandlingTrait {
  /// Every failure of the test prints the seed.
  ///
  ///     @Test(.seed(seed)) func `every shuffle sorts alike`() { var random = SplitMix64(seed: seed) ... }
  public static func seed(_ seed: UInt64) -> Self {
    .compactMapIssues { issue in
      var issue = issue
      issue.comments.append("seed \(seed)")
      return issue
    }
  }
}
