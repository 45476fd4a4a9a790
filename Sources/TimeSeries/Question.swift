public import Calendar
public import Records

/// What to count: by what, in which bins, over which days, and as of when.
public struct Question: Sendable {
  /// What the rows stand for.
  public let dimension: Dimension
  /// The length of the bins.
  public let kind: PeriodKind
  /// The first day that counts, the beginning of a bin; nil: whatever the file begins with.
  public let first: Day?
  /// The last day that counts, the end of a bin; nil: whatever the file ends with.
  public let last: Day?
  /// Acts that lie after this day in any case do not count.
  public let asOf: Day
  /// How many rows of an open dimension to list, those with most observations; nil lists all.
  public let limit: Int?

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
  /// - Throws: ``QuestionError`` if a bound is open or the bounds are in the wrong order.
  public init(
    by dimension: Dimension, per kind: PeriodKind, from: EDTF? = nil, to: EDTF? = nil, asOf: Day,
    limit: Int? = Question.usualLimit
  ) throws(QuestionError) {
    first = try Self.bound(from, "from", \.earliest).map { Period(containing: $0, kind: kind).first }
    last = try Self.bound(to, "to", \.latest).map { Period(containing: $0, kind: kind).last }
    if let first, let last, first > last { throw .backwards(from: first, to: last) }
    self.dimension = dimension
    self.kind = kind
    self.asOf = asOf
    self.limit = dimension.isOpen ? limit : nil
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
  public func by(_ dimension: Dimension) -> Question { Question(self, dimension) }

  private init(_ other: Question, _ dimension: Dimension) {
    self.dimension = dimension
    kind = other.kind
    first = other.first
    last = other.last
    asOf = other.asOf
    limit = dimension.isOpen ? other.limit ?? Self.usualLimit : nil
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
