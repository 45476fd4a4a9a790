internal import Statistics
public import Testing

/// The numbers that the program draws for a seed, for tests.
public struct SplitMix64: RandomNumberGenerator {
  private var numbers: SeededNumbers

  /// Begins the numbers of `seed`.
  public init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// The next number.
  public mutating func next() -> UInt64 { numbers.next() }

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
