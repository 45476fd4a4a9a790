public import Calendar

/// The dates of a sentence in full: those written out and those told from the day of the text.
public struct Dates {
  /// A date where it stands.
  public struct Found: Equatable, Sendable {
    /// The date as precisely as EDTF of level 1 writes it: late July is the month.
    public var date: EDTF
    /// Byte offsets in the text, without the words that lead the date.
    public var span: Range<Int>
    /// True where words beside it say that the act lies before or after it, not on it.
    public var isBound: Bool { bound == .notBefore || bound == .notAfter }
    /// What words beside it make of it; nil for a date on which something happens.
    public var bound: DateBound?
    /// True where the date counts from the day of the text and the words around it look ahead.
    public var looksAhead = false
    /// True where the date counts from the day of the text; false where its year is written.
    public var isRelative = false
    /// Other readings that the figures allow: `07/11/2018` is in November or in July.
    public var alternatives: [EDTF] = []
    /// The days meant more narrowly than `date` can say: the last third of July.
    public var days: ClosedRange<Day>?

    init(date: EDTF, span: Range<Int>, bound: DateBound?, looksAhead: Bool) {
      (self.date, self.span, self.bound, self.looksAhead) = (date, span, bound, looksAhead)
    }

    /// A date on which something happens.
    public init(_ date: EDTF, _ span: Range<Int>) {
      self.init(date: date, span: span, bound: nil, looksAhead: false)
    }
  }

  /// Which way a date without a year is read.
  public enum Direction: Sendable {
    /// The past, unless the words look ahead.
    case asTold
    case past, future
  }

  /// The dates of a text that is cut into lexemes, in order of place.
  /// - Parameters:
  ///   - lexemes: the text.
  ///   - published: the day that "yesterday" counts from; without it only dates with a year are found.
  ///   - lastYear: the year of the last date before, for "the same year".
  ///   - direction: which way a date without a year is read.
  /// - Returns: those that have a day in the calendar.
  public static func all(
    in lexemes: Lexemes, published: Day?, lastYear: Int? = nil, direction: Direction = .asTold
  ) -> [Found] {
    var parser = DateParser(lexemes: lexemes.all)
    var resolver = Resolver(today: published, lastYear: lastYear)
    let phrases = parser.all()
    return phrases.compactMap { phrase in
      let found = found(phrase, parser, &resolver, direction)
      resolver.lastYear = found?.date.latest?.year ?? resolver.lastYear
      return found
    }
  }

  private static func found(
    _ phrase: DatePhrase, _ parser: DateParser, _ resolver: inout Resolver, _ direction: Direction
  ) -> Found? {
    let isAhead = phrase.term.isRelative && parser.looksAhead(phrase.first, end: phrase.end)
    let bound = parser.bound(phrase)
    resolver.looksAhead = direction == .asTold ? isAhead || bound == .deadline : direction == .future
    (resolver.isPast, resolver.isFuture) = (direction == .past, direction == .future)
    guard let stretch = resolver.stretch(phrase.term), let date = stretch.edtf else { return nil }
    let span = parser.lexemes[phrase.first].start..<parser.lexemes[phrase.end - 1].end
    var found = Found(date: date, span: span, bound: bound, looksAhead: isAhead)
    found.isRelative = phrase.term.isRelative
    found.days = stretch.narrow
    if let other = phrase.term.monthFirst, let reading = resolver.stretch(other)?.edtf {
      found.alternatives = [reading]
    }
    return found
  }
}

extension Term {
  /// The other reading of figures that can be read with the day or the month first.
  var monthFirst: Term? {
    switch self {
    case .undecided(_, let other): .parts(other.withoutWeekday)
    case .range(let first, let second):
      first.monthFirst != nil || second.monthFirst != nil
        ? .range(first.monthFirst ?? first, second.monthFirst ?? second) : nil
    case .away(let unit, let number, let base?): base.monthFirst.map { .away(unit, number, from: $0) }
    default: nil
    }
  }

  /// True where the date cannot be told from its words alone.
  var isRelative: Bool {
    switch self {
    case .parts(let parts), .undecided(let parts, _): if case .number = parts.year { false } else { true }
    case .quarter(_, let year), .half(_, let year), .season(_, let year):
      if case .number = year { false } else { true }
    case .decade, .century: false
    case .part(_, let whole), .nth(_, _, let whole), .firstUnits(_, _, let whole), .weekOf(let whole):
      whole.isRelative
    case .range(let first, let second): first.isRelative && second.isRelative
    default: true
    }
  }
}
