public import Calendar

/// A proposed observation: one dated act that one sentence reports, every field with the bytes it rests on.
public struct Candidate: Sendable {
  /// A value and the bytes that support it.
  public struct Field<Value: Sendable>: Sendable {
    public var value: Value
    public var span: Range<Int>

    public init(_ value: Value, _ span: Range<Int>) {
      self.value = value
      self.span = span
    }
  }

  /// A body that takes part.
  public struct Participant: Sendable {
    /// The actor's number; nil if the file does not know it.
    public var actor: Int?
    public var name: String
    public var role: Role
    public var side: String
    public var span: Range<Int>
  }

  public enum Role: String, Sendable { case party, host, target, sanctioner }
  public enum Modality: String, Sendable { case actual, planned, denied }

  public struct Amount: Hashable, Sendable {
    /// In full units of the currency.
    public var value: Double
    /// ISO 4217.
    public var currency: String
    public var kind: Kind

    public init(value: Double, currency: String, kind: Kind) {
      self.value = value
      self.currency = currency
      self.kind = kind
    }

    public enum Kind: String, Sendable {
      case committed, target
      case upperBound = "upper-bound"
    }
  }

  /// The sentence it rests on.
  public var span: Range<Int>
  /// The rule that made it.
  public var rule: Rule
  public var date: Field<EDTF>?
  public var mechanism: Field<String>?
  public var instrument: Field<String>?
  public var stage: Field<String>?
  public var effect: Field<String>?
  public var modality: Modality
  /// The cue that says so; nil for what is reported as done.
  public var modalitySpan: Range<Int>?
  public var sectors: [Field<String>] = []
  public var actors: [Participant] = []
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

  /// The share of what is asked of a candidate that a span supports: 0 to 1.
  public var score: Double {
    let sides = Set(actors.map(\.side))
    let asked = [
      date != nil, mechanism != nil, instrument != nil, stage != nil, effect != nil, !sectors.isEmpty,
      sides.contains("cn") || sides.contains("joint"), sides.contains("ru") || sides.contains("joint"),
    ]
    return Double(asked.filter { $0 }.count) / Double(asked.count)
  }
}
