internal import Calendar
internal import Documents

/// The dates of a sentence in full: those written out, and simple relative ones, resolved against the day of
/// publication.
struct Dates {
  struct Found: Equatable {
    var date: EDTF
    var span: Range<Int>
    /// True where words before it say that the act lies before or after it, not on it.
    var isBound = false
  }

  private let tokens: [Token]
  private let published: Day?
  /// The year of the last date before, for "the same year".
  private let lastYear: Int?

  static func all(in tokens: [Token], published: Day?, lastYear: Int?) -> [Found] {
    Dates(tokens: tokens, published: published, lastYear: lastYear).all
  }

  private var all: [Found] {
    let written = DateGrammar.dates(in: tokens).compactMap(resolve)
    // Both are in order of place, so one step through the written ones is enough.
    var next = 0
    let relative = tokens.indices.compactMap(relative).filter { found in
      while next < written.count, written[next].span.upperBound <= found.span.lowerBound { next += 1 }
      return next == written.count || !written[next].span.overlaps(found.span)
    }
    return (written + relative).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// The first token that begins at or behind an offset.
  private func token(from offset: Int) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func resolve(_ written: WrittenDate) -> Found? {
    let start = token(from: written.span.lowerBound)
    let end = token(from: written.span.upperBound)
    var (date, span) = (written, written.span)
    if date.year == nil, date.day == nil, let month = date.month,
      let (year, wider) = lastMonth(month, before: start, span)
    {
      (date.year, span) = (year, wider)
    } else if date.year == nil, let (year, wider) = statedYear(before: start, behind: end, span) {
      (date.year, span) = (year, wider)
    }
    guard let full = date.resolved(near: published) else { return nil }
    return Found(date: full, span: span, isBound: isBound(start))
  }

  /// "last July": the latest one that was over when the text appeared.
  private func lastMonth(_ month: Int, before start: Int, _ span: Range<Int>) -> (Int, Range<Int>)? {
    guard let published, start > 0, tokens[start - 1].text == "last" else { return nil }
    return (month < published.month ? published.year : published.year - 1, widened(span, start - 1))
  }

  /// "last year", "того же года", 今年: a year said by its place in time.
  private func statedYear(before start: Int, behind end: Int, _ span: Range<Int>) -> (Int, Range<Int>)? {
    let head = tokens[max(0, start - 2)..<start].map(\.text).joined(separator: " ")
    let tail = tokens[end...].prefix(3).map(\.text).joined(separator: " ")
    if let published {
      if head.hasSuffix("今 年") { return (published.year, widened(span, start - 2)) }
      if head.hasSuffix("去 年") { return (published.year - 1, widened(span, start - 2)) }
      if tail.hasPrefix("last year") || tail.hasPrefix("прошлого года") {
        return (published.year - 1, widened(span, to: end + 1))
      }
      if tail.hasPrefix("this year") || tail.hasPrefix("этого года") {
        return (published.year, widened(span, to: end + 1))
      }
    }
    if let lastYear {
      if tail.hasPrefix("того же года") || tail.hasPrefix("of that year") || tail.hasPrefix("the same year") {
        return (lastYear, widened(span, to: end + 2))
      }
      if head.hasSuffix("同 年") { return (lastYear, widened(span, start - 2)) }
    }
    return nil
  }

  private func widened(_ span: Range<Int>, _ first: Int) -> Range<Int> {
    tokens[first].span.lowerBound..<span.upperBound
  }
  private func widened(_ span: Range<Int>, to last: Int) -> Range<Int> {
    span.lowerBound..<tokens[last].span.upperBound
  }

  private static let bounds: Set<String> = [
    "before", "after", "since", "until", "beyond", "после", "ранее", "с",
  ]

  private func isBound(_ start: Int) -> Bool {
    tokens[max(0, start - 1)..<start].contains { Self.bounds.contains($0.text) }
  }

  // MARK: Relative dates

  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "понедельник": 1, "вторник": 2,
    "среду": 3, "четверг": 4, "пятницу": 5, "субботу": 6, "воскресенье": 7,
  ]
  private static let days: [String: Int] = ["today": 0, "yesterday": -1, "сегодня": 0, "вчера": -1]
  private static let daysHan: [(text: [String], shift: Int)] = [
    (["今", "天"], 0), (["今", "日"], 0), (["昨", "天"], -1), (["昨", "日"], -1), (["当", "天"], 0), (["当", "日"], 0),
  ]

  private func relative(_ index: Int) -> Found? {
    guard let published else { return nil }
    let token = tokens[index]
    if let weekday = Self.weekdays[token.text] {
      // The day itself counts: a text of Tuesday that says "on Tuesday" means its own day.
      let back = (published.weekday - weekday + 7) % 7
      let isLast = index > 0 && ["last", "прошлый", "прошлую"].contains(tokens[index - 1].text)
      return Found(date: .day(published.advanced(by: -(back == 0 && isLast ? 7 : back))), span: token.span)
    }
    if let shift = Self.days[token.text] {
      return Found(date: .day(published.advanced(by: shift)), span: token.span)
    }
    guard token.kind == .han else { return nil }
    for (text, shift) in Self.daysHan where tokens[index...].prefix(text.count).map(\.text) == text {
      return Found(
        date: .day(published.advanced(by: shift)),
        span: token.span.lowerBound..<tokens[index + text.count - 1].span.upperBound)
    }
    return nil
  }
}
