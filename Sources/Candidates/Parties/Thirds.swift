internal import Documents
internal import Names

/// Third parties of an act: "Russia, China and Mongolia signed". Without them what three did would look as if two had.
enum Thirds {
  private static let joins: Set<String> = [
    ",", "and", ", and", "&", "as well as", ", as well as", "и", ", и", "а также", ", а также", "、", "和", "与",
    "及", "以及", "同",
    "與",
  ]

  /// Bodies and countries of neither side that stand in one list with those who take part.
  static func joined(to parties: Parties, _ part: Sentence, _ story: Story) -> [Candidate.Participant] {
    let bytes = story.text.bytes
    var list = parties.participants.map(\.span).filter { part.scope.contains($0.lowerBound) }
    var waiting = named(parties, part, story)
    var found: [Candidate.Participant] = []
    while let next = waiting.firstIndex(where: { one in list.contains { isJoined($0, one.span, bytes) } }) {
      let one = waiting.remove(at: next)
      list.append(one.span)
      if !found.contains(where: { $0.name == one.name }) { found.append(one) }
    }
    return found.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private static func named(_ parties: Parties, _ part: Sentence, _ story: Story) -> [Candidate.Participant] {
    let (rulebook, bytes) = (story.rulebook, story.text.bytes)
    let bodies = parties.third.filter { part.scope.contains($0.span.lowerBound) }
    let states: [Candidate.Participant] = part.matches.compactMap { match in
      guard let id = match.actor, let state = rulebook.actors[id], state.kind == "state",
        state.side == "other"
      else {
        return nil
      }
      return .init(actor: id, name: state.name, role: .party, side: "other", span: match.span, isState: true)
    }
    let countries: [Candidate.Participant] = part.matches.compactMap { match in
      guard match.kind == .place, let country = rulebook.countries[match.code],
        rulebook.countryWords.isIn(bytes, match.span),
        !(bodies + states).contains(where: { $0.span.overlaps(match.span) })
      else { return nil }
      return .init(
        actor: country.actor, name: country.name, role: .party, side: "other", span: match.span, isState: true
      )
    }
    return bodies + states + countries
  }

  private static func isJoined(_ a: Range<Int>, _ b: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let gap =
      a.upperBound <= b.lowerBound
      ? a.upperBound..<b.lowerBound : b.upperBound..<max(b.upperBound, a.lowerBound)
    guard 1...24 ~= gap.count else { return false }
    let between = String(decoding: bytes[gap], as: UTF8.self).split(separator: " ").joined(separator: " ")
    return joins.contains(between)
  }
}
