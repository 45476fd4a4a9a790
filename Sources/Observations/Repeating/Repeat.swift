/// An observation that a proposal, or something about to be logged, may repeat.
public struct Repeat: Sendable {
  /// Its number.
  public var observation: Int
  /// How far the two agree, 0 to 1: the weighted share of day, bodies, words and mechanism in which they do. From
  /// ``Repeats/threshold`` on they are likely to be one act; 1 is the same in everything.
  public var score: Double
  /// In what they agree, and what speaks against it, as short phrases: "same day", "both: Huawei, MTS".
  public var reasons: [String]
}

/// What is known of an act, as far as it tells acts apart.
public struct ActFacts: Sendable {
  /// First day it may have taken place on.
  public var earliest: Int?
  /// Last day it may have taken place on.
  public var latest: Int?
  /// The numbers of those who take part.
  public var actors: [Int] = []
  /// Code of the form of cooperation.
  public var mechanism: String?
  /// Code of what it does to the link.
  public var effect: String?
  /// Code of how far the undertaking had come.
  public var stage: String?
  /// Codes of its technologies.
  public var sectors: [String] = []
  /// A sum of money, in full units of `currency`.
  public var amount: Double?
  /// ISO 4217.
  public var currency: String?
  /// What is said about it: a title, a summary, a sentence.
  public var words = ""

  /// An act of which nothing is known.
  public init() {}
}
