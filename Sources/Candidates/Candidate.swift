public import Calendar

/// A proposed observation: one dated act that one sentence reports, every field with the bytes it rests on.
public struct Candidate: Sendable {
  /// A value and the bytes that support it.
  public struct Field<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// The bytes that support it.
    public var span: Range<Int>

    /// A value with its bytes.
    public init(_ value: Value, _ span: Range<Int>) {
      self.value = value
      self.span = span
    }
  }

  /// A body that takes part.
  public struct Participant: Sendable {
    /// The actor's number; nil if the file does not know it.
    public var actor: Int?
    /// The name the file knows it by.
    public var name: String
    /// Its part in the act.
    public var role: Role
    /// Its side: `cn`, `ru`, `joint`, `intl`, `other`.
    public var side: String
    /// The bytes that name it.
    public var span: Range<Int>
    /// True for a state, which stands where no body of its side is named.
    var isState = false
  }

  /// The parts that bodies have in an act.
  public enum Role: String, Sendable { case party, host, target, sanctioner }
  /// Whether the act happened.
  public enum Modality: String, Sendable { case actual, planned, denied }

  /// A sum of money.
  public struct Amount: Hashable, Sendable {
    /// In full units of the currency.
    public var value: Double
    /// ISO 4217.
    public var currency: String
    /// What the sum says.
    public var kind: Kind

    /// A sum.
    public init(value: Double, currency: String, kind: Kind) {
      self.value = value
      self.currency = currency
      self.kind = kind
    }

    /// What a sum says: money promised, money hoped for, or no more than that.
    public enum Kind: String, Sendable {
      case committed, target
      case upperBound = "upper-bound"
      case lowerBound = "lower-bound"
      case valuation
      case perYear = "per-year"
    }
  }

  /// The sentence it rests on.
  public var span: Range<Int>
  /// The rule that made it.
  public var rule: Rule
  /// The day or days of the act.
  public var date: Field<EDTF>?
  /// The form of cooperation: a code.
  public var mechanism: Field<String>?
  /// How it was sealed: a code.
  public var instrument: Field<String>?
  /// How far it had come: a code.
  public var stage: Field<String>?
  /// Who gives to whom: a code.
  public var flow: Field<String>?
  /// What it does to the link: a code.
  public var effect: Field<String>?
  /// Whether it happened.
  public var modality: Modality
  /// The cue that says so; nil for what is reported as done.
  public var modalitySpan: Range<Int>?
  /// Its technologies, most specific codes only.
  public var sectors: [Field<String>] = []
  /// Those who take part, in order of place.
  public var actors: [Participant] = []
  /// How its pair was made out.
  var ground = Parties.Ground.named
  /// True where words such as "then" or "the same day" are its date: another act than the one told before.
  var isSameDay = false
  /// True where a speaker told it of "us", one undertaking after the other, on the day of a meeting.
  var isSpoken = false
  /// The sum of money, if the sentence names one.
  public var amount: Field<Amount>?

  /// The rules by which a sentence becomes a candidate.
  public enum Rule: String, Sendable {
    /// The sentence names the day of its act.
    case actWithDate = "act-with-date"
    /// The day stands in an earlier sentence of the paragraph.
    case actWithEarlierDate = "act-with-earlier-date"
    /// The opening of a text reports an act without a day: that of publication.
    case actOnPublication = "act-on-publication"
    /// The sentence has a date and an instrument, such as a delivery or an opening, but no verb that is known.
    case instrumentWithDate = "instrument-with-date"
    /// Bodies of both sides, the form of what they do, and a day or month.
    case partiesWithDate = "parties-with-date"
    /// Secrets or technology of one side go to the other, as an arrest or a verdict shows.
    case illicit = "illicit-transfer"
    /// A third party restricts both sides.
    case pressure = "pressure-on-both"
  }
}
