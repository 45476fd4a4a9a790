// What is asked of a text where a name was met in it.
extension NameScan {
  /// True if capitals stand where the name wants them.
  func hasCase(_ rule: NameRule, _ span: Range<Int>) -> Bool {
    switch rule.letterCase {
    case .any: true
    case .initial: Folding.shared.isCapital(code(span.lowerBound))
    case .exact: capitals(span) == rule.capitals
    }
  }

  /// A bit for each sign that is a capital, of the first 64; blanks, hyphens and what is passed over left out.
  private func capitals(_ span: Range<Int>) -> UInt64 {
    var bits: UInt64 = 0
    var (index, place) = (span.lowerBound, 0)
    while index < span.upperBound, place < 64 {
      let (symbol, length) = read(index)
      switch symbol {
      case Folding.nothing, Folding.quote, Folding.blank, Folding.lineFeed, Folding.hyphen: break
      default:
        if Folding.shared.isCapital(code(index)) { bits |= 1 << UInt64(place) }
        place += 1
      }
      index += length
    }
    return bits
  }

  /// The end of a find with what belongs to it: marks on its last letter, and where a quotation begins in it and
  /// ends right behind it, the mark that ends it.
  func wholeEnd(of find: Find) -> Int {
    var end = find.end
    for _ in 0..<Self.patience where end < text.count && 0x300...0x36F ~= code(end) {
      end += read(end).length
    }
    guard end < text.count else { return end }
    let (symbol, length) = read(end)
    guard symbol == Folding.quote, opensQuote(find) else { return end }
    return end + length
  }

  private func opensQuote(_ find: Find) -> Bool {
    var isOpen = false
    var index = find.start
    while index < find.end {
      let (symbol, length) = read(index)
      if symbol == Folding.quote { isOpen.toggle() }
      index += length
    }
    return isOpen
  }

  /// True if a word before `index` says that a place follows.
  func isLocated(_ index: Int) -> Bool {
    var index = index
    while index > 0, text[index - 1] == 0x20 || text[index - 1] == 0x0A { index -= 1 }
    var word: [Symbol] = []
    while let (symbol, start) = before(index), Folding.isWord(symbol), word.count <= Self.longestLocating {
      word.insert(symbol, at: 0)
      index = start
    }
    if word.isEmpty { return before(index).map { Self.locatingHan.contains($0.symbol) } ?? false }
    return Self.locating.contains(word)
  }

  /// The character that ends before `index`, and where it begins.
  private func before(_ index: Int) -> (symbol: Symbol, start: Int)? {
    guard index > 0 else { return nil }
    var start = index - 1
    while start > 0, index - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    return (read(start).symbol, start)
  }

  private static let locating: Set<[Symbol]> = Set(
    ["in", "at", "from", "to", "near", "outside", "в", "во", "из", "под", "до", "через"].map {
      $0.unicodeScalars.map { Symbol($0.value) }
    })
  private static let longestLocating = 8
  private static let locatingHan = Set("在于赴抵从到".unicodeScalars.map { Symbol($0.value) })
}
