public import Calendar
public import Records

/// What to count: by what, in which bins, over which days, and as of when.
public struct Question: Sendable {
  /// What the rows stand for.
  public private(set) var dimension: Dimension
  /// The length of the bins.
  public private(set) var kind: PeriodKind
  /// The first day that counts, the beginning of a bin; nil: whatever the file begins with.
  public private(set) var first: Day?
  /// The last day that counts, the end of a bin; nil: whatever the file ends with.
  public private(set) var last: Day?
  /// Acts that lie after this day in any case do not count.
  public let asOf: Day
  /// How many rows of an open dimension to list, those with most observations; nil lists all.
  public private(set) var limit: Int?
  /// Which clock, which grades, which sources.
  public private(set) var views: Views
  /// The sources of a wider range, where this question is about a part of it.
  private(set) var panel: Panel?

  /// The number of rows that are listed of actors, pairs and initiatives if nothing else is asked for.
  public static let usualLimit = 20
  /// More bins than this are refused: the answer could not be read.
  public static let mostPeriods = 3000

  /// A question.
  ///
  /// `from` and `to` are widened to whole bins: `from: 2019-06` with bins of years begins on 2019-01-01.
  /// An observation counts if any of its possible days lies between them.
  ///
  /// - Parameters:
  ///   - dimension: what the rows stand for.
  ///   - kind: the length of the bins.
  ///   - from: a day of the first bin; a wider date means its first day.
  ///   - to: a day of the last bin; a wider date means its last day.
  ///   - asOf: acts after this day do not count.
  ///   - limit: for actors, pairs and initiatives; vocabularies are listed whole.
  ///   - views: which clock, which grades, which sources.
  /// - Throws: ``QuestionError`` if a bound is open or the bounds are in the wrong order.
  public init(
    by dimension: Dimension, per kind: PeriodKind, from: EDTF? = nil, to: EDTF? = nil, asOf: Day,
    limit: Int? = Question.usualLimit, views: Views = Views()
  ) throws(QuestionError) {
    first = try Self.bound(from, "from", \.earliest).map { Period(containing: $0, kind: kind).first }
    last = try Self.bound(to, "to", \.latest).map { Period(containing: $0, kind: kind).last }
    if let first, let last, first > last { throw .backwards(from: first, to: last) }
    self.dimension = dimension
    self.kind = kind
    self.asOf = asOf
    self.limit = dimension.isOpen ? limit : nil
    self.views = views
  }

  /// SQLite's own dates end with the year 9999, and the displayed SQL uses them.
  private static func bound(
    _ date: EDTF?, _ name: String, _ day: KeyPath<EDTF, Day?>
  ) throws(QuestionError) -> Day? {
    guard let date else { return nil }
    guard let found = date[keyPath: day], (0...9999).contains(found.year) else {
      throw .open(name, date.description)
    }
    return found
  }

  /// The same question with other rows.
  public func by(_ dimension: Dimension) -> Question {
    var copy = self
    copy.dimension = dimension
    copy.limit = dimension.isOpen ? limit ?? Self.usualLimit : nil
    return copy
  }

  /// The same question in other bins; a given range stays, as the bins of each kind fill it or it is widened.
  public func per(_ kind: PeriodKind) -> Question {
    var copy = self
    copy.kind = kind
    copy.first = first.map { Period(containing: $0, kind: kind).first }
    copy.last = last.map { Period(containing: $0, kind: kind).last }
    return copy
  }

  /// The same question in another view.
  public func viewed(_ change: (inout Views) -> Void) -> Question {
    var copy = self
    change(&copy.views)
    return copy
  }

  /// The same question about the sources of a panel, whatever its range.
  public func watching(_ panel: Panel?) -> Question {
    var copy = self
    copy.panel = panel
    return copy
  }

  /// The same question with every row of its dimension.
  public var unlimited: Question {
    var copy = self
    copy.limit = nil
    return copy
  }

  /// The same question over another range of days, taken as they are.
  public func over(first: Day?, last: Day?) -> Question {
    var copy = self
    (copy.first, copy.last) = (first, last)
    return copy
  }
}

/// Why a question has no answer.
public enum QuestionError: Explained {
  /// The option (without dashes) and its text, which has no first or last day, or one out of range.
  case open(String, String)
  /// The first and the last day of the range, after widening to whole bins.
  case backwards(from: Day, to: Day)
  /// How many bins the range would have, and their kind.
  case tooManyPeriods(Int, PeriodKind)

  /// What is wrong, with the option or the number that is to blame.
  public var sentence: String {
    switch self {
    case .open(let name, let text): "--\(name) \(text) names no day within the years 0000 to 9999."
    case .backwards(let from, let to): "The range begins on \(from) and ends before it, on \(to)."
    case .tooManyPeriods(let count, let kind):
      "The range has \(count) \(kind.rawValue)s; no more than \(Question.mostPeriods) can be shown."
    }
  }

  /// What to write or to ask for instead; never nil here.
  public var hint: String? {
    switch self {
    case .open: "Write a day, a month or a year: 2019-06-05, 2019-06, 2019."
    case .backwards: "Exchange --from and --to."
    case .tooManyPeriods: "Ask for a shorter range with --from and --to, or for longer periods with --period."
    }
  }
}
