/// A tree of names, a symbol a step.
///
/// The state that a name adds first stands right behind the one it grows from, so most steps compare one
/// symbol and go to the next state; only where names part does a step look into a table of hashes. There are
/// never more such steps than names.
struct NameTrie: Sendable {
  typealias Symbol = Folding.Symbol

  struct State: BitwiseCopyable, Sendable {
    /// The symbol that leads to the state behind this one; 0 if none does.
    var next: Symbol = 0
    /// Bit 0: further steps are in the table. Bits from 1 on: a step by the ending of that number leads on.
    var flags: UInt16 = 0
    /// The pattern that ends here, or -1.
    var pattern: Int32 = -1
  }

  private(set) var states = [State()]
  /// Steps to states that stand elsewhere, by state and symbol.
  private(set) var branches = HashSlots()
  private(set) var patternCount = 0

  /// Enters a name.
  /// - Returns: the number of its pattern: of one known already, the number it has.
  mutating func insert(_ symbols: [Symbol]) -> Int {
    var state = 0
    for symbol in symbols {
      let known = step(from: state, by: symbol)
      state = known < 0 ? grow(state, by: symbol) : known
    }
    if states[state].pattern < 0 {
      states[state].pattern = Int32(patternCount)
      patternCount += 1
    }
    return Int(states[state].pattern)
  }

  private mutating func grow(_ state: Int, by symbol: Symbol) -> Int {
    let new = states.count
    if new == state + 1 {
      states[state].next = symbol
    } else {
      states[state].flags |= 1
      branches.insert(Self.key(state, symbol), new)
    }
    if Inflection.isEnding(symbol) { states[state].flags |= 1 << symbol }
    states.append(State())
    return new
  }

  /// The state that the first symbols of a name lead to.
  func state(behind symbols: ArraySlice<Symbol>) -> Int { symbols.reduce(0) { step(from: $0, by: $1) } }

  private func step(from state: Int, by symbol: Symbol) -> Int {
    states.withUnsafeBufferPointer { states in
      branches.slots.withUnsafeBufferPointer { Self.step(from: state, by: symbol, states, $0) }
    }
  }

  @inline(__always)
  private static func key(_ state: Int, _ symbol: Symbol) -> UInt64 {
    UInt64(truncatingIfNeeded: state) << 16 | UInt64(symbol)
  }

  /// The state behind `state` by `symbol`, or -1.
  @inline(__always)
  static func step(
    from state: Int, by symbol: Symbol, _ states: UnsafeBufferPointer<State>,
    _ branches: UnsafeBufferPointer<HashSlots.Slot>
  ) -> Int {
    if states[state].next == symbol { return state + 1 }
    return states[state].flags & 1 == 0 ? -1 : HashSlots.value(of: key(state, symbol), branches)
  }
}
