/// A marking of TLP 2.0: with whom a record may be shared. Later is narrower.
public enum Label: String, CaseIterable, Comparable, Sendable {
  /// For anyone.
  case clear = "CLEAR"
  /// For the community of those who work on the matter.
  case green = "GREEN"
  /// For one's own organisation and its clients, as far as they need to know.
  case amber = "AMBER"
  /// As amber, but for one's own organisation only.
  case amberStrict = "AMBER+STRICT"
  /// For the persons it was given to only.
  case red = "RED"

  /// Reads a label with or without `TLP:`, in any case; WHITE is the old name of CLEAR. An unknown label
  /// is nil, and the caller refuses: a marking is never guessed.
  public init?(_ text: String) {
    var name = text.uppercased()
    if name.hasPrefix("TLP:") { name.removeFirst(4) }
    if name == "WHITE" { name = "CLEAR" }
    self.init(rawValue: name)
  }

  /// The label of a rank, as the table `label` numbers them: 0 for CLEAR to 4 for RED.
  public init(rank: Int) { self = Label.allCases[rank] }

  /// The label as it stands on an output.
  public var marking: String { "TLP:\(rawValue)" }

  /// True if `left` may be shared with more people than `right`.
  public static func < (left: Label, right: Label) -> Bool { left.rank < right.rank }
  /// 0 for CLEAR to 4 for RED, as in the table `label`.
  public var rank: Int { Label.allCases.firstIndex(of: self)! }
}
