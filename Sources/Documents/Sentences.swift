/// Cuts a paragraph into sentences.
struct Sentences {
  private let bytes: [UInt8]
  private var scalars: [(scalar: Unicode.Scalar, offset: Int)] = []

  /// The sentences of a part of a text, blanks between them left out.
  static func spans(in bytes: [UInt8], _ paragraph: Range<Int>) -> [Range<Int>] {
    Sentences(bytes, paragraph).spans(to: paragraph.upperBound)
  }

  private init(_ bytes: [UInt8], _ paragraph: Range<Int>) {
    self.bytes = bytes
    var scalars: [(scalar: Unicode.Scalar, offset: Int)] = []
    bytes.forEachScalar(in: paragraph) { scalars.append(($0, $1.lowerBound)) }
    self.scalars = scalars
  }

  private func spans(to end: Int) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = scalars.first?.offset ?? end
    var i = 0
    while i < scalars.count {
      if let next = endOfSentence(at: i) {
        let stop = next < scalars.count ? scalars[next].offset : end
        append(bytes.trimmed(start..<stop), &spans)
        start = stop
        i = next
      } else {
        i += 1
      }
    }
    append(bytes.trimmed(start..<end), &spans)
    return spans
  }

  private func append(_ span: Range<Int>, _ spans: inout [Range<Int>]) {
    if !span.isEmpty { spans.append(span) }
  }

  private static let closing = Set("\"'”’»」』）)]".unicodeScalars)
  private static let opening = Set("\"'“‘«「『（([—–-".unicodeScalars)

  /// The index behind the sentence, if one ends with the mark at `i`.
  private func endOfSentence(at i: Int) -> Int? {
    switch scalars[i].scalar {
    case "。", "！", "？": return behindClosing(i + 1)
    case ".", "!", "?", "…":
      let next = behindClosing(i + 1)
      guard next < scalars.count else { return next }
      // A stop inside a word or number, or the first of several, ends nothing.
      guard isBlank(next), let follower = firstVisible(from: next), canBegin(scalars[follower].scalar) else {
        return nil
      }
      return scalars[i].scalar == "." && isAbbreviation(before: i, next: follower) ? nil : next
    default: return nil
    }
  }

  private func behindClosing(_ index: Int) -> Int {
    var index = index
    while index < scalars.count, Self.closing.contains(scalars[index].scalar) { index += 1 }
    return index
  }

  private func isBlank(_ index: Int) -> Bool { Token.Kind(scalars[index].scalar) == nil }
  private func firstVisible(from index: Int) -> Int? { scalars.indices[index...].first { !isBlank($0) } }

  private func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isUppercase || Self.opening.contains(scalar) || Token.Kind(scalar) == .han
      || Token.Kind(scalar) == .number
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "maj", "capt",
    "adm", "vs", "no", "nos",
    "fig", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "approx",
    "им", "г", "гг", "ул", "д",
    "стр", "т", "тыс", "млн", "млрд", "трлн", "др", "проф", "акад", "руб", "долл", "св", "н", "э", "п", "пр",
    "кв", "им", "см", "ок",
  ]
  /// Those that end a sentence as often as not: what follows decides.
  private static let firms: Set<String> = ["co", "corp", "inc", "ltd", "llc", "jr", "sr", "etc", "plc"]
  private static let openers: Set<String> = [
    "the", "a", "an", "in", "on", "at", "it", "its", "he", "she", "they", "we", "this", "that", "these",
    "those", "but", "and", "over",
    "however", "under", "for", "as", "both", "by", "last", "after", "since", "while", "when", "there",
  ]

  private func isAbbreviation(before i: Int, next: Int) -> Bool {
    let word = word(endingBefore: i)
    // "the U.S.. Over": a stop behind a stop is the sentence's own.
    guard let first = word.unicodeScalars.first else { return false }
    let isInitial = word.unicodeScalars.count == 1 && first.properties.isUppercase
    if isInitial {
      let isAcronym = i >= 2 && scalars[i - 2].scalar == "."
      return !(isAcronym && Self.openers.contains(self.word(from: next)))
    }
    let small = word.lowercased()
    return Self.titles.contains(small)
      || (Self.firms.contains(small) && !Self.openers.contains(self.word(from: next)))
  }

  private func word(endingBefore i: Int) -> String {
    var start = i
    while start > 0, i - start < Self.longest, Token.Kind(scalars[start - 1].scalar) == .word { start -= 1 }
    return text(scalars[start..<i])
  }

  /// No word of the lists is longer.
  private static let longest = 16

  private func text(_ scalars: ArraySlice<(scalar: Unicode.Scalar, offset: Int)>) -> String {
    var text = String.UnicodeScalarView()
    for (scalar, _) in scalars { text.append(scalar) }
    return String(text)
  }

  private func word(from i: Int) -> String {
    text(scalars[i...].prefix(Self.longest).prefix { Token.Kind($0.scalar) == .word }).lowercased()
  }
}
