/// A span of a text that names something.
public struct Mention: Hashable, Sendable {
  /// What a mention names.
  public enum Kind: String, Sendable {
    case actor, sector, mechanism, instrument, area, place, state, date, amount

    /// As it stands in the file.
    var constant: StaticString {
      switch self {
      case .actor: "actor"
      case .sector: "sector"
      case .mechanism: "mechanism"
      case .instrument: "instrument"
      case .area: "area"
      case .place: "place"
      case .state: "state"
      case .date: "date"
      case .amount: "amount"
      }
    }
  }

  /// What it names.
  public var kind: Kind
  /// Vocabulary code, country, EDTF date, or amount and currency; nil for an actor.
  public var code: String?
  /// The actor's number, of kind actor only.
  public var actor: Int?
  /// Byte offsets in the text.
  public var span: Range<Int>

  /// A mention on the bytes of `span`.
  public init(_ kind: Kind, code: String?, actor: Int? = nil, span: Range<Int>) {
    self.kind = kind
    self.code = code
    self.actor = actor
    self.span = span
  }
}
