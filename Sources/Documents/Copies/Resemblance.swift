/// How much of the shorter of two texts stands in the longer, and whether that makes them one text.
///
/// Two texts about one event share names and quotations; two yearly notices share a form and differ in every
/// number; two pages of one site share a banner and a footer around different articles. None of these are copies.
struct Resemblance {
  /// Share of the shorter text's sequences that stand in the longer, 0 to 1.
  let share: Double
  /// True if the first of the two texts is the shorter.
  let isFirstShorter: Bool
  /// True if they are one text.
  let isCopy: Bool

  /// Texts with fewer sequences say too little to be told apart.
  private static let fewest = 8

  init(_ one: Wording, _ other: Wording, sameAddress: Bool = false) {
    isFirstShorter =
      one.sequences.count != other.sequences.count
      ? one.sequences.count < other.sequences.count
      : one.sequences.lexicographicallyPrecedes(other.sequences)
    let (short, long) = isFirstShorter ? (one, other) : (other, one)
    let places = Places(long.sequences)
    let found = short.sequences.map { places[$0] }
    let count = found.count { $0 != nil }
    share = short.sequences.isEmpty ? 0 : Double(count) / Double(short.sequences.count)
    guard short.sequences.count >= Self.fewest else {
      isCopy = false
      return
    }
    let part = Double(short.sequences.count) / Double(long.sequences.count)
    let gaps = Gaps(found)
    isCopy =
      share >= Self.needed(short.sequences.count, part: part, sameAddress: sameAddress)
      && (part >= 0.6 || Self.isBeginning(found, of: long.sequences.count))
      && gaps.inner <= max(40, short.sequences.count / 4)
      && Self.agree(short, long, gaps)
  }

  /// Short texts and small parts have to agree more, two states of one page less.
  private static func needed(_ count: Int, part: Double, sameAddress: Bool) -> Double {
    if part < 0.2 { return 2 }
    if part < 0.4 { return 0.7 }
    if sameAddress { return 0.3 }
    return count < 100 ? 0.6 : 0.55
  }

  /// A text that was cut keeps its beginning; one of many in a digest stands anywhere.
  private static func isBeginning(_ found: [Int?], of count: Int) -> Bool {
    let places = found.compactMap { $0 }.sorted()
    guard !places.isEmpty else { return false }
    return places[places.count / 10] <= max(60, count * 3 / 10)
  }

  /// Edited or not, a copy has the numbers of its original. One number more or less is a day in a dateline; the
  /// numbers of a banner before the text or a footer behind it are not its own.
  private static func agree(_ short: Wording, _ long: Wording, _ gaps: Gaps) -> Bool {
    let begin = gaps.head > 30 ? gaps.head : 0
    let end = gaps.tail > 12 ? short.sequences.count - gaps.tail : short.sequences.count
    let own = Set(short.numbers.filter { begin...end ~= $0.place }.map(\.hash))
    let shared = own.intersection(long.numbers.map(\.hash)).count
    switch own.count {
    case 0, 1: return true
    case 2: return shared > 0
    default: return Double(shared) >= 0.5 * Double(own.count)
    }
  }

  /// The stretches of a text that stand nowhere in the other, in sequences. A match of one or two by chance does not
  /// end a stretch.
  private struct Gaps {
    var head = 0
    var tail = 0
    /// The longest between two stretches that do stand there.
    var inner = 0

    init(_ found: [Int?]) {
      var begin = 0
      var hasMatch = false
      var i = 0
      while i < found.count {
        var end = i
        while end < found.count, found[end] != nil { end += 1 }
        if end - i > 2 {
          if hasMatch { inner = max(inner, i - begin) } else { head = i }
          hasMatch = true
          begin = end
        }
        i = max(end, i + 1)
      }
      tail = found.count - begin
      if !hasMatch { head = found.count }
    }
  }
}

/// Where each sequence of a text stands first. The sequences are hashes already: no other is made of them.
private struct Places {
  private let sequences: [UInt64]
  private var slots: [Int32]

  init(_ sequences: [UInt64]) {
    self.sequences = sequences
    var size = 16
    while size < sequences.count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for place in sequences.indices {
      let slot = slot(of: sequences[place])
      if slots[slot] < 0 { slots[slot] = Int32(place) }
    }
  }

  /// The slot that holds a sequence, else the one where it would be.
  private func slot(of sequence: UInt64) -> Int {
    var slot = Int(sequence) & (slots.count - 1)
    while slots[slot] >= 0, sequences[Int(slots[slot])] != sequence { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  subscript(sequence: UInt64) -> Int? {
    let place = slots[slot(of: sequence)]
    return place < 0 ? nil : Int(place)
  }
}
