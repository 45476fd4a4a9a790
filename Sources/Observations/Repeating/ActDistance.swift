/// How near two acts are in one respect: what it is worth, 0 to 1, and the phrase for it.
struct Agreement {
  var value: Double
  var phrase: String?
}

extension ActFacts {
  /// Reports of one act differ by some days; a month or a year says less than a day. Acts further apart are two.
  func agreement(inTime other: ActFacts) -> Agreement {
    guard let earliest, let latest, let first = other.earliest, let last = other.latest else {
      return Agreement(value: 0.3)
    }
    let gap = max(0, max(first - latest, earliest - last))
    let width = max(latest - earliest, last - first)
    switch (width, gap) {
    case (0, 0): return Agreement(value: 1, phrase: "same day")
    case (0, 1): return Agreement(value: 0.9, phrase: "a day apart")
    case (0, 2...3): return Agreement(value: 0.75, phrase: "\(gap) days apart")
    case (0, 4...7): return Agreement(value: 0.2, phrase: "\(gap) days apart")
    case (0, _): return Agreement(value: -0.5)
    case (...9, 0): return Agreement(value: 0.9, phrase: "overlapping days")
    case (...31, 0): return Agreement(value: 0.65, phrase: "same month")
    case (...93, 0): return Agreement(value: 0.6, phrase: "overlapping dates")
    case (_, 0): return Agreement(value: 0.45, phrase: "overlapping dates")
    case (...31, ...31): return Agreement(value: 0.25, phrase: "\(gap) days apart")
    default: return Agreement(value: -0.5)
    }
  }

  /// The same mechanism; where the rules of precedence leave room, a near one. Others speak against it.
  func agreement(inMechanism other: ActFacts) -> Agreement {
    guard let mine = mechanism, let theirs = other.mechanism else { return Agreement(value: 0.5) }
    if mine == theirs { return Agreement(value: 1, phrase: "same mechanism") }
    return Agreement(value: Self.close.contains([mine, theirs]) ? 0.5 : -1)
  }

  private static let close: Set<Set<String>> = [
    ["agreement", "academic"], ["agreement", "commercial"], ["agreement", "dialogue"],
    ["agreement", "governance"],
    ["agreement", "park"], ["academic", "competition"], ["academic", "talent"], ["commercial", "fund"],
    ["commercial", "military"], ["commercial", "park"], ["dialogue", "governance"],
    ["illicit-transfer", "military"],
  ]

  /// Sources differ over sums, so another sum proves little.
  func agreement(inAmount other: ActFacts) -> Agreement? {
    guard let amount, let theirs = other.amount, currency == other.currency, amount > 0, theirs > 0 else {
      return nil
    }
    let ratio = min(amount, theirs) / max(amount, theirs)
    return ratio > 0.95 ? Agreement(value: 1, phrase: "same sum") : Agreement(value: 0, phrase: "another sum")
  }

  /// True if an undertaking cannot have come as far in both acts: a promise, its signing, its launch and its end are
  /// acts of their own.
  func isAtOtherStage(than other: ActFacts) -> Bool {
    if let effect, let theirs = other.effect, effect != theirs, [effect, theirs].contains("sets-back") {
      return true
    }
    guard let mine = stage.flatMap({ Self.steps[$0] }), let theirs = other.stage.flatMap({ Self.steps[$0] })
    else { return false }
    return abs(mine - theirs) > 1
  }

  private static let steps = [
    "considered": 0, "pledged": 1, "signed": 2, "ratified": 4, "running": 6, "completed": 7, "suspended": 10,
    "cancelled": 11, "refused": 10, "lapsed": 11,
  ]
}
