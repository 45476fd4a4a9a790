public import Calendar
internal import Formats
public import Records
public import SQLite

/// The letters of outlets: how far each can be relied on, from a day on, with a reason.
public enum OutletGrades {
  /// The letters there are. F means that it cannot be judged; an outlet without a letter is ungraded, which is neither.
  public static let letters = ["A", "B", "C", "D", "E", "F"]

  /// The word for an outlet without a letter.
  public static let ungraded = "ungraded"

  /// The letter that stands today; nil: ungraded.
  /// - Throws: `SQLiteError`.
  public static func standing(_ outlet: Int, in connection: Connection) throws -> (
    letter: String, since: String
  )? {
    try connection.first("SELECT letter, since FROM outlet_letters WHERE outlet = \(outlet)") {
      (try $0.get(0), try $0.get(1))
    }
  }

  /// Gives an outlet a letter. Earlier letters stay for the days before.
  /// - Parameters:
  ///   - letter: A to F, in any case.
  ///   - outlet: its number.
  ///   - since: the first day it holds, not after today.
  ///   - why: the reason, which is kept.
  ///   - context: the change it belongs to.
  /// - Throws: `RowRefusal` for what is no letter, a day to come, or no reason.
  public static func set(
    _ letter: String, of outlet: Int, since: Day, why: String, _ context: LoadContext
  ) throws {
    let why = try reason(why)
    guard since <= context.desk.today else {
      throw RowRefusal(
        column: "since", value: since.description, reason: "the day is still to come",
        hint: "A letter holds from a day that has come; grade again then.")
    }
    try context.connection.execute(
      """
      INSERT INTO outlet_grade (uid, outlet, letter, since, why, change)
      VALUES (
        \(Identity.typed(at: context.desk)), \(outlet), \(try checked(letter)), \(since.number), \(why),
        \(context.change.id))
      """)
  }

  /// Takes letters of an outlet back: what was given by mistake, or is no longer stood behind. They stay in its history, and a
  /// report as of a day before still has them.
  /// - Parameters:
  ///   - outlet: its number.
  ///   - since: only those that hold from this day or a later one; nil: all, which leaves it ungraded.
  ///   - why: the reason; the change it belongs to keeps it.
  ///   - context: the change it belongs to.
  /// - Returns: how many letters were taken back.
  /// - Throws: `RowRefusal` for no reason.
  public static func takeBack(of outlet: Int, since: Day?, why: String, _ context: LoadContext) throws -> Int
  {
    _ = try reason(why)
    let db = context.connection
    let standing: SQL = """
      outlet = \(outlet) AND withdrawn = 0 AND (\(since?.number) IS NULL OR since >= \(since?.number))
      """
    let letters = try db.value("SELECT count(*) FROM outlet_grade WHERE \(standing)", as: Int.self) ?? 0
    if letters > 0 { try db.execute("UPDATE outlet_grade SET withdrawn = 1 WHERE \(standing)") }
    return letters
  }

  private static func reason(_ why: String) throws(RowRefusal) -> String {
    let why = NFC.normalized(why).trimmed
    guard !why.isEmpty else {
      throw RowRefusal(column: "why", reason: "a letter needs its reason", hint: "Write it after --why.")
    }
    return why
  }

  /// The letter in capitals.
  /// - Throws: `RowRefusal` for what is none.
  public static func checked(_ letter: String) throws(RowRefusal) -> String {
    let capital = letter.uppercased()
    guard letters.contains(capital) else {
      throw RowRefusal(
        column: "letter", value: letter, reason: "a letter is A to F",
        hint: "A: completely reliable ... E: unreliable; F: cannot be judged; `ungraded` takes a letter back."
      )
    }
    return capital
  }

  /// The letter in capitals, or ``ungraded``.
  /// - Throws: `RowRefusal` for what is neither.
  public static func checkedOrNone(_ text: String) throws(RowRefusal) -> String {
    text.lowercased() == ungraded ? ungraded : try checked(text)
  }
}
