/// Finds the dates that a text writes with a month, a day or a year; those told from another day are ``Dates``.
public struct DateGrammar {
  /// Every date written in a part of a text, in order; of `June 5, 2019` the whole, not `June 5`.
  public static func dates(in bytes: [UInt8], _ range: Range<Int>) -> [WrittenDate] {
    dates(in: Lexemes(bytes, range))
  }

  /// As above, of a text already cut.
  public static func dates(in lexemes: Lexemes) -> [WrittenDate] {
    var parser = DateParser(lexemes: lexemes.all)
    return parser.all().compactMap { phrase in
      let span = lexemes.all[phrase.first].start..<lexemes.all[phrase.end - 1].end
      return WrittenDate(phrase.term, span)
    }
  }
}

extension WrittenDate {
  fileprivate init?(_ term: Term, _ span: Range<Int>) {
    switch term {
    case .parts(let parts):
      guard let date = WrittenDate(parts, span) else { return nil }
      self = date
    case .undecided(let dayFirst, let monthFirst):
      guard var date = WrittenDate(dayFirst, span) else { return nil }
      date.other = monthFirst.month.flatMap { month in
        monthFirst.day.map { MonthAndDay(month: month, day: $0) }
      }
      self = date
    case .range(.parts(let first), .parts(let last)):
      guard var date = WrittenDate(first.month == nil ? last : first, span) else { return nil }
      if first.month == last.month || last.month == nil || first.month == nil {
        (date.day, date.lastDay) = (first.day, last.day)
      }
      self = date
    case .part(_, .parts(let parts)):
      guard let date = WrittenDate(parts, span) else { return nil }
      self = date
    default: return nil
    }
  }

  private init?(_ parts: Parts, _ span: Range<Int>) {
    guard parts.monthShift == nil, parts.pick == nil else { return nil }
    switch parts.year {
    case .number(let year): self.init(year: year, month: parts.month, day: parts.day, span: span)
    case .open: self.init(month: parts.month, day: parts.day, span: span)
    case .shift, .same: return nil
    }
  }
}
