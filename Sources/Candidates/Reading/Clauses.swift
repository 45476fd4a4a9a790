internal import Calendar
internal import Documents
internal import Names

/// Cuts a sentence into the parts that each tell an act of their own with a date of its own: "unveiled the
/// programme in 2014, and the contract was signed on June 25 last year".
enum Clauses {
  /// More dates than this make a table, which is not cut.
  private static let mostDates = 8

  static func parts(of sentence: Sentence, _ bytes: [UInt8]) -> [Sentence] {
    let dates = sentence.dates.filter { !$0.isBound }
    guard 2...mostDates ~= dates.count, sentence.span.count <= Word.longestSentence else { return [sentence] }
    let told = sentence.matches.filter { isAct($0) }.map(\.span)
    let all = told + shown(sentence, bytes)
    guard all.count > 1 else { return [sentence] }
    var cuts: [Int] = []
    var from = sentence.span.lowerBound
    for (date, next) in zip(dates, dates.dropFirst()) where differ(date, next) {
      let acts = isNarrow(date) && isNarrow(next) ? all : told
      guard let cut = cut(between: date, next, from, acts, sentence, bytes) else { continue }
      cuts.append(cut)
      from = cut
    }
    guard !cuts.isEmpty else { return [sentence] }
    let ends = cuts + [sentence.span.upperBound]
    return zip([sentence.span.lowerBound] + cuts, ends).map { sentence.part($0..<$1) }
  }

  private static func isAct(_ match: Match) -> Bool {
    (match.kind == .stage && !match.isWeak)
      || (match.kind == .modality && match.code == "denied" && !match.isWeak)
  }

  /// Any form of a verb tells an act where each has a day or month of its own; in Chinese any cue does.
  private static func shown(_ sentence: Sentence, _ bytes: [UInt8]) -> [Range<Int>] {
    Verbs.done(in: sentence.words(bytes))
      + sentence.matches.filter { match in
        match.language == "zh" && [.stage, .mechanism, .instrument, .modality].contains(match.kind)
      }.map(\.span)
  }

  private static func isNarrow(_ found: Dates.Found) -> Bool {
    found.date.precision == .day || found.date.precision == .month
  }

  /// A month and a day in it are one date told twice.
  private static func differ(_ a: Dates.Found, _ b: Dates.Found) -> Bool {
    guard let first = a.date.earliest, let last = a.date.latest, let other = b.date.earliest,
      let otherLast = b.date.latest
    else { return false }
    return last < other || otherLast < first
  }

  /// The mark between two dates that leaves an act with each.
  private static func cut(
    between date: Dates.Found, _ next: Dates.Found, _ from: Int, _ acts: [Range<Int>], _ sentence: Sentence,
    _ bytes: [UInt8]
  ) -> Int? {
    let marks = boundaries(date.span.upperBound..<next.span.lowerBound, bytes)
    let limit =
      sentence.dates.first { $0.span.lowerBound > next.span.lowerBound }?.span.lowerBound
      ?? sentence.span.upperBound
    return marks.first { mark in
      acts.contains { $0.lowerBound >= from && $0.lowerBound < mark }
        && acts.contains { $0.lowerBound >= mark && $0.lowerBound < limit }
    }
  }

  private static let separators = [
    ", and ", ", while ", ", which ", ", whose ", ", under which ", ", after ", ", but ", "; ", ", having ",
    ", and", ", then ",
    ", following ", " and on ",
    " and in ", ", а ", ", и ", ", но ", ", который ", ", которая ", ", которое ", ", которые ", ", чьи ",
    ", чей ", ", после ",
    "；", "，",
    ", followed ", " after ", ", where ", ", with ", " before ",
  ].map { Array($0.utf8) }

  private static func boundaries(_ range: Range<Int>, _ bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    for at in range {
      let byte = bytes[at]
      guard byte == 0x2C || byte == 0x3B || byte == 0x20 || byte == 0xEF else { continue }
      if let mark = separators.first(where: { bytes[at..<range.upperBound].starts(with: $0) }) {
        // A Chinese comma ends its clause; a word of a link belongs to the next.
        found.append(byte == 0xEF ? at + mark.count : at + 1)
      }
    }
    return found
  }
}
