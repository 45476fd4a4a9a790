/// What a word does in a date or a sum; its `value` says which one it is.
enum Word: UInt8, Sendable {
  /// Any other word.
  case none

  // Parts of a calendar.
  case month, weekday, season, unit, part, half
  /// Days from today: yesterday is -1.
  case day
  /// One, two; first, second; I, II.
  case cardinal, ordinal, roman
  /// Behind a number in figures: 5th, 5-го; 1990s, 1990-х.
  case ordinalMark, decadeMark
  /// The Q of Q1; the H of H1.
  case quarterLetter, halfLetter

  // Places in time.
  /// last -1, this 0, next 1.
  case shift
  case ago, hence, now, through, recent, few
  /// As long ago as: ещё, 早在.
  case already
  /// This morning, last night.
  case daytime
  /// A year from January to December.
  case calendar
  /// 今年 0, 去年 -1; 本月; 上周.
  case yearShift, monthShift, weekShift
  /// 年初, 月底: the part of this year or month.
  case yearPart, monthPart

  // Small words.
  case of, to, and, from, between, at, on, by, before, after, since, until, article, single, within
  case not, than, earlier, later, same, that
  /// In: of places and lengths of time too.
  case inside
  /// 日 or 号; 第; 个; 前; 后; 起; 间.
  case dayOfMonth, ordinalSign, counter, front, back, onward, among
  /// 上半月
  case monthHalf
  /// 最后
  case last
  case fiscal
  /// For and over, before a length of time.
  case forWord
  /// The nineties.
  case decadeWord

  // How the text looks at the time.
  case ahead, said, clause

  // Money.
  case currency, scale, us
  case upTo, over, about, atLeast, more, less, per, annual, percent
  case valued, valuation, oneAndHalf, halfOf, target, total
}

/// A length of time; the value of ``Word/unit``.
enum Unit: Int, Hashable, Sendable {
  case day = 1, week, month, quarter, year, decade, century, half, weekend
  /// Hours, minutes and seconds.
  case clock
  case fortnight, season

  /// Of its English word, in letters.
  var singularLength: UInt32 {
    switch self {
    case .day: 3
    case .week, .year: 4
    case .month: 5
    case .quarter: 7
    default: 0
    }
  }
}
