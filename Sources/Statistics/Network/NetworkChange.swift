/// What became of the ties from one period to the next.
///
/// Ties that exist only because a new actor appeared are told apart from new ties among actors already known.
/// More events make more ties by themselves: report ties per event as well. The index is P. Jaccard's (1901).
public struct NetworkChange<Actor: Hashable & Comparable & Sendable>: Sendable {
  /// A pair of actors.
  public typealias Tie = CollaborationNetwork<Actor>.Tie

  /// Ties of the later period only, in order.
  public let new: [Tie]
  /// Ties of the earlier period only.
  public let lost: [Tie]
  /// Ties of both.
  public let kept: [Tie]
  /// Actors of the later period only.
  public let newActors: [Actor]
  /// New ties between actors of the earlier period.
  public let newAmongKnown: [Tie]

  /// The change between two periods.
  public init(from before: CollaborationNetwork<Actor>, to after: CollaborationNetwork<Actor>) {
    let (old, present, known) = (before.ties, after.ties, Set(before.actors))
    new = present.subtracting(old).sorted()
    lost = old.subtracting(present).sorted()
    kept = old.intersection(present).sorted()
    newActors = after.actors.filter { !known.contains($0) }
    newAmongKnown = new.filter { known.contains($0.first) && known.contains($0.second) }
  }

  /// Kept ties over all ties of either period; nil without ties.
  public var jaccard: Double? {
    let all = new.count + lost.count + kept.count
    return all == 0 ? nil : Double(kept.count) / Double(all)
  }
}
