/// How a name and a text are made comparable: every character becomes a symbol, by one table for both.
///
/// Small letters without accents, full-width letters as plain ones, simplified Chinese, one kind of hyphen,
/// apostrophe and blank. `ё` is `е` and `й` is `и`: so a letter and a mark beside it are the same as the
/// letter that has the mark. A symbol has 16 bits; what lies beyond is no part of any name.
final class Folding: Sendable {
  typealias Symbol = UInt16

  static let nothing: Symbol = 0
  static let blank: Symbol = 0x20
  static let lineFeed: Symbol = 0x0A
  static let quote: Symbol = 0x22
  static let hyphen: Symbol = 0x2D
  /// Of a character that no name has.
  static let foreign: Symbol = 0xFFFF

  /// The symbol of each character of the basic plane.
  let symbols: [Symbol]
  /// A bit for each character that is a capital.
  private let capitals: [UInt64]

  static let shared = Folding()

  private init() {
    var symbols = (0...0xFFFF).map { Symbol($0) }
    var capitals = [UInt64](repeating: 0, count: 1024)
    for code in 0..<0x20 { symbols[code] = Self.foreign }
    for code in Self.cased.joined() {
      guard let letter = Unicode.Scalar(UInt32(code)), let small = Self.small(letter) else { continue }
      symbols[code] = small
      capitals[code >> 6] |= 1 << (code & 63)
    }
    Self.fold(&symbols, Self.blanks, to: Self.blank)
    Self.fold(&symbols, Self.invisible, to: Self.nothing)
    Self.fold(&symbols, Self.quotes, to: Self.quote)
    Self.fold(&symbols, Self.hyphens, to: Self.hyphen)
    Self.fold(&symbols, Self.apostrophes, to: 0x27)
    symbols[0x0A] = Self.lineFeed
    for (letter, base) in Self.accented {
      // Both the small letter and the capital that became it.
      for code in Self.cased.joined() where symbols[code] == letter { symbols[code] = base }
    }
    for code in 0xFF01...0xFF5E {
      symbols[code] = symbols[code - 0xFEE0]
      if 0xFF21...0xFF3A ~= code { capitals[code >> 6] |= 1 << (code & 63) }
    }
    for pair in HanVariants.pairs { symbols[Int(pair.traditional)] = pair.simplified }
    self.symbols = symbols
    self.capitals = capitals
  }

  private static func fold(_ symbols: inout [Symbol], _ ranges: [ClosedRange<Int>], to symbol: Symbol) {
    for code in ranges.joined() { symbols[code] = symbol }
  }

  /// The small letter of a capital; nil for anything else.
  private static func small(_ letter: Unicode.Scalar) -> Symbol? {
    guard letter.properties.isUppercase else { return nil }
    let mapped = letter.properties.lowercaseMapping.unicodeScalars
    return mapped.count <= 2 ? mapped.first.flatMap { Symbol(exactly: $0.value) } : nil
  }

  /// Latin, Greek, Cyrillic and Armenian.
  private static let cased: [ClosedRange<Int>] = [0x41...0x5A, 0xC0...0x58F, 0x1E00...0x1FFF]
  private static let blanks: [ClosedRange<Int>] = [
    0x09...0x09, 0x0D...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x202F...0x202F, 0x205F...0x205F,
    0x3000...0x3000,
  ]
  /// Soft hyphens, marks that combine, joiners, marks of direction.
  private static let invisible: [ClosedRange<Int>] = [
    0xAD...0xAD, 0x300...0x36F, 0x483...0x489, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F,
    0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
  ]
  private static let quotes: [ClosedRange<Int>] = [
    0x22...0x22, 0xAB...0xAB, 0xBB...0xBB, 0x201C...0x201F, 0x2039...0x203A, 0x3008...0x300F,
  ]
  private static let hyphens: [ClosedRange<Int>] = [0x2010...0x2013, 0x2212...0x2212]
  private static let apostrophes: [ClosedRange<Int>] = [0x2018...0x2019, 0x2BC...0x2BC]

  /// Small letters with the letter they stand beside.
  private static let accented: [(Symbol, Symbol)] = [
    ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęěѐ"), ("g", "ĝğġģ"), ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįǐ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏőǒ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔǖǘǚǜ"), ("w", "ŵ"), ("y", "ýÿŷ"),
    ("z", "źżž"), ("е", "ѐё"), ("и", "йѝ"), ("і", "ї"),
  ].flatMap { base, letters in
    letters.unicodeScalars.map { (Symbol($0.value), Symbol(base.unicodeScalars.first!.value)) }
  }
}

extension Folding {
  /// True for what words are made of: letters of scripts that part words, and digits.
  @inline(__always)
  static func isWord(_ symbol: Symbol) -> Bool {
    switch symbol {
    case 0x61...0x7A, 0x30...0x39: true
    case 0xC0...0x7FF: symbol != 0xD7 && symbol != 0xF7
    case 0x1E00...0x1FFF: true
    default: false
    }
  }

  @inline(__always)
  static func isCyrillic(_ symbol: Symbol) -> Bool { 0x400...0x52F ~= symbol }

  @inline(__always)
  static func isHan(_ symbol: Symbol) -> Bool {
    0x4E00...0x9FFF ~= symbol || 0x3400...0x4DBF ~= symbol || 0xF900...0xFAFF ~= symbol
  }

  func isCapital(_ code: UInt32) -> Bool {
    code <= 0xFFFF && capitals[Int(code >> 6)] >> (code & 63) & 1 == 1
  }

  /// A name as it is looked for: quotes and what is invisible left out, runs of blanks as one. With each symbol
  /// stands whether it was written as a capital. Empty if the name has a character beyond the table.
  func fold(name: String) -> (symbols: [Symbol], capitals: [Bool]) {
    var folded: (symbols: [Symbol], capitals: [Bool]) = ([], [])
    for scalar in name.unicodeScalars {
      var symbol = scalar.value <= 0xFFFF ? symbols[Int(scalar.value)] : Self.foreign
      switch symbol {
      case Self.foreign: return ([], [])
      case Self.nothing, Self.quote: continue
      case Self.blank, Self.lineFeed:
        symbol = Self.blank
        if folded.symbols.last ?? Self.blank == Self.blank { continue }
      default: break
      }
      folded.symbols.append(symbol)
      folded.capitals.append(isCapital(scalar.value))
    }
    if folded.symbols.last == Self.blank {
      folded.symbols.removeLast()
      folded.capitals.removeLast()
    }
    return folded
  }
}
