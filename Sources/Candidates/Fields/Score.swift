extension Candidate {
  /// How often proposals like this one were right on labelled texts: of those of the same rule whose pair was made
  /// out in the same way, the share with the right date and mechanism, (right + 1) / (all + 2). 0.5 says that no
  /// labelled text had any. The texts are those the rules were made with, so it ranks proposals better than it
  /// foretells the share on others.
  public var score: Double {
    let (right, all) = Self.judged[rule]?[ground] ?? (0, 0)
    // Two decimals: the texts are too few for more.
    return (100 * Double(right + 1) / Double(all + 2)).rounded() / 100
  }

  /// Right and all proposals on the labelled texts; docs/proposals.md says how they were counted.
  private static let judged: [Rule: [Parties.Ground: (right: Int, all: Int)]] = [
    .actWithDate: [.named: (121, 125), .sentence: (2, 2), .meant: (29, 35)],
    .partiesWithDate: [.named: (8, 11), .sentence: (2, 2), .meant: (4, 5)],
    .illicit: [.named: (7, 7), .meant: (2, 2)],
    .pressure: [.named: (10, 10)],
  ]
}
