public import Calendar
public import Records

/// One dated act of cooperation, of its reverse, or of pressure on it, as an analyst states it.
public struct Observation: Sendable {
  /// An actor's part in the act.
  public struct Participant: Hashable, Sendable {
    /// What it does in the act: `party` takes part, `host` receives the others, `target` is pressed,
    /// `sanctioner` presses.
    public enum Role: String, CaseIterable, Sendable {
      case party, host, target, sanctioner
    }
    /// Whose it is: China's, Russia's, a body of these two only, an international body,
    /// or any other.
    public enum Side: String, CaseIterable, Sendable {
      case cn, ru, joint, intl, other
    }
    /// Name or alias of the actor; a new one makes an actor.
    public var name: String
    /// One part each: a host takes part too.
    public var role: Role
    /// The side it acts for here.
    public var side: Side

    /// An actor's name with its part and side.
    public init(name: String, role: Role, side: Side) {
      self.name = name
      self.role = role
      self.side = side
    }
  }

  /// The source given with the observation, as it is cited there.
  public struct Source: Hashable, Sendable {
    /// Address, `http` or `https`.
    public var url: String?
    /// Title of the text.
    public var title: String?
    /// Name of who published it.
    public var outlet: String?
    /// Day of publication.
    public var published: EDTF?
    /// Code of its language: `en`, `ru`, `zh`.
    public var language: String?
    /// Admiralty number, 1 to 6; nil: ungraded.
    public var credibility: Int?
    /// Whom the text has it from: `official-document`, `named-official`, `company`, `unnamed-source`, `leak`,
    /// `own-investigation` or `data`.
    public var attribution: String?

    /// A source of which nothing is said.
    public init() {}

    /// True if nothing is said.
    public var isEmpty: Bool { self == Source() }
  }

  /// When the act took place; a year is enough.
  public var occurred: EDTF
  /// What happened, in one line.
  public var title: String
  /// What happened, in a few sentences.
  public var summary: String?
  /// Code of the form of cooperation: the first that fits in the order of precedence.
  public var mechanism: String
  /// Code of how the act was sealed.
  public var instrument: String?
  /// Code of what the act does to the link: `advances`, `sets-back`, `statement`, or, of pressure
  /// only, `context`.
  public var effect: String?
  /// Code of how far the undertaking had come, as of the act.
  public var stage: String?
  /// Target date of a promise.
  public var due: EDTF?
  /// Code of who gives to whom.
  public var flow: String?
  /// `weapon`, `end-use` (a military use or user), `party` (a military body acts), or `none-known`.
  public var military: String?
  /// Codes of technologies, the most specific only, in the order given.
  public var sectors: [String] = []
  /// The actors, each once, in the order given.
  public var participants: [Participant] = []
  /// City.
  public var place: String?
  /// ISO 3166 codes of two letters, several joined by `;`.
  public var country: String?
  /// Money of the act, in full units of `currency`.
  public var amount: Double?
  /// ISO 4217 code of three letters; there where `amount` is.
  public var currency: String?
  /// What the amount is: `committed`, `target`, `upper-bound`, `lower-bound`, `valuation`,
  /// `per-year` or `portfolio`.
  public var amountKind: String?
  /// Codes of the undertakings that it is a stage of.
  public var initiatives: [String] = []
  /// Sums up parts that are observations of their own.
  public var umbrella = false
  /// Others took part.
  public var multilateral = false
  /// Whom pressure bears on: the `link`, `cn` or `ru`; nil for any other act.
  public var pressureOn: String?
  /// Its main source.
  public var source = Source()
  /// Free labels of analysts.
  public var tags: [String] = []
  /// Columns of a loaded table that the model has no place for.
  public var extras: [String: String] = [:]
  /// nil: takes the file's default.
  public var label: Label?
  /// When its first desk knew it; nil: now.
  public var recorded: Instant?

  /// An act with what each one has; the rest is unsaid.
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
