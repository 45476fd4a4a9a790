public import Calendar
public import Records

/// One dated act of cooperation, of its reverse, or of pressure on it, as an analyst states it.
public struct Observation: Sendable {
  /// An actor's part in the act.
  public struct Participant: Hashable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
      case party, host, target, sanctioner
    }
    public enum Side: String, CaseIterable, Sendable {
      case cn, ru, joint, intl, other
    }
    public var name: String
    public var role: Role
    public var side: Side

    public init(name: String, role: Role, side: Side) {
      self.name = name
      self.role = role
      self.side = side
    }
  }

  /// The source given with the observation, as it is cited there.
  public struct Source: Hashable, Sendable {
    public var url: String?
    public var title: String?
    public var outlet: String?
    /// Day of publication.
    public var published: EDTF?
    public var language: String?
    /// Admiralty number, 1 to 6; nil: ungraded.
    public var credibility: Int?
    public var attribution: String?

    public init() {}

    /// True if nothing is said.
    public var isEmpty: Bool { self == Source() }
  }

  public var occurred: EDTF
  public var title: String
  public var summary: String?
  public var mechanism: String
  public var instrument: String?
  public var effect: String?
  public var stage: String?
  /// Target date of a promise.
  public var due: EDTF?
  public var flow: String?
  public var military: String?
  public var sectors: [String] = []
  public var participants: [Participant] = []
  /// City.
  public var place: String?
  /// ISO 3166 codes of two letters, several joined by `;`.
  public var country: String?
  /// Money of the act, in full units of `currency`.
  public var amount: Double?
  public var currency: String?
  public var amountKind: String?
  public var initiatives: [String] = []
  /// Sums up parts that are observations of their own.
  public var umbrella = false
  /// Others took part.
  public var multilateral = false
  public var pressureOn: String?
  public var source = Source()
  public var tags: [String] = []
  /// Columns of a loaded table that the model has no place for.
  public var extras: [String: String] = [:]
  /// nil: takes the file's default.
  public var label: Label?
  /// When its first desk knew it; nil: now.
  public var recorded: Instant?

  public init(occurred: EDTF, title: String, mechanism: String) {
    self.occurred = occurred
    self.title = title
    self.mechanism = mechanism
  }

  /// The part an actor plays where none is named: in pressure, third parties press and the two sides are pressed.
  public static func usualRole(mechanism: String, side: Participant.Side) -> Participant.Role {
    guard mechanism == "pressure" else { return .party }
    switch side {
    case .other, .intl: return .sanctioner
    case .cn, .ru, .joint: return .target
    }
  }
}
