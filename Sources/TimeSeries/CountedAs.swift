/// How an observation counts: a `series` of the view `classified`.
public enum CountedAs: String, CaseIterable, Hashable, Sendable {
  case counted
  case pledge
  case setBack = "set-back"
  case pressure
  case statement
  case multilateral
  case umbrella
  case uncoded

  /// The series that are shown by period, each apart from the others.
  public static let shown: [CountedAs] = [.counted, .pledge, .setBack, .pressure]
  /// What only its number is told of.
  public static let listed: [CountedAs] = [.statement, .multilateral, .umbrella, .uncoded]

  /// The heading over its table.
  public var title: String {
    switch self {
    case .counted: "Counted"
    case .pledge: "Pledges"
    case .setBack: "Set-backs"
    case .pressure: "Pressure on the link"
    case .statement: "Statements"
    case .multilateral: "Multilateral"
    case .umbrella: "Umbrellas"
    case .uncoded: "Uncoded"
    }
  }

  /// What belongs to it, as the view decides.
  public var definition: String {
    switch self {
    case .counted:
      "Acts that advance the link, from stage signed on; bilateral; no sum of acts that are rows of their own."
    case .pledge: "Acts that advance the link and are only considered or pledged so far."
    case .setBack: "Withdrawals, suspensions, refusals and arrests."
    case .pressure: "Acts of third parties against the link, or against either side of it."
    case .statement: "Words only; no act."
    case .multilateral: "Acts in which others than China and Russia took part."
    case .umbrella: "Acts that sum up parts which are rows of their own."
    case .uncoded: "Observations whose effect or stage is not filled in."
    }
  }
}
