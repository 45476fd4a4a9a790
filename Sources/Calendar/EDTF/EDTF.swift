/// A date as precise as it is known, in the Extended Date/Time Format. Level 1 is supported.
///
/// Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", 4 February 2019, levels 0 and 1.
/// The text is kept as it was written; what can be computed with is the first and the last day it allows.
/// A qualifier does not widen these days. Seasons are northern: 21 is March to May, 24 is December to
/// February of the next year. The seasons may be the ends of an interval; unspecified digits may not (level 2).
public struct EDTF: Hashable, Sendable, CustomStringConvertible {
  /// How wide the date is written.
  public enum Precision: String, CaseIterable, Hashable, Sendable {
    /// `2019-06-05`, also with a time of day behind it.
    case day
    /// `2019-06` or `2019-06-XX`.
    case month
    /// `2019-22`.
    case season
    /// `2019`, `Y17000`, and the day or month somewhere in a year: `2019-XX`, `2019-XX-XX`.
    case year
    /// `201X`.
    case decade
    /// `20XX`.
    case century
    /// `2019-06/2019-09`, of whatever length.
    case interval
  }

  /// What the writer thinks of the date.
  public enum Qualifier: String, CaseIterable, Hashable, Sendable {
    /// `?`: the source may be wrong.
    case uncertain = "?"
    /// `~`: the date is near this one.
    case approximate = "~"
    /// `%`: both.
    case both = "%"
  }

  /// What stands at one end of the date.
  public enum End: String, CaseIterable, Hashable, Sendable {
    /// A date; `earliest` or `latest` tells its day.
    case dated
    /// `..`: there is no such end; at the end of an interval, it goes on.
    case open
    /// Nothing is written: there is an end, and it is not known.
    case unknown
  }

  /// The text, exactly as it was read.
  public let description: String
  /// The first day the date allows; nil when the start is open or unknown.
  public let earliest: Day?
  /// The last day the date allows; nil when the end is open or unknown.
  public let latest: Day?
  /// How wide the date is written.
  public let precision: Precision
  /// The qualifier at the end of the date; of an interval, those of both its ends taken together.
  public let qualifier: Qualifier?
  /// Whether the start is a date, open or unknown; a date that is no interval starts with a date.
  public let start: End
  /// Whether the end is a date, open or unknown; a date that is no interval ends with a date.
  public let end: End

  /// Reads a date of level 0 or 1; the error says what is wrong and how level 1 would write it.
  public init(_ text: String) throws(EDTFError) {
    guard let date = EDTF(parsing: text) else { throw EDTFRefusal.explain(text) }
    self = date
  }

  /// The day as a date; in a year of more than four digits, for which EDTF has no days, the year: `Y17000`.
  public static func day(_ day: Day) -> EDTF {
    abs(day.year) > 9999
      ? EDTF(text: Day.text(ofYear: day.year), date: EDTFDate(year: day.year))
      : EDTF(text: day.description, date: EDTFDate(day, day, .day))
  }

  /// Reads a date of level 0 or 1, or nil; why not is found out afterwards, and only when asked for.
  init?(parsing text: String) {
    let bytes = Array(text.utf8)
    if let slash = bytes.firstIndex(of: Ascii.slash) {
      self.init(text: text, from: bytes[..<slash], to: bytes[(slash + 1)...])
    } else if let date = EDTFDate.standing(alone: bytes[...]) {
      self.init(text: text, date: date)
    } else {
      return nil
    }
  }

  private init(text: String, date: EDTFDate) {
    description = text
    (earliest, latest) = (date.earliest, date.latest)
    (precision, qualifier) = (date.precision, date.qualifier)
    (start, end) = (.dated, .dated)
  }

  private init?(text: String, from first: ArraySlice<UInt8>, to second: ArraySlice<UInt8>) {
    guard let (start, startDate) = Self.end(first), let (end, endDate) = Self.end(second) else { return nil }
    // An interval that has no date says nothing, and one that runs backwards is a slip of the pen.
    guard start == .dated || end == .dated else { return nil }
    if let earliest = startDate?.earliest, let latest = endDate?.latest, earliest > latest { return nil }
    description = text
    earliest = startDate?.earliest
    latest = endDate?.latest
    precision = .interval
    qualifier = Qualifier.joined(startDate?.qualifier, endDate?.qualifier)
    self.start = start
    self.end = end
  }

  private static func end(_ bytes: ArraySlice<UInt8>) -> (End, EDTFDate?)? {
    if bytes.isEmpty { return (.unknown, nil) }
    if bytes.elementsEqual("..".utf8) { return (.open, nil) }
    return EDTFDate.end(ofInterval: bytes).map { (.dated, $0) }
  }
}

extension EDTF.Qualifier {
  init?(_ byte: UInt8?) {
    guard let byte, let qualifier = Self(rawValue: String(Unicode.Scalar(byte))) else { return nil }
    self = qualifier
  }

  /// Both qualifiers said at once.
  static func joined(_ one: Self?, _ other: Self?) -> Self? {
    guard let one, let other else { return one ?? other }
    return one == other ? one : .both
  }
}
