/// What names are compiled to. Read-only after it was made, and read through plain pointers: a text is gone
/// through byte by byte, and counting references at every step would cost more than the steps.
///
/// Unchecked: the memory is written in `init` only and freed with the last reference.
final class NameTables: @unchecked Sendable {
  let states: UnsafeBufferPointer<NameTrie.State>
  let branches: UnsafeBufferPointer<HashSlots.Slot>
  let rules: UnsafeBufferPointer<NameRule>
  /// The entries of pattern p are `members[starts[p]..<starts[p + 1]]`.
  let starts: UnsafeBufferPointer<Int32>
  let members: UnsafeBufferPointer<Int32>
  let gate: UnsafeBufferPointer<UInt64>
  let doors: UnsafeBufferPointer<HashSlots.Slot>
  /// The bit of each language.
  let languages: [String: UInt32]

  init(_ entries: [NameEntry]) {
    var trie = NameTrie()
    var gate = NameGate(names: entries.count)
    var pairs: [(pattern: Int, entry: Int)] = []
    var languages: [String: UInt32] = [:]
    var rules: [NameRule] = []
    for (index, entry) in entries.enumerated() {
      for pattern in entry.patterns where pattern.count > 1 {
        pairs.append((trie.insert(pattern), index))
        gate.admit(pattern, isOpen: entry.isOpen, trie)
      }
      // 31 languages have a bit of their own, all others share one.
      if languages[entry.language] == nil {
        languages[entry.language] = 1 << UInt32(min(languages.count, 31))
      }
      let isSame = index > 0 && entry.meansTheSame(as: entries[index - 1])
      rules.append(
        NameRule(
          entry, languages: entry.kind == .actor ? .max : languages[entry.language]!,
          meaning: isSame ? rules[index - 1].meaning : index))
    }
    let unsure = Set(rules.filter(\.isAmbiguous).map(\.actor))
    for index in rules.indices where !rules[index].isAmbiguous && unsure.contains(rules[index].actor) {
      rules[index].vouches = rules[index].kind == .actor
    }
    let (starts, members) = Self.group(pairs, patterns: trie.patternCount)
    (self.states, self.branches) = (Self.keep(trie.states), Self.keep(trie.branches.slots))
    (self.rules, self.starts, self.members) = (Self.keep(rules), Self.keep(starts), Self.keep(members))
    (self.gate, self.doors) = (Self.keep(gate.bits), Self.keep(gate.doors.slots))
    self.languages = languages
  }

  deinit {
    states.deallocate()
    branches.deallocate()
    doors.deallocate()
    rules.deallocate()
    starts.deallocate()
    members.deallocate()
    gate.deallocate()
  }

  /// Entries side by side that have one pattern.
  private static func group(_ pairs: [(pattern: Int, entry: Int)], patterns: Int) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: patterns + 1)
    for pair in pairs { starts[pair.pattern + 1] += 1 }
    for pattern in 0..<patterns { starts[pattern + 1] += starts[pattern] }
    var next = starts
    var members = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      members[Int(next[pair.pattern])] = Int32(pair.entry)
      next[pair.pattern] += 1
    }
    return (starts, members)
  }

  private static func keep<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
    _ = memory.initialize(from: array)
    return UnsafeBufferPointer(memory)
  }
}

extension NameEntry {
  fileprivate func meansTheSame(as other: NameEntry) -> Bool {
    kind == other.kind && code == other.code && actor == other.actor && language == other.language
      && isWeak == other.isWeak && isProper == other.isProper
  }
}
