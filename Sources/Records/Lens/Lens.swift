public import Calendar

/// Through what a command looks at the file: as it stood at an instant, and without what is marked above a label.
///
/// ``EntenteFile/look(through:)`` puts it on. From then on the plain names of tables and views mean what is to be
/// seen, and whatever a command computes it computes from that alone.
public struct Lens: Sendable {
  /// The state after the last change made at or before it; nil: as the file stands.
  public let asOf: Instant?
  /// The highest label that is seen; nil: all.
  public let maxLabel: Label?

  /// A lens; with two nils nothing is looked through.
  public init(asOf: Instant? = nil, maxLabel: Label? = nil) {
    self.asOf = asOf
    self.maxLabel = maxLabel
  }

  /// True if everything is seen as it stands.
  public var isClear: Bool { asOf == nil && maxLabel == nil }
}
