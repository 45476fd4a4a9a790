/// Turns most words of a text away before a name is looked for: a set of how names begin, small enough for the
/// fastest memory of the machine.
///
/// B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970, with one hash: what is not
/// in the set begins no name; what is in it may.
///
/// Of a name that begins with a word its first four letters count, or the whole word where it is shorter; of
/// one that begins with a Chinese character, that and the next. Four symbols fill a key. What gets in goes on
/// from the state of the tree behind these letters.
struct NameGate: Sendable {
  typealias Symbol = Folding.Symbol

  private(set) var bits: [UInt64]
  /// Keys with the state behind their letters.
  private(set) var doors: HashSlots

  /// A gate for about so many names.
  init(names: Int) {
    var words = 256
    while words * 8 < names { words *= 2 }
    bits = [UInt64](repeating: 0, count: words)
    doors = HashSlots()
  }

  /// Lets texts in that begin as the pattern does.
  ///
  /// `isOpen` says that its last word may go on; the tree knows the pattern already.
  mutating func admit(_ pattern: [Symbol], isOpen: Bool, _ trie: NameTrie) {
    let word = pattern.prefix(while: Folding.isWord)
    let goesOn = word.count == pattern.count ? isOpen : Inflection.isEnding(pattern[word.count])
    if !word.isEmpty, word.count < 4, goesOn { set(Self.open(Self.key(word))) }
    let first = Folding.isHan(pattern[0]) ? pattern.prefix(2) : word.prefix(4)
    let key = Self.key(first)
    set(key)
    if doors.value(of: key) < 0 { doors.insert(key, trie.state(behind: first)) }
  }

  private mutating func set(_ key: UInt64) {
    let (word, bit) = Self.place(key, bits.count)
    bits[word] |= bit
  }

  static func key(_ symbols: ArraySlice<Symbol>) -> UInt64 {
    symbols.reversed().reduce(0) { $0 << 16 | UInt64($1) }
  }

  /// The key of a short word that may go on. No symbol is all ones but the foreign one, which no name has.
  @inline(__always)
  static func open(_ key: UInt64) -> UInt64 { key | 0xFFFF << 48 }

  @inline(__always)
  private static func place(_ key: UInt64, _ count: Int) -> (word: Int, bit: UInt64) {
    let hash = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: hash >> 40) & (count - 1), 1 << (hash >> 34 & 63))
  }

  /// True if a name may begin with these letters and nothing else.
  @inline(__always)
  static func has(_ key: UInt64, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
    let (word, bit) = place(key, bits.count)
    return bits[word] & bit != 0
  }

  /// True if a name may end, or go on by an ending, within the first three letters of a longer word.
  @inline(__always)
  static func hasOpen(_ key: UInt64, count: Int, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
    count > 1
      && (has(open(key & 0xFFFF_FFFF), bits) || (count > 2 && has(open(key & 0xFFFF_FFFF_FFFF), bits)))
  }
}
