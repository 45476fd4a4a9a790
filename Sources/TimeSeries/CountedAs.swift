/// How an observation counts: a `series` of the view `classified`.
public enum CountedAs: String, CaseIterable, Hashable, Sendable {
  /// Advances the link, signed or further on, bilateral: what a trend is about first.
  case counted
  /// Advances the link, but is only considered or pledged.
  case pledge
  /// The effect `sets-back`, also where others took part.
  case setBack = "set-back"
  /// The effect `context`: others act against the link.
  case pressure
  /// The effect `statement`, whatever else is filled in.
  case statement
  /// Advances the link or has no effect filled in, and others took part; the stage does not matter.
  case multilateral
  /// Sums up rows of their own, which would be counted twice if it stood in another series.
  case umbrella
  /// Whatever no other rule of the view takes.
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
