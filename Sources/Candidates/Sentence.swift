internal import Calendar
internal import Documents
internal import Names

/// A sentence and what was found in it.
struct Sentence {
  var span: Range<Int>
  /// The part of it that is looked at: the whole, or what tells one of several acts.
  var scope: Range<Int>
  /// Its paragraph among those of the text, and its own place in it; both from 0.
  var paragraph: Int
  var position: Int
  var matches: [Match]
  var dates: [Dates.Found]
  var amounts: [Amounts.Found]
  /// The last date of the nearest sentence before it in its paragraph that has one.
  var earlier: Dates.Found?

  /// Cut once, however often they are asked for.
  private let cut = WordCache()

  /// Its words, for what is found by its shape.
  func words(_ bytes: [UInt8]) -> [Word] {
    if let words = cut.words { return words }
    let words = Word.all(in: bytes, span)
    cut.words = words
    return words
  }

  init(
    span: Range<Int>, scope: Range<Int>, paragraph: Int, position: Int, matches: [Match],
    dates: [Dates.Found], amounts: [Amounts.Found], earlier: Dates.Found? = nil
  ) {
    (self.span, self.scope, self.paragraph, self.position) = (span, scope, paragraph, position)
    (self.matches, self.dates, self.amounts, self.earlier) = (matches, dates, amounts, earlier)
  }

  /// True if it names a body, a state or a place: beside nothing else is a body told by its shape.
  var namesSomebody: Bool {
    matches.contains { $0.kind == .actor || $0.kind == .state || $0.kind == .place }
  }

  /// Cues of one kind; the weak ones only where there is no other.
  func cues(_ kind: NameKind) -> [Match] {
    let all = matches.filter { $0.kind == kind }
    let strong = all.filter { !$0.isWeak }
    return strong.isEmpty ? all : strong
  }

  /// The part of it on some of its bytes.
  func part(_ range: Range<Int>) -> Sentence {
    var part = self
    part.scope = range
    part.matches = matches.filter { range.contains($0.start) }
    part.dates = dates.filter { range.contains($0.span.lowerBound) }
    part.amounts = amounts.filter { range.contains($0.span.lowerBound) }
    return part
  }

  /// The sentences of a text in order.
  static func all(of text: StoredText, _ matches: [Match], _ figures: Figures) -> [Sentence] {
    var sentences: [Sentence] = []
    var (paragraph, position) = (-1, 0)
    var lastYear: Int?
    var earlier: Dates.Found?
    var next = 0
    var found = figures.each[...]
    for passage in text.passages {
      if passage.kind == .paragraph { (paragraph, position, earlier) = (paragraph + 1, 0, nil) }
      guard passage.kind == .sentence else { continue }
      while let first = found.first, first.span.lowerBound < passage.span.lowerBound { found.removeFirst() }
      let own = found.first.flatMap { $0.span == passage.span ? $0 : nil }
      let dates = dates(of: own, text, lastYear: lastYear)
      lastYear = dates.last?.date.latest?.year ?? lastYear
      while next < matches.count, matches[next].start < passage.span.lowerBound { next += 1 }
      let inside = matches[next...].prefix { $0.start < passage.span.upperBound }.filter {
        $0.end <= passage.span.upperBound
      }
      sentences.append(
        Sentence(
          span: passage.span, scope: passage.span, paragraph: max(paragraph, 0), position: position,
          matches: inside, dates: dates, amounts: own?.amounts ?? [], earlier: earlier))
      earlier = dates.last ?? earlier
      position += 1
    }
    return sentences
  }

  /// The title's year counts for the mentions, but not for what is told.
  private static func dates(of found: Figures.Found?, _ text: StoredText, lastYear: Int?) -> [Dates.Found] {
    guard let found else { return [] }
    if found.lastYear == lastYear { return found.dates }
    return Dates.all(
      in: Lexemes(text.bytes, found.span), published: text.published?.latest, lastYear: lastYear)
  }
}

/// Holds the words of a sentence and of its parts.
private final class WordCache {
  var words: [Word]?
}
