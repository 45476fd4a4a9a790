import TestSupport
import Testing

@testable import Names

/// Looks for every name at every place of a text, sign by sign, as slowly as it is plain.
private struct Oracle {
  struct Sign {
    var symbol: Folding.Symbol
    var isCapital: Bool
    var start: Int
    var end: Int
    /// Line ends, of a run of blanks.
    var lines = 0
    /// True if a quotation mark stands before it.
    var isQuoted = false
  }

  private var signs: [Sign] = []

  init(_ text: String) {
    var offset = 0
    var isQuoted = false
    for scalar in text.unicodeScalars {
      let start = offset
      offset += UTF8.encode(scalar)!.count
      let symbol = scalar.value <= 0xFFFF ? Folding.shared.symbols[Int(scalar.value)] : Folding.foreign
      if symbol == Folding.nothing { continue }
      if symbol == Folding.quote {
        isQuoted = true
        continue
      }
      defer { isQuoted = false }
      if symbol == Folding.blank || symbol == Folding.lineFeed {
        let lines = symbol == Folding.lineFeed ? 1 : 0
        if signs.last?.symbol == Folding.blank, !isQuoted {
          signs[signs.count - 1].lines += lines
          signs[signs.count - 1].end = offset
        } else {
          signs.append(
            Sign(
              symbol: Folding.blank, isCapital: false, start: start, end: offset, lines: lines,
              isQuoted: isQuoted))
        }
        continue
      }
      let isCapital = Folding.shared.isCapital(scalar.value)
      signs.append(
        Sign(symbol: symbol, isCapital: isCapital, start: start, end: offset, isQuoted: isQuoted))
    }
  }

  private func isWord(_ index: Int) -> Bool {
    signs.indices.contains(index) && Folding.isWord(signs[index].symbol)
  }

  /// True if the sign goes on with the word of the one before it.
  private func goesOn(_ index: Int) -> Bool { isWord(index - 1) && isWord(index) && !signs[index].isQuoted }

  private func endOfWord(_ index: Int) -> Int { (index...).first { !goesOn($0) }! }

  private func isSign(_ symbol: Folding.Symbol) -> Bool {
    symbol != Folding.blank && symbol != Folding.hyphen
  }

  func all(of entry: NameEntry) -> Set<[Int]> {
    var found: Set<[Int]> = []
    for pattern in entry.patterns {
      for start in signs.indices where !goesOn(start) {
        for end in ends(pattern[...], start, start) {
          let isInside = goesOn(end)
          if isInside, !entry.isOpen { continue }
          if entry.letterCase == .initial, !signs[start].isCapital { continue }
          if entry.letterCase == .exact {
            let capitals = signs[start..<end].filter { isSign($0.symbol) }.map(\.isCapital)
            let wanted = zip(entry.symbols, entry.capitals).filter { isSign($0.0) }.map(\.1)
            if capitals != wanted { continue }
          }
          let last = isInside ? endOfWord(end) - 1 : end - 1
          found.insert([signs[start].start, signs[last].end])
        }
      }
    }
    return found
  }

  /// Every sign behind which the pattern may end.
  private func ends(_ pattern: ArraySlice<Folding.Symbol>, _ index: Int, _ start: Int) -> [Int] {
    guard let wanted = pattern.first else { return [index] }
    if Inflection.isEnding(wanted) {
      let end = endOfWord(index)
      let letters = signs[index..<end].map(\.symbol)
      guard letters.count <= Inflection.longest,
        Inflection.kinds(allowing: Inflection.packed(letters)) & (1 << wanted) != 0
      else { return [] }
      return ends(pattern.dropFirst(), end, start)
    }
    guard index < signs.count else { return [] }
    let sign = signs[index]
    let isBreak = index + 1 < signs.count && signs[index + 1].symbol == Folding.blank
    if sign.symbol == Folding.blank, sign.lines > 1 { return [] }
    var found: [Int] = []
    if sign.symbol == wanted {
      let isBroken = wanted == Folding.hyphen && isBreak && signs[index + 1].lines == 1
      found = ends(pattern.dropFirst(), isBroken ? index + 2 : index + 1, start)
    }
    guard index > start else { return found }
    if sign.symbol == Folding.blank, sign.lines == 1, Folding.isHan(signs[index - 1].symbol) {
      found += ends(pattern, index + 1, start)
    }
    if sign.symbol == Folding.hyphen, isBreak, signs[index + 1].lines == 1, isWord(index - 1) {
      found += ends(pattern, index + 2, start)
    }
    return found
  }
}

@Suite("The scan against an oracle")
struct OracleTests {
  private static let letters = ["abAB5", "ниаяНИ", "中国华華"].map { Array($0.unicodeScalars) }

  private static func word(_ script: Int, _ length: Int, _ random: inout SplitMix64) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<length { scalars.append(letters[script].randomElement(using: &random)!) }
    return String(scalars)
  }

  private static func name(_ random: inout SplitMix64) -> String {
    let script = Int.random(in: 0...2, using: &random)
    var name = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      if !name.isEmpty { name += ["", " ", "-"].randomElement(using: &random)! }
      name += word(script, Int.random(in: 1...5, using: &random), &random)
    }
    if script != 2, Int.random(in: 0...5, using: &random) == 0 { name += "*" }
    return name
  }

  private static let marks = [
    " ", " ", " ", ", ", "-", "-\n", "\n", "\n\n", "\u{AD}", "\u{301}", "«", "”", "\u{A0} ", "  ", "。", "🚀",
  ]

  private static func text(_ names: [String], _ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<60 {
      switch Int.random(in: 0...4, using: &random) {
      case 0...1: text += names.randomElement(using: &random)!.filter { $0 != "*" }
      case 2: text += names.randomElement(using: &random)!.prefix(3).uppercased()
      default:
        text += word(Int.random(in: 0...2, using: &random), Int.random(in: 1...3, using: &random), &random)
      }
      if Int.random(in: 0...5, using: &random) > 0 { text += marks.randomElement(using: &random)! }
    }
    // Marks inside words too.
    var broken = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      broken.append(scalar)
      if Int.random(in: 0...30, using: &random) == 0 {
        broken.append(contentsOf: marks.randomElement(using: &random)!.unicodeScalars)
      }
    }
    return String(broken)
  }

  @Test("It finds what looking for each name at each place finds", arguments: 1...60 as ClosedRange<UInt64>)
  func sameAsNaive(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = (0..<25).map { _ in Self.name(&random) }
    let kinds: [NameKind] = [.actor, .actor, .sector]
    let entries = names.enumerated().map { index, name in
      NameEntry(kind: kinds[index % 3], code: "\(index)", actor: index, language: "en", written: name)
    }.filter { $0.symbols.count > 1 }
    let text = Self.text(names, &random)
    let oracle = Oracle(text)
    let finds = NameFinder(entries).finds(in: Array(text.utf8), language: nil)
    for (index, entry) in entries.enumerated() {
      let got = Set(finds.filter { $0.entry == index }.map { [$0.start, $0.end] })
      #expect(
        got == oracle.all(of: entry),
        "seed \(seed), name \(names[Int(entry.code)!]), text \(text.debugDescription)")
    }
  }

  @Test(
    "Spans lie where the name was put, whatever stands around it", arguments: 1...20 as ClosedRange<UInt64>)
  func spans(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = ["Harbin Works", "Китайская академия", "华为公司"]
    let finder = NameFinder(
      names.enumerated().map {
        NameEntry(kind: .actor, code: $0.element, actor: $0.offset, language: "en", written: $0.element)
      })
    let noise = ["中文", "é", "🚀", "слово ", " ", "\u{301}", "\n\n", "x, "]
    var text = ""
    var wanted: [Range<Int>] = []
    for _ in 0..<30 {
      for _ in 0..<Int.random(in: 0...4, using: &random) { text += noise.randomElement(using: &random)! }
      text += ", "
      let name = names.randomElement(using: &random)!
      wanted.append(text.utf8.count..<(text.utf8.count + name.utf8.count))
      text += name + "; "
    }
    #expect(finder.matches(in: Array(text.utf8), language: nil).map(\.span) == wanted, "seed \(seed)")
  }

  @Test("Any bytes are read to their end")
  func anyBytes() {
    let finder = NameFinder([
      NameEntry(kind: .actor, code: "a", actor: 1, language: "en", written: "Китай я"),
      NameEntry(kind: .sector, code: "b", language: "zh", written: "中俄"),
    ])
    var random = SplitMix64(seed: 7)
    let pieces: [[UInt8]] = [
      [0xE4], [0xE4, 0xB8], [0xD0], [0xF0, 0x9F], [0x80], [0], [0xFF], Array("中俄".utf8), Array("Китай".utf8),
    ]
    for _ in 0..<300 {
      let bytes = (0..<8).flatMap { _ in pieces.randomElement(using: &random)! }
      for match in finder.matches(in: bytes, language: nil) {
        #expect(0..<bytes.count ~= match.start && match.start < match.end && match.end <= bytes.count)
      }
    }
  }
}
