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
  /// Words that put it on the day of the act told before, as a date.
  var sameDay: Dates.Found?
  /// The date that heads its paragraph, as in a chronicle.
  var head: Dates.Found?
  /// True if the text has told a date before it, other than its own day.
  var isBehindDate = false

  /// The dates that its act may have: its own, else that of its paragraph's head.
  var ownDates: [Dates.Found] { dates.isEmpty ? [head].compactMap(\.self) : dates }

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

  /// True if it names a technology.
  var namesTechnology: Bool { matches.contains { $0.kind == .sector || $0.kind == .area } }

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
    var isBehindDate = false
    let today = text.published.flatMap { $0.precision == .day ? $0.latest : nil }
    var (earlier, lastDay, lastDate, head): (Dates.Found?, Dates.Found?, Dates.Found?, Dates.Found?)
    var next = 0
    var found = figures.each[...]
    for passage in text.passages {
      if passage.kind == .paragraph {
        // A line that is a date and nothing else heads what stands below it.
        let isLine = head.map { sentences.last!.span.count <= $0.span.count + 8 } ?? false
        (paragraph, position, earlier) = (paragraph + 1, 0, nil)
        if !isLine { head = nil }
      }
      guard passage.kind == .sentence else { continue }
      while let first = found.first, first.span.lowerBound < passage.span.lowerBound { found.removeFirst() }
      let own = found.first.flatMap { $0.span == passage.span ? $0 : nil }
      let dates = onTheSameDay(
        Later.corrected(
          dates(of: own, text, lastYear: lastYear), passage.span, earlier ?? lastDate, text.bytes), lastDay,
        earlier, text.bytes)
      lastYear = dates.last?.date.latest?.year ?? lastYear
      while next < matches.count, matches[next].start < passage.span.lowerBound { next += 1 }
      let inside = matches[next...].prefix { $0.start < passage.span.upperBound }.filter {
        $0.end <= passage.span.upperBound
      }
      var sentence = Sentence(
        span: passage.span, scope: passage.span, paragraph: max(paragraph, 0), position: position,
        matches: inside, dates: dates, amounts: own?.amounts ?? [], earlier: earlier)
      // "Have just signed": on the day of the text, whatever other dates it has.
      if let today, let words = JustNow.span(in: passage.span, text.bytes) {
        let at = sentence.dates.firstIndex { $0.span.lowerBound > words.lowerBound }
        sentence.dates.insert(Dates.Found(.day(today), words), at: at ?? sentence.dates.count)
      }
      // A sentence with a date of its own does not go on with the day of the one before.
      if let day = lastDay, let words = SameDay.span(in: passage.span, text.bytes),
        dates.isEmpty || words == dates[0].span
      {
        var same = day
        same.span = words
        sentence.sameDay = same
        if sentence.dates.first?.span != words { sentence.dates.insert(same, at: 0) }
      }
      if position == 0, let first = dates.first, heads(first, passage.span, text.bytes) { head = first }
      sentence.head = head
      sentence.isBehindDate = isBehindDate
      sentences.append(sentence)
      earlier = dates.last ?? earlier
      lastDate = dates.last ?? lastDate
      isBehindDate =
        isBehindDate
        || dates.contains { found in
          // "The autumn-winter season" is no day that a report goes on to.
          !found.isBound && found.date.precision != .season && !DateChoice.isTerm(found, text.bytes)
            && !(found.date.earliest == today && found.date.latest == today)
        }
      lastDay = dates.last { $0.date.precision == .day && !$0.isBound } ?? lastDay
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

  /// Days told from the one before: 当天 is that day, 前一天 the day before it, not yesterday.
  private static func onTheSameDay(
    _ dates: [Dates.Found], _ lastDay: Dates.Found?, _ earlier: Dates.Found?, _ bytes: [UInt8]
  ) -> [Dates.Found] {
    dates.enumerated().compactMap { at, found in
      guard let shift = shifts.first(where: { bytes[found.span].elementsEqual($0.words.utf8) })?.days else {
        return found
      }
      if shift == 0 {
        guard at == 0, var same = lastDay else { return at == 0 ? found : nil }
        same.span = found.span
        return same
      }
      guard let day = (at > 0 ? dates[at - 1] : earlier)?.date.earliest else { return found }
      var moved = found
      moved.date = .day(day.advanced(by: shift))
      (moved.days, moved.alternatives) = (nil, [])
      return moved
    }
  }

  private static let shifts: [(words: String, days: Int)] = [
    ("当天", 0), ("当日", 0), ("同日", 0), ("前一天", -1), ("前一日", -1), ("次日", 1), ("翌日", 1), ("第二天", 1),
    ("the day before", -1), ("the previous day", -1), ("the next day", 1), ("the following day", 1),
    ("на следующий день", 1), ("следующий день", 1), ("днём ранее", -1), ("днем ранее", -1),
  ]

  /// True for a date that opens a paragraph, a mark of a list before it, and has a mark behind it.
  private static func heads(_ date: Dates.Found, _ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard date.span.lowerBound - sentence.lowerBound <= 6 else { return false }
    let tail = bytes[date.span.upperBound..<min(sentence.upperBound, date.span.upperBound + 16)]
    guard !tail.isEmpty else { return true }
    let marks = [
      ":", " —", " –", " -", ".", "：", "年：", " (", "**", "__", " года:", " г.:", " г. —", " года —",
    ]
    return marks.contains { tail.starts(with: $0.utf8) }
  }
}

/// Holds the words of a sentence and of its parts.
private final class WordCache {
  var words: [Word]?
}
