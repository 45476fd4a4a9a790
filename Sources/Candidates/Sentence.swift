internal import Calendar
internal import Documents
internal import Names

/// A sentence and what was found in it.
struct Sentence {
  var span: Range<Int>
  /// Its paragraph among those of the text, and its own place in it; both from 0.
  var paragraph: Int
  var position: Int
  var matches: [Match]
  var dates: [Dates.Found]
  var amounts: [Amounts.Found]

  /// Cues of one kind; the weak ones only where there is no other.
  func cues(_ kind: NameKind) -> [Match] {
    let all = matches.filter { $0.kind == kind }
    let strong = all.filter { !$0.isWeak }
    return strong.isEmpty ? all : strong
  }

  /// The last date of the nearest sentence before it in its paragraph that has one.
  var earlier: Dates.Found?

  /// The sentences of a text in order.
  static func all(of text: StoredText, _ matches: [Match]) -> [Sentence] {
    var sentences: [Sentence] = []
    var (paragraph, position) = (-1, 0)
    var lastYear: Int?
    var earlier: Dates.Found?
    var next = 0
    for passage in text.passages {
      if passage.kind == .paragraph { (paragraph, position, earlier) = (paragraph + 1, 0, nil) }
      guard passage.kind == .sentence else { continue }
      let lexemes = Lexemes(text.bytes, passage.span)
      let dates = Dates.all(in: lexemes, published: text.published?.latest, lastYear: lastYear)
      lastYear = dates.last?.date.latest?.year ?? lastYear
      while next < matches.count, matches[next].start < passage.span.lowerBound { next += 1 }
      let inside = matches[next...].prefix { $0.start < passage.span.upperBound }.filter {
        $0.end <= passage.span.upperBound
      }
      sentences.append(
        Sentence(
          span: passage.span, paragraph: max(paragraph, 0), position: position, matches: Array(inside),
          dates: dates, amounts: Amounts.all(in: lexemes), earlier: earlier))
      earlier = dates.last ?? earlier
      position += 1
    }
    return sentences
  }
}
