public import Calendar
public import Records
public import SQLite

/// A dated event from outside, declared before its effect is looked for.
public struct Declared: Sendable {
  /// Its number in the file: `p1` with a letter in front.
  public let number: Int
  /// Its date, as EDTF.
  public let day: String
  /// The first day it may have been.
  public let first: Day
  /// What it is.
  public let title: String
  /// What is expected of it; nil where nothing was said.
  public let note: String?
  /// When it was declared.
  public let declared: Instant
  /// Why it was withdrawn; nil while it stands.
  public let withdrawn: String?
  /// Its label.
  public let label: Label

  /// `p1`.
  public var id: String { "p\(number)" }
}

/// What can be wrong with a declared date.
public enum DeclaredError: Explained {
  /// No declared date of that name.
  case unknown(String)
  /// A date without a first or a last day.
  case open(String)
  /// It was withdrawn, for that reason.
  case withdrawn(String, why: String)
  /// It lies so that there are no periods on one of its sides.
  case noPeriods(String)

  /// Quotes what was asked for.
  public var sentence: String {
    switch self {
    case .unknown(let name): "There is no declared date \(name)."
    case .open(let date): "\(date) has no first or no last day: nothing can be compared before and after it."
    case .withdrawn(let name, let why): "\(name) was withdrawn: \(why)."
    case .noPeriods(let name): "\(name) has no whole period on one of its sides in what may be compared."
    }
  }

  /// What to do.
  public var hint: String? {
    switch self {
    case .unknown: "`entente declare list` shows them; `entente declare DATE --title TEXT` adds one."
    case .open: "Write a day, a month or a year: 2022-02-24, 2022-02, 2022."
    case .withdrawn: "Declare it anew if it is to be asked about."
    case .noPeriods: "Ask for shorter periods with --period, or a wider range with --from and --to."
    }
  }
}

/// Declared dates in the file.
public enum DeclaredTable {
  /// Declares a date.
  /// - Returns: its number, and how many observations and indicator values after it the file held already: an analysis
  ///   will say that they were there.
  /// - Throws: ``DeclaredError`` for a date without bounds, or `SQLiteError`.
  public static func declare(
    _ day: EDTF, title: String, note: String?, label: Label?, _ context: LoadContext
  ) throws -> (number: Int, seen: Int) {
    guard let first = day.earliest, let last = day.latest else { throw DeclaredError.open(day.description) }
    let connection = context.connection
    let seen = try connection.value(
      """
      SELECT (SELECT count(*) FROM observation WHERE withdrawn = 0 AND earliest > \(last.number))
           + (SELECT count(*) FROM indicator WHERE withdrawn = 0 AND latest > \(last.number))
      """, as: Int.self)
    try connection.execute(
      """
      INSERT INTO declared (uid, day, earliest, latest, title, note, declared, tlp, change)
      VALUES (\(Identity.typed(at: context.desk)), \(day.description), \(first.number), \(last.number), \(title),
        \(note), \(context.desk.now.description), \((label ?? context.label).rawValue), \(context.change.id))
      """)
    return (connection.lastRowID, seen ?? 0)
  }

  /// Takes a date back: it stays in the list, with the reason.
  /// - Throws: ``DeclaredError`` if there is none of that name, or `SQLiteError`.
  public static func withdraw(_ name: String, why: String, _ context: LoadContext) throws {
    let found = try find(name, in: context.connection)
    try context.connection.execute(
      "UPDATE declared SET withdrawn = 1, why = \(why) WHERE id = \(found.number)")
  }

  /// The date of that name, `p1` or `1`, if it stands.
  /// - Throws: ``DeclaredError`` if there is none or it was withdrawn, or `SQLiteError`.
  public static func find(_ name: String, in connection: Connection) throws -> Declared {
    let digits = name.lowercased().hasPrefix("p") ? name.dropFirst() : name[...]
    guard let number = Int(digits), let found = try all(in: connection).first(where: { $0.number == number })
    else { throw DeclaredError.unknown(name) }
    if let why = found.withdrawn { throw DeclaredError.withdrawn(found.id, why: why) }
    return found
  }

  /// All, in the order they were declared.
  /// - Throws: `SQLiteError`.
  public static func all(in connection: Connection) throws -> [Declared] {
    try connection.rows(
      """
      SELECT d.id, d.day, d.earliest, d.title, d.note, d.declared, CASE d.withdrawn WHEN 1 THEN coalesce(d.why, '') END, d.tlp
      FROM declared AS d ORDER BY d.id
      """
    ) { row in
      Declared(
        number: try row.get(0), day: try row.get(1), first: Day(number: try row.get(2)),
        title: try row.get(3),
        note: try row.get(4), declared: Instant(try row.get(5)) ?? Instant(seconds: 0),
        withdrawn: try row.get(6), label: Label(try row.get(7, as: String.self)) ?? .red)
    }
  }
}
