/// Those who take part in an act, by side, under the names that count.
struct Cast {
  struct Member: Hashable {
    var id: Int
    var name: String
    var side: String
    /// A state takes part in everything: it tells no acts apart.
    var isState: Bool
  }

  var members: [Member] = []

  /// The bodies in common on both sides, else on one.
  func agreement(with other: Cast) -> Agreement {
    let mine = Set(members.map(\.id))
    let shared = other.members.filter { mine.contains($0.id) && !$0.isState }
    let sides = ["cn", "ru", "others"]
    let values = sides.compactMap { side in likeness(on: side, to: other) }
    let value = values.isEmpty ? 0.3 : values.reduce(0, +) / Double(values.count)
    let names = shared.map(\.name).sorted().prefix(4).joined(separator: ", ")
    return Agreement(value: value, phrase: shared.isEmpty ? nil : "both: \(names)")
  }

  /// Where one names a body and the other only its country, they may still be one. Two different bodies are less
  /// than nothing in common. A joint body stands on both sides, and tells less than those who are behind it.
  private func likeness(on side: String, to other: Cast) -> Double? {
    let (mine, theirs) = (bodies(on: side), other.bodies(on: side))
    let isJoint = side != "others" && !bodies(on: "joint").isDisjoint(with: other.bodies(on: "joint"))
    if mine.isEmpty || theirs.isEmpty {
      if side == "others" { return nil }
      return isJoint ? 0.9 : mine.isEmpty && theirs.isEmpty ? 0.5 : 0.45
    }
    let shared = mine.intersection(theirs).count
    if shared == 0 { return isJoint ? 0 : -0.5 }
    return 0.5 + 0.5 * Double(shared) / Double(min(mine.count, theirs.count))
  }

  private func bodies(on side: String) -> Set<Int> {
    let own = members.filter { member in
      guard !member.isState else { return false }
      return ["cn", "ru", "joint"].contains(member.side) ? member.side == side : side == "others"
    }
    return Set(own.map(\.id))
  }
}
