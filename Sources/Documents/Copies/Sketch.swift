/// A few of a text's sequences of words, chosen so that two texts with much in common have many of the few in
/// common: the 48 smallest. Also a part shares them with its whole, as long as it is not a small one.
struct Sketch {
  /// How many sequences stand for a text.
  static let count = 48

  /// The smallest sequences, in order; all of them where a text has fewer.
  let sequences: [UInt64]
  /// How many sequences the text has.
  let size: Int

  /// How many of them, the smallest, the file looks a text up by: two texts that share none of these share few.
  static let indexed = 16

  init(_ text: [UInt8]) {
    var least: [UInt64] = []
    least.reserveCapacity(Self.count + 1)
    var bound = UInt64.max
    var size = 0
    Wording.forEach(in: text) { sequence in
      size += 1
      guard sequence < bound else { return }
      Self.insert(sequence, into: &least)
      if least.count == Self.count { bound = least[Self.count - 1] }
    }
    sequences = least
    self.size = size
  }

  /// The sequences as the file holds them: six bytes each, the highest first.
  var packed: [UInt8] {
    sequences.flatMap { sequence in (0..<6).map { UInt8(truncatingIfNeeded: sequence >> (40 - 8 * $0)) } }
  }

  /// How many sequences stand in this one and in another that the file holds.
  func shared(with packed: UnsafeRawBufferPointer) -> Int {
    var (count, place) = (0, 0)
    for at in stride(from: 0, to: packed.count - 5, by: 6) {
      let high = UInt64(UInt16(bigEndian: packed.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
      let low = UInt64(UInt32(bigEndian: packed.loadUnaligned(fromByteOffset: at + 2, as: UInt32.self)))
      let other = high << 32 | low
      while place < sequences.count, sequences[place] < other { place += 1 }
      if place < sequences.count, sequences[place] == other { count += 1 }
    }
    return count
  }

  /// True if a text with so many sequences is about as long: of two such a copy shares more than one of the smallest.
  func isAsLong(as other: Int) -> Bool {
    min(size, other) * 2 >= max(size, other) && sequences.count == Self.count
  }

  /// How many sequences of the sketches a copy may be expected to share with this text, where the other text has
  /// `size` sequences: of two sets, the smallest ones are a sample of both together.
  func sharedByCopy(ofSize other: Int) -> Double {
    let part = Double(min(size, other)) / Double(max(size, other, 1))
    let common = part * (part < 0.4 ? 0.7 : 0.5)
    return Double(Self.count) * common / (1 + part - common)
  }

  /// Puts a sequence in its place, once, and drops what is one too many.
  private static func insert(_ sequence: UInt64, into least: inout [UInt64]) {
    var place = least.count
    while place > 0, least[place - 1] >= sequence { place -= 1 }
    if place < least.count, least[place] == sequence { return }
    least.insert(sequence, at: place)
    if least.count > count { least.removeLast() }
  }
}
