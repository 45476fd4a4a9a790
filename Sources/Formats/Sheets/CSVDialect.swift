/// How a CSV file parts its cells, told by its first lines.
public struct CSVDialect: Equatable, Sendable {
  /// The mark between two cells.
  public var delimiter: UInt8
  /// True if the first line says only this: `sep=;`, as Excel reads it.
  public var isDeclared: Bool

  private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let lines = 40

  /// The mark that parts most lines into the same number of cells, more than one; a comma where none does.
  /// - Parameter head: the beginning of the file in UTF-8, with or without its mark.
  public init(head: [UInt8]) {
    let head = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let first = head.prefix { $0 != 0x0A && $0 != 0x0D }
    if first.count == 5, String(decoding: first.dropLast(), as: UTF8.self).lowercased() == "sep=" {
      (delimiter, isDeclared) = (first.last ?? 0x2C, true)
      return
    }
    (delimiter, isDeclared) = (0x2C, false)
    var best = (lines: 0, cells: 0)
    for candidate in Self.candidates {
      let found = Self.agreement(head, candidate)
      if found > best { (best, delimiter) = (found, candidate) }
    }
  }

  /// How many lines have the commonest number of marks, and that number.
  private static func agreement(_ head: ArraySlice<UInt8>, _ mark: UInt8) -> (lines: Int, cells: Int) {
    var tally: [Int: Int] = [:]
    for count in counts(head, mark) where count > 0 { tally[count, default: 0] += 1 }
    let best = tally.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { ($0.value, $0.key) } ?? (0, 0)
  }

  /// The marks of each line, those in quotes left out.
  private static func counts(_ head: ArraySlice<UInt8>, _ mark: UInt8) -> [Int] {
    var counts = [0]
    var isQuoted = false
    for byte in head {
      if byte == 0x22 { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == mark { counts[counts.count - 1] += 1 }
      if byte == 0x0A || byte == 0x0D { counts.append(0) }
      if counts.count > lines * 2 { break }
    }
    return counts
  }
}
