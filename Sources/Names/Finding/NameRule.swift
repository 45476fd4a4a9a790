/// A name or cue found at a place.
struct Find: BitwiseCopyable {
  var start: Int
  var end: Int
  /// Its number among the names and cues: also its rank among those on the same bytes.
  var entry: Int

  /// By start, then the longest first, then by entry.
  func precedes(_ other: Find) -> Bool {
    if start != other.start { return start < other.start }
    return end != other.end ? end > other.end : entry < other.entry
  }
}

/// What has to be known of a name or cue while a text is read, without its words.
struct NameRule: BitwiseCopyable, Sendable {
  var kind: NameKind
  var letterCase: NameEntry.Case
  var isOpen: Bool
  var isMetonym: Bool
  var isAmbiguous: Bool
  /// True for a plain name of a body that has ambiguous ones.
  var vouches = false
  var isJoint: Bool
  /// True if it is written in Chinese, at least in part.
  var isHan: Bool
  var sides: Sides
  /// The actor's number, or -1.
  var actor: Int
  /// Bit of the language; of an actor all bits.
  var languages: UInt32
  /// Where the case is exact: a bit for each sign that is a capital, of the first 64.
  var capitals: UInt64
  /// The number of the first entry that stands for the same: two spellings of one cue are one find.
  var meaning: Int

  init(_ entry: NameEntry, languages: UInt32, meaning: Int) {
    kind = entry.kind
    letterCase = entry.letterCase
    isOpen = entry.isOpen
    isMetonym = entry.isMetonym
    isAmbiguous = entry.isAmbiguous
    isJoint = entry.isJoint
    isHan = entry.symbols.contains(where: Folding.isHan)
    sides = entry.sides
    actor = entry.actor ?? -1
    self.languages = languages
    self.meaning = meaning
    capitals = 0
    let signs = zip(entry.symbols, entry.capitals).filter { $0.0 != Folding.blank && $0.0 != Folding.hyphen }
    for (place, sign) in signs.prefix(64).enumerated() where sign.1 { capitals |= 1 << UInt64(place) }
  }
}
