internal import Names

/// Who acts in a sentence, and on which side.
struct Parties {
  private(set) var participants: [Candidate.Participant] = []
  private(set) var hasChinese = false
  private(set) var hasRussian = false
  /// A third country or body.
  private(set) var third: [Candidate.Participant] = []
  /// Kinds of the bodies named, states left out.
  private(set) var kinds: [(kind: String, span: Range<Int>)] = []

  /// True if each side is there with a body, not only as a state.
  private(set) var hasBodies = false

  /// True if both sides take part.
  var isPair: Bool { hasChinese && hasRussian }

  init(_ sentence: Sentence, _ rulebook: Rulebook, pairIsKnown: Bool) {
    var seen: Set<Int> = []
    let actors = sentence.matches.filter { $0.kind == .actor }
    let media = Self.reporters(actors, rulebook)
    for match in actors {
      guard let id = match.actor, let facts = rulebook.actors[id], facts.kind != "state", !media.contains(id),
        seen.insert(id).inserted
      else { continue }
      add(id, facts, match.span)
    }
    hasBodies = isPair
    addStates(sentence, rulebook, pairIsKnown)
    participants.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  private mutating func add(_ id: Int, _ facts: Rulebook.ActorFacts, _ span: Range<Int>) {
    let participant = Candidate.Participant(
      actor: id, name: facts.name, role: .party, side: facts.side, span: span)
    kinds.append((facts.kind, span))
    switch facts.side {
    case "cn": hasChinese = true
    case "ru": hasRussian = true
    case "joint": (hasChinese, hasRussian) = (true, true)
    default:
      third.append(participant)
      return
    }
    participants.append(participant)
  }

  /// Agencies are named as sources far oftener than as parties; two of them make a deal of their own.
  private static func reporters(_ actors: [Match], _ rulebook: Rulebook) -> Set<Int> {
    let media = actors.compactMap(\.actor).filter { rulebook.actors[$0]?.kind == "media" }
    let sides = Set(media.compactMap { rulebook.actors[$0]?.side })
    return sides.isSuperset(of: ["cn", "ru"]) ? [] : Set(media)
  }

  /// A state takes part where no body of its side is named.
  private mutating func addStates(_ sentence: Sentence, _ rulebook: Rulebook, _ pairIsKnown: Bool) {
    let joint = participants.contains { $0.side == "joint" }
    var named = Set(participants.map(\.side))
    if joint || hasChinese { named.insert("cn") }
    if joint || hasRussian { named.insert("ru") }
    // A word for one state says more exactly where it stands than a word for the pair.
    let states = sentence.matches.filter { $0.kind == .state || $0.kind == .actor }
    for match in states.filter({ $0.code != "both" }) + states.filter({ $0.code == "both" }) {
      for side in sides(of: match, rulebook, pairIsKnown) {
        if side == "cn" { hasChinese = true } else { hasRussian = true }
        guard !named.contains(side), let id = rulebook.states[side], let facts = rulebook.actors[id] else {
          continue
        }
        named.insert(side)
        participants.append(.init(actor: id, name: facts.name, role: .party, side: side, span: match.span))
      }
    }
  }

  private func sides(of match: Match, _ rulebook: Rulebook, _ pairIsKnown: Bool) -> [String] {
    if match.kind == .actor {
      guard let id = match.actor, let facts = rulebook.actors[id], facts.kind == "state" else { return [] }
      return ["cn", "ru"].contains(facts.side) ? [facts.side] : []
    }
    switch match.code {
    // "The two countries" are China and Russia where the text has said so.
    case "both": return match.isWeak && !pairIsKnown ? [] : ["cn", "ru"]
    case "cn", "ru": return match.isWeak ? [] : [match.code]
    default: return []
    }
  }
}
