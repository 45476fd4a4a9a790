/// A few of a text's sequences of words, chosen so that two texts with much in common have many of the few in
/// common: the 48 smallest. Also a part shares them with its whole, as long as it is not a small one.
struct Sketch {
  /// How many sequences stand for a text.
  static let count = 48

  /// The smallest sequences, in order; all of them where a text has fewer.
  let sequences: [UInt64]
  /// How many sequences the text has.
  let size: Int

  init(_ text: [UInt8]) {
    var least: [UInt64] = []
    least.reserveCapacity(Self.count * 8)
    var bound = UInt64.max
    var size = 0
    Wording.forEach(in: text) { sequence in
      size += 1
      guard sequence < bound else { return }
      least.append(sequence)
      if least.count == Self.count * 8 {
        least = Self.smallest(of: least)
        if least.count == Self.count { bound = least[Self.count - 1] }
      }
    }
    sequences = Self.smallest(of: least)
    self.size = size
  }

  /// How many sequences of the sketches a copy may be expected to share with this text, where the other text has
  /// `size` sequences: of two sets, the smallest ones are a sample of both together.
  func sharedByCopy(ofSize other: Int) -> Double {
    let part = Double(min(size, other)) / Double(max(size, other, 1))
    let common = part * (part < 0.4 ? 0.7 : 0.5)
    return Double(Self.count) * common / (1 + part - common)
  }

  private static func smallest(of sequences: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    for sequence in sequences.sorted() where sequence != result.last {
      result.append(sequence)
      if result.count == count { break }
    }
    return result
  }
}
