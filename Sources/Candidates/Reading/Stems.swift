/// Pieces of words that are looked for in a text in one pass, whatever their number.
struct Stems {
  /// By their first byte; empty for most bytes.
  private let byFirst: [[[UInt8]]]
  private let isFirst: [Bool]

  init(_ stems: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for stem in stems where !stem.isEmpty {
      let bytes = Array(stem.utf8)
      byFirst[Int(bytes[0])].append(bytes)
    }
    self.byFirst = byFirst
    isFirst = byFirst.map { !$0.isEmpty }
  }

  /// True if one of them stands in these bytes, where capitals of ASCII count as small letters.
  func isIn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { find(bytes, range) { Self.small($0) } }

  private func find(_ bytes: [UInt8], _ range: Range<Int>, _ form: (UInt8) -> UInt8) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for at in range {
        let first = Int(form(bytes[at]))
        guard isFirst[first] else { continue }
        for stem in byFirst[first] where at + stem.count <= range.upperBound {
          var same = 1
          while same < stem.count, form(bytes[at + same]) == stem[same] { same += 1 }
          if same == stem.count { return true }
        }
      }
      return false
    }
  }

  private static func small(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
}
