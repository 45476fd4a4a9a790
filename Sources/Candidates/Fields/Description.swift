internal import Names

/// Words that say what somebody is, not what was done: "Russia's state nanotechnology company", «исследователь
/// космической техники».
enum Description {
  /// The cues of technologies that tell the act; those that only describe somebody where there are no others.
  static func told(_ cues: [Match], _ bytes: [UInt8]) -> [Match] {
    let whole = cues.filter { !isCompound($0, bytes) }
    guard whole.count > 1 else { return whole }
    let told = whole.filter { !describes($0, bytes) }
    return told.isEmpty ? whole : told
  }

  private static let prefixes = ["multi", "bi", "uni", "mono", "tri", "pan"].map { Array($0.utf8) }

  /// "A multi-polar world" has nothing to do with the poles.
  private static func isCompound(_ cue: Match, _ bytes: [UInt8]) -> Bool {
    guard cue.start > 1, bytes[cue.start - 1] == 0x2D else { return false }
    var start = cue.start - 1
    while start > 0, cue.start - start < 8, isLetter(bytes[start - 1]) { start -= 1 }
    let word = bytes[start..<(cue.start - 1)].map { $0 | 0x20 }
    return prefixes.contains(word)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || byte >= 0x80 }

  private static let behind = [
    "company", "corporation", "holding", "giant", "newspaper", "engineer", "scientist", "researcher",
    "expert",
    "specialist",
  ].map { Array($0.utf8) }

  private static let before = [
    "исследователь", "исследователя", "исследователю", "инженер", "инженера", "инженеру", "специалист",
    "специалиста", "конструктор", "конструктора",
  ].map { Array($0.utf8) }

  private static func describes(_ cue: Match, _ bytes: [UInt8]) -> Bool {
    if cue.end < bytes.count, bytes[cue.end] == 0x20 {
      let end = bytes[(cue.end + 1)...].prefix(24).firstIndex { !isLetter($0) } ?? cue.end + 1
      if behind.contains(Array(bytes[(cue.end + 1)..<end])) { return true }
    }
    guard cue.start > 1, bytes[cue.start - 1] == 0x20 else { return false }
    let head = bytes[..<(cue.start - 1)].suffix(40)
    return before.contains { word in
      guard head.count > word.count, head.suffix(word.count).elementsEqual(word) else { return false }
      return !isLetter(head[head.endIndex - word.count - 1])
    }
  }
}
