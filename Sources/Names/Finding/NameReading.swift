// How characters are read.
extension NameScan {
  /// The symbol of the character at `index`, and its bytes. Broken UTF-8 gives one foreign byte after another.
  @inline(__always)
  func read(_ index: Int) -> (symbol: Symbol, length: Int) {
    let lead = text[index]
    if lead < 0x80 { return (symbols[Int(lead)], 1) }
    let (code, length) = wide(index, lead)
    return (code <= 0xFFFF ? symbols[Int(code)] : Folding.foreign, length)
  }

  /// The number of the character at `index`.
  func code(_ index: Int) -> UInt32 {
    let lead = text[index]
    return lead < 0x80 ? UInt32(lead) : wide(index, lead).code
  }

  @inline(__always)
  private func wide(_ index: Int, _ lead: UInt8) -> (code: UInt32, length: Int) {
    if lead < 0xE0 {
      guard lead >= 0xC2, index + 1 < text.count else { return (.max, 1) }
      return (UInt32(lead & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), 2)
    }
    if lead < 0xF0 {
      guard index + 2 < text.count else { return (.max, 1) }
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F), 3
      )
    }
    return (.max, min(4, text.count - index))
  }

  /// The first character from `index` on that can be seen.
  func visible(_ index: Int) -> (symbol: Symbol, index: Int) {
    var index = index
    for _ in 0..<Self.patience where index < text.count {
      let (symbol, length) = read(index)
      if symbol != Folding.nothing { return (symbol, index) }
      index += length
    }
    return (Folding.foreign, index)
  }

  /// Behind the last letter of the word that `index` is inside or at the end of.
  func endOfWord(from index: Int) -> Int {
    var (index, end) = (index, index)
    while index < text.count {
      let (symbol, length) = read(index)
      index += length
      if Folding.isWord(symbol) { end = index } else if symbol != Folding.nothing { break }
    }
    return end
  }
}
