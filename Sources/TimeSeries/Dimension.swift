/// What observations are counted by: a `dimension` of the view `strata`.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
  /// The form of cooperation.
  case mechanism
  /// Technology; a sector counts for those above it too.
  case sector
  /// Whoever took part, under the name that counts after merges.
  case actor
  /// One Chinese and one Russian actor of one observation.
  case pair
  /// Who gives to whom.
  case flow
  /// The undertaking that the act belongs to.
  case initiative

  /// True where codes come with the observations and may be many; false for a vocabulary.
  public var isOpen: Bool {
    switch self {
    case .mechanism, .sector, .flow: false
    case .actor, .pair, .initiative: true
    }
  }

  /// True where an observation may stand in several rows, so that rows add up to more than the total.
  public var isShared: Bool {
    switch self {
    case .mechanism, .flow: false
    case .sector, .actor, .pair, .initiative: true
    }
  }
}
