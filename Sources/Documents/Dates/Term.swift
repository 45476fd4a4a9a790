internal import Calendar

/// A date as its words mean it, before it is known from which day they count.
indirect enum Term {
  /// Year, month and day as far as they are named.
  case parts(Parts)
  /// This month, last year: the unit that lies so many from the present one.
  case unit(Unit, Int)
  /// Yesterday.
  case day(Int)
  /// Two weeks ago; three weeks from tomorrow.
  case away(Unit, Int, from: Term?)
  /// On Tuesday; last Friday: a shift counts weeks.
  case weekday(Int, shift: Int?)
  /// Last Friday, where the nearest is meant and not that of the last week.
  case nearestWeekday(Int, Int)
  /// The last two years; the next three months.
  case counted(Unit, Int)
  case quarter(Int, Parts.Year)
  case half(Int, Parts.Year)
  case season(Int, Parts.Year)
  /// The first year of a decade or a century.
  case decade(Int)
  case century(Int)
  /// The beginning, middle or end of it.
  case part(Int, of: Term)
  /// The first Tuesday of October, the last week of 2018; from the end if negative.
  case nth(Int, Ordered, of: Term)
  case range(Term, Term)
  /// The first two months of 2019; the last three weeks of a year if negative.
  case firstUnits(Int, Unit, of: Term)
  /// For three days from June 5.
  case lasting(Term, Int, Unit)
  /// Over the weekend: the last one, or the next where the words look ahead.
  case weekend
  /// The week of April 10.
  case weekOf(Term)
  /// The thirty days before.
  case recent
  /// Figures that can be read with the day or with the month first.
  case undecided(Parts, Parts)

  enum Ordered {
    case weekday(Int)
    case unit(Unit)
  }
}

extension Term {
  /// Figures that nobody can tell apart, with the day first.
  var dayFirst: Term {
    if case .undecided(let parts, _) = self { .parts(parts) } else { self }
  }
}

/// The parts of a date that are named.
struct Parts {
  enum Year: Equatable {
    case open
    case number(Int)
    /// Years from the present one.
    case shift(Int)
    /// That of the date before.
    case same
  }

  var year: Year = .open
  var month: Int?
  /// Months from the present one: 下月20日.
  var monthShift: Int?
  var day: Int?
  /// The weekday that stands beside the day, 1 to 7: it tells the year or the month.
  var weekday: Int?
  /// Last July -1, this July 0, next July 1.
  var pick: Int?

  var withoutWeekday: Parts {
    var parts = self
    parts.weekday = nil
    return parts
  }

  var isOpen: Bool { year == .open && pick == nil && monthShift == nil }
}
