/// One pass over the bytes of a text.
///
/// A name begins where a word does, so the tree is entered once for each word (in Chinese: for each character),
/// and most words leave it within a few letters; the rest of the word is passed over. Characters are folded as
/// they are read: no copy of the text is made, and spans are offsets in the text itself. Where a name runs on,
/// these are passed over: marks nobody sees, quotes, a hyphen or (in Chinese) nothing at a line's end.
struct NameScan {
  typealias Symbol = Folding.Symbol

  let text: UnsafeBufferPointer<UInt8>
  let symbols: UnsafeBufferPointer<Symbol>
  let states: UnsafeBufferPointer<NameTrie.State>
  let branches: UnsafeBufferPointer<HashSlots.Slot>
  let rules: UnsafeBufferPointer<NameRule>
  let starts: UnsafeBufferPointer<Int32>
  let members: UnsafeBufferPointer<Int32>
  let gate: UnsafeBufferPointer<UInt64>
  let doors: UnsafeBufferPointer<HashSlots.Slot>
  /// Bits of the languages that are looked for.
  let languages: UInt32

  /// What was found so far, by start, then the longest first, then by entry.
  private(set) var finds: [Find] = []

  /// Marks nobody sees, or blanks, that are passed over in one place: more of them part words.
  static let patience = 64

  private struct Place {
    var state: Int
    /// Offset of the byte behind the last symbol.
    var index: Int
    var last: Symbol
    /// True for another way on from a state that was there before.
    var isReturn = false
  }
  private var waiting: [Place] = []

  init(
    text: UnsafeBufferPointer<UInt8>, symbols: UnsafeBufferPointer<Symbol>, _ tables: NameTables,
    languages: UInt32
  ) {
    (self.text, self.symbols, self.languages) = (text, symbols, languages)
    (states, branches, rules) = (tables.states, tables.branches, tables.rules)
    (starts, members) = (tables.starts, tables.members)
    (gate, doors) = (tables.gate, tables.doors)
  }

  /// Finds every name in the text.
  mutating func run() {
    var index = 0
    while index < text.count {
      let (symbol, length) = read(index)
      if Folding.isWord(symbol) {
        index = passWord(from: index, symbol, length)
      } else if Folding.isHan(symbol) {
        index = passHan(from: index, symbol, length)
      } else {
        if symbol > Folding.quote, symbol != Folding.hyphen { follow(from: index, symbol, length) }
        index += length
      }
    }
  }

  /// Looks for names where a word begins.
  /// - Returns: where it ends.
  @inline(__always)
  private mutating func passWord(from start: Int, _ first: Symbol, _ length: Int) -> Int {
    var index = start + length
    var key = UInt64(first)
    var (count, last) = (1, first)
    while count < 4, index < text.count {
      let (symbol, width) = read(index)
      guard Folding.isWord(symbol) else {
        // The word may go on behind an invisible mark or a quote, and in the next line.
        guard symbol != Folding.nothing, symbol != Folding.quote, symbol != Folding.hyphen else {
          follow(from: start, first, length)
          return endOfWord(from: index)
        }
        break
      }
      key |= UInt64(symbol) << UInt64(16 * count)
      count += 1
      last = symbol
      index += width
    }
    if NameGate.hasOpen(key, count: count, gate) {
      follow(from: start, first, length)
    } else if NameGate.has(key, gate) {
      let state = HashSlots.value(of: key, doors)
      if state >= 0 { follow(from: start, Place(state: state, index: index, last: last)) }
    }
    return endOfWord(from: index)
  }

  /// Looks for names at each character of a Chinese run.
  /// - Returns: where it ends.
  @inline(__always)
  private mutating func passHan(from start: Int, _ first: Symbol, _ length: Int) -> Int {
    var (index, symbol, length) = (start, first, length)
    while true {
      let behind = index + length
      guard behind < text.count else {
        follow(from: index, symbol, length)
        return behind
      }
      let (next, width) = read(behind)
      if next > Folding.hyphen {
        let key = UInt64(symbol) | UInt64(next) << 16
        if NameGate.has(key, gate) {
          let state = HashSlots.value(of: key, doors)
          if state >= 0 { follow(from: index, Place(state: state, index: behind + width, last: next)) }
        }
      } else {
        follow(from: index, symbol, length)
      }
      guard Folding.isHan(next) else { return behind }
      (index, symbol, length) = (behind, next, width)
    }
  }

  // MARK: Names

  private mutating func follow(from start: Int, _ symbol: Symbol, _ length: Int) {
    let state = child(0, symbol)
    if state >= 0 { follow(from: start, Place(state: state, index: start + length, last: symbol)) }
  }

  @inline(__always)
  private mutating func follow(from start: Int, _ place: Place) {
    var place = place
    arrive(place, start)
    while true {
      while step(&place) { arrive(place, start) }
      guard let next = waiting.popLast() else { return }
      place = next
      if !place.isReturn { arrive(place, start) }
    }
  }

  @inline(__always)
  private func child(_ state: Int, _ symbol: Symbol) -> Int {
    NameTrie.step(from: state, by: symbol, states, branches)
  }

  @inline(__always)
  private mutating func arrive(_ place: Place, _ start: Int) {
    let state = states[place.state]
    if state.pattern >= 0 {
      take(Int(state.pattern), start..<place.index, place.last)
    }
    if state.flags > 1 { bend(place, state.flags & ~1) }
  }

  /// Notes the entries of a pattern that was met, if words and capitals are as they should be.
  private mutating func take(_ pattern: Int, _ span: Range<Int>, _ last: Symbol) {
    let isInside = Folding.isWord(last) && Folding.isWord(visible(span.upperBound).symbol)
    for place in starts[pattern]..<starts[pattern + 1] {
      let entry = Int(members[Int(place)])
      let rule = rules[entry]
      guard rule.languages & languages != 0, rule.isOpen || !isInside, hasCase(rule, span),
        !rule.isMetonym || !isLocated(span.lowerBound)
      else { continue }
      let end = isInside ? endOfWord(from: span.upperBound) : span.upperBound
      insert(Find(start: span.lowerBound, end: end, entry: entry))
    }
  }

  /// Finds come in order of where they start, so the place is near the end.
  private mutating func insert(_ find: Find) {
    finds.append(find)
    var index = finds.count - 1
    while index > 0, find.precedes(finds[index - 1]) {
      finds.swapAt(index, index - 1)
      index -= 1
    }
  }

  /// On by the next character; false if no name goes on so.
  @inline(__always)
  private mutating func step(_ place: inout Place) -> Bool {
    guard place.index < text.count else { return false }
    let (symbol, length) = read(place.index)
    guard symbol > Folding.hyphen else { return stepOverMark(&place) }
    let target = child(place.state, symbol)
    if target < 0 { return false }
    place = Place(state: target, index: place.index + length, last: symbol)
    return true
  }

  /// As above, where blanks, hyphens, quotes or invisible marks may stand before it.
  private mutating func stepOverMark(_ place: inout Place) -> Bool {
    var index = place.index
    for _ in 0..<Self.patience where index < text.count {
      let (symbol, length) = read(index)
      switch symbol {
      case Folding.nothing, Folding.quote: index += length
      case Folding.blank, Folding.lineFeed:
        guard let blanks = blanks(from: index) else { return false }
        // A line of Chinese ends anywhere.
        let isWrapped = blanks.lines == 1 && Folding.isHan(place.last)
        if take(&place, Folding.blank, blanks.end, orPass: isWrapped) { return true }
        guard isWrapped else { return false }
        index = blanks.end
      case Folding.hyphen:
        let blanks = blanks(from: index + length)
        let behind = blanks?.lines == 1 ? blanks!.end : index + length
        // A word broken at the end of a line.
        let isBroken = blanks?.lines == 1 && Folding.isWord(place.last)
        if take(&place, symbol, behind, orPass: isBroken) { return true }
        guard isBroken else { return false }
        index = behind
      default: return take(&place, symbol, index + length, orPass: false)
      }
    }
    return false
  }

  /// On by a symbol; where it may be passed over instead, that is tried later.
  private mutating func take(_ place: inout Place, _ symbol: Symbol, _ index: Int, orPass: Bool) -> Bool {
    let target = child(place.state, symbol)
    guard target >= 0 else { return false }
    if orPass { waiting.append(Place(state: place.state, index: index, last: place.last, isReturn: true)) }
    place = Place(state: target, index: index, last: symbol)
    return true
  }

  /// The run of blanks from `index` on and how many lines end in it; nil if a paragraph does.
  private func blanks(from index: Int) -> (end: Int, lines: Int)? {
    var (index, lines) = (index, 0)
    for _ in 0..<Self.patience where index < text.count {
      let (symbol, length) = read(index)
      guard symbol == Folding.blank || symbol == Folding.lineFeed || symbol == Folding.nothing else {
        return (index, lines)
      }
      if symbol == Folding.lineFeed { lines += 1 }
      if lines > 1 { return nil }
      index += length
    }
    return nil
  }

  /// On over the ending of a Russian word, where it is one that the name may have there.
  private mutating func bend(_ place: Place, _ flags: UInt16) {
    var (index, end) = (place.index, place.index)
    var letters: UInt64 = 0
    var count = 0
    while index < text.count {
      let (symbol, length) = read(index)
      index += length
      if symbol == Folding.nothing { continue }
      guard Folding.isWord(symbol) else { break }
      count += 1
      if count > Inflection.longest { return }
      letters = letters << 16 | UInt64(symbol)
      end = index
    }
    var kinds = Inflection.kinds(allowing: letters) & flags
    while kinds != 0 {
      let kind = kinds.trailingZeroBitCount
      kinds &= kinds - 1
      waiting.append(Place(state: child(place.state, Symbol(kind)), index: end, last: place.last))
    }
  }
}
