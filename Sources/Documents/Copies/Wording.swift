/// The wording of a text as copies are told by it: every sequence of three words, or of three Chinese characters,
/// as a number.
///
/// Texts are compared by their first megabyte: what is longer is a book or a dump, and its beginning tells it.
struct Wording {
  /// How much of a text is looked at.
  static let limit = 1 << 20

  /// The sequences, in order of place.
  private(set) var sequences: [UInt64] = []
  /// The numbers written in the text, each with the place of the sequence it stands in.
  private(set) var numbers: [(place: Int, hash: UInt64)] = []

  init(_ text: [UInt8]) {
    sequences.reserveCapacity(min(text.count, Self.limit) / 5)
    // A single Chinese numeral is a word more often than a number.
    var run: (count: Int, hash: UInt64) = (0, 0)
    Self.forEach(in: text) { sequence in
      sequences.append(sequence)
    } word: { word in
      if word.isHan, let numeral = word.number {
        run = (run.count + 1, (run.hash ^ numeral) &* 0x9E37_79B9_7F4A_7C15)
        return
      }
      if run.count > 1 { numbers.append((sequences.count, run.hash)) }
      run = (0, 0)
      if let number = word.number { numbers.append((sequences.count, number)) }
    }
    if run.count > 1 { numbers.append((sequences.count, run.hash)) }
  }

  /// The sequences of a text one after the other, and its words between them.
  @inline(__always)
  static func forEach(
    in text: [UInt8], _ body: (UInt64) -> Void, word look: (WordScanner.Word) -> Void = { _ in }
  ) {
    text.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, limit)]))
      var (a, b) = (UInt64?.none, UInt64?.none)
      while let word = scanner.next() {
        look(word)
        if let a, let b { body(mixed(a, b, word.hash)) }
        (a, b) = (b, word.hash)
      }
    }
  }

  /// 48 bits: SQLite keeps a small number in few bytes, and among a million texts two sequences still do not meet.
  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    var x = (a &* 0x9E37_79B9_7F4A_7C15) ^ (a >> 31)
    x = (x &+ b) &* 0xBF58_476D_1CE4_E5B9
    x ^= x >> 29
    x = (x &+ c) &* 0x94D0_49BB_1331_11EB
    x ^= x >> 32
    return (x &* 0xD6E8_FEB8_6659_FD93) >> 16
  }
}
