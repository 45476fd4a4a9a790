/// Keys of 64 bits with a number each: one array, looked through from the place that the hash of a key names.
struct HashSlots: Sendable {
  struct Slot: BitwiseCopyable, Sendable {
    /// All ones if the slot is free: no key is.
    var key: UInt64 = .max
    var value: Int32 = 0
  }

  /// A power of two of them, half of them free at least.
  private(set) var slots = [Slot](repeating: Slot(), count: 64)
  private var taken = 0

  /// Enters a key that is not there yet.
  mutating func insert(_ key: UInt64, _ value: Int) {
    if (taken + 1) * 2 > slots.count {
      let held = slots
      slots = [Slot](repeating: Slot(), count: held.count * 2)
      for slot in held where slot.key != .max { place(slot) }
    }
    place(Slot(key: key, value: Int32(value)))
    taken += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = Self.hash(slot.key) & (slots.count - 1)
    while slots[index].key != .max { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  /// The number of a key, or -1.
  func value(of key: UInt64) -> Int { slots.withUnsafeBufferPointer { Self.value(of: key, $0) } }

  /// As above.
  @inline(__always)
  static func value(of key: UInt64, _ slots: UnsafeBufferPointer<Slot>) -> Int {
    var index = hash(key) & (slots.count - 1)
    while true {
      let slot = slots[index]
      if slot.key == key { return Int(slot.value) }
      if slot.key == .max { return -1 }
      index = (index + 1) & (slots.count - 1)
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
